import type { CustomerView } from '../../preload/api.ts';
import styles from './idle.module.css';
import { Awning } from './pictures.tsx';
import type { CustomerWords } from './words/index.ts';

/** Nobody is served: the shop's name and a welcome; that the till is closed; or, while the till starts, only the picture. */
export function Idle({ view, words }: { view: CustomerView | null; words: CustomerWords }) {
  const closed = view?.step === 'closed' && view.shopName !== null;
  return (
    <main className={styles.idle} data-testid="customer-idle">
      <Awning />
      {view?.shopName ? <h1 className={styles.shop}>{view.shopName}</h1> : null}
      {view === null ? <p className={styles.text}>{words.moment}</p> : null}
      {view && !closed ? <p className={styles.welcome}>{words.welcome}</p> : null}
      {closed ? (
        <>
          <p className={styles.welcome}>{words.closed}</p>
          <p className={styles.text}>{words.closedText}</p>
        </>
      ) : null}
    </main>
  );
}
