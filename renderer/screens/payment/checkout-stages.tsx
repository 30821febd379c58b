import { useTranslation } from 'react-i18next';
import { checkoutWords } from '../../../main/domain/checkout-words.ts';
import type { AttemptView, CheckoutView } from '../../../preload/api.ts';
import { useSquare } from '../../components/box-size.ts';
import { cx } from '../../components/cx.ts';
import { Mark } from '../../components/mark.tsx';
import { Qr } from '../../components/qr.tsx';
import { formatLeft, formatSum } from '../../i18n/format.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import { formatPhone, phoneDigits } from '../../state/phone.ts';
import { useNow } from '../../state/use-now.ts';
import { useWindow } from '../../state/window.ts';
import attemptStyles from './attempt.module.css';
import styles from './checkout.module.css';
import panel from './payment.module.css';

type Props = { checkout: CheckoutView };

/** Nothing stands yet that anybody could pay. */
export function Making({ checkout }: Props) {
  const { t } = useTranslation();
  const words = checkout.phone === null ? 'checkout.making' : 'checkout.makingBill';
  return (
    <div className={styles.middle}>
      <p className={panel.headline}>{t(words)}</p>
      <p className={panel.text}>{t('checkout.makingText')}</p>
      <div
        className={cx(attemptStyles.bar, attemptStyles.running, styles.bar)}
        role="progressbar"
        aria-label={t(words)}
      >
        <div className={attemptStyles.barFill} />
      </div>
    </div>
  );
}

/** The QR on white in light and dark, in the largest square that is free; under it what to scan it with. */
export function Shown({ checkout, amount }: Props & { amount: number }) {
  const { t } = useTranslation();
  const language = useWindow((state) => state.language);
  const { ref, side } = useSquare();
  return (
    <>
      <div className={styles.square} ref={ref}>
        {checkout.qr !== null && side > 0 ? (
          <Qr text={checkout.qr} size={side} label={t('checkout.qr', { sum: formatSum(amount) })} />
        ) : null}
      </div>
      <p className={styles.scan}>{checkoutWords[language].scan[checkout.kind]}</p>
    </>
  );
}

/** A message went to the customer's own phone; which one, and whether it went. */
export function Told({ checkout, reason }: Props & { reason: string | null }) {
  const { t } = useTranslation();
  const lost = reason === 'not-delivered';
  const state = lost ? 'notDelivered' : checkout.delivered ? 'delivered' : 'delivering';
  return (
    <div className={styles.middle}>
      <p className={panel.headline}>{t('checkout.toldTitle')}</p>
      <p className={panel.text}>{t('checkout.toldText')}</p>
      <p className={styles.phone} data-testid="checkout-phone" data-state={state}>
        <span className={styles.number}>+998 {formatPhone(phoneDigits(checkout.phone ?? ''))}</span>
        <span className={styles.delivery}>
          <Mark tone={lost ? 'refused' : checkout.delivered ? 'sure' : 'info'} />
          {t(`checkout.${state}`)}
        </span>
      </p>
    </div>
  );
}

/** Its time is over: nobody may pay it any more, and the last question about it is on its way. */
export function Over({ attempt: { kind } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  return (
    <div className={styles.middle}>
      <p className={panel.headline}>{t('checkout.over')}</p>
      <p className={panel.text}>{t('checkout.overText', { wallet: walletOf(kind) })}</p>
      <div
        className={cx(attemptStyles.bar, attemptStyles.running, styles.bar)}
        role="progressbar"
        aria-label={t('checkout.over')}
      >
        <div className={attemptStyles.barFill} />
      </div>
    </div>
  );
}

/** How long the customer may still pay, as time and as a bar. */
export function Left({ attempt: { startedAt, checkout } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  const now = useNow(500);
  const expiresAt = checkout?.expiresAt ?? null;
  if (expiresAt === null) return null;
  const left = Math.max(0, expiresAt - now);
  const share = Math.min(1, left / Math.max(1, expiresAt - startedAt));
  return (
    <div className={styles.left}>
      <div
        className={cx(attemptStyles.bar, styles.bar)}
        role="progressbar"
        aria-label={t('wallet.progress')}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className={attemptStyles.barFill} style={{ transform: `scaleX(${share})` }} />
      </div>
      <span className={styles.time} data-testid="countdown">
        {t('checkout.left', { time: formatLeft(left) })}
      </span>
    </div>
  );
}
