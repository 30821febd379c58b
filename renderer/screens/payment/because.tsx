import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { reasonWords } from '../../i18n/unsettled/reason-words.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import styles from './attempt.module.css';

/** Reasons that the headline says already, or that only we need. */
const saidAlready: ReadonlySet<string> = new Set([
  'cashier',
  'never-begun',
  'checkout-expired',
  'link-lost',
  'not-delivered',
  'other-tender',
]);

/** Why a payment on the customer's phone is where it is, with the code to name on the telephone; the headline says the rest. */
export function Because({ attempt: { kind, checkout, reason, state } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  if (checkout === null || reason === null || saidAlready.has(reason)) return null;
  if (state === 'in-doubt' || state === 'paid' || state === 'abandoned' || state === 'closed-by-manager') return null;
  const { said, short } = reasonWords(t, reason, walletOf(kind));
  return (
    <p className={styles.because} data-testid="because" data-reason={reason}>
      {said} <span className={styles.becauseCode}>{short}</span>
    </p>
  );
}
