import type { CustomerCheckout } from '../../preload/api.ts';
import { Qr } from '../components/qr.tsx';
import styles from './checkout.module.css';
import { Letter } from './pictures.tsx';
import { clockOf, foreignSum, sayCheckout } from './say.ts';
import { useTillTime } from './state.ts';
import type { Shown } from './state.ts';
import { Sum } from './sum.tsx';
import { useRoom } from './use-room.ts';
import type { CustomerWords } from './words/index.ts';

type Props = { shown: Shown; checkout: CustomerCheckout; words: CustomerWords };

/** Something to pay on the customer's own phone: the QR as large as the screen allows, and how much, how and how long. */
export function Checkout({ shown, checkout, words }: Props) {
  const { view, clockOffset } = shown;
  const said = sayCheckout(words, checkout);
  const left = useTimeLeft(checkout.expiresAt, clockOffset);
  return (
    <main className={styles.checkout} data-testid="payment-state" data-state="checkout" data-kind={checkout.kind}>
      {left > 0 ? <Code qr={checkout.qr} words={words} /> : null}
      <section className={styles.side}>
        <div>
          <h1 className={styles.headline}>{said.headline}</h1>
          <p className={styles.text}>{said.text}</p>
          {view.goingBack ? <p className={styles.note}>{words.goingBack}</p> : null}
        </div>
        <div className={styles.sum}>
          <p className={styles.caption}>{words.due}</p>
          <Sum value={view.due} currency={view.currency} words={words} grand testId="total" />
          {checkout.charged ? (
            <p className={styles.charged}>
              {words.charged}: <strong>{foreignSum(checkout.charged)}</strong>
            </p>
          ) : null}
          <p className={styles.shop}>{view.shopName}</p>
        </div>
        <div className={styles.foot}>
          {checkout.expiresAt === null ? null : (
            <p className={styles.left}>
              {words.left} <strong data-testid="countdown">{clockOf(left)}</strong>
            </p>
          )}
          {checkout.poweredByPayme ? <p className={styles.powered}>Powered by Payme</p> : null}
        </div>
      </section>
    </main>
  );
}

/** How long (ms) it still may be paid. A dead QR is taken away here too, should the till be late to say so. */
function useTimeLeft(expiresAt: number | null, clockOffset: number): number {
  const now = useTillTime(clockOffset);
  return expiresAt === null ? Number.POSITIVE_INFINITY : expiresAt - now;
}

function Code({ qr, words }: { qr: string | null; words: CustomerWords }) {
  const [place, room] = useRoom();
  return (
    <div className={qr === null ? styles.letter : styles.code} ref={place}>
      {qr === null ? <Letter /> : <Qr text={qr} size={room} label={words.qr} />}
    </div>
  );
}
