import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { isCheckout, tenderKinds } from '../../../main/domain/tender.ts';
import { cx } from '../../components/cx.ts';
import { Mark } from '../../components/mark.tsx';
import { formatSum } from '../../i18n/format.ts';
import { walletOf } from '../../i18n/wallet-names.ts';
import styles from './steps.module.css';

/** In the place of a tender whose money is on its way back: who brings it back, and that another one is taken now. */
export function MoneyBack({ attempt: { kind, state, reason, amount, needsManager } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  const closing = isCheckout(kind) && reason !== 'paid-after-cancel';
  const title = needsManager ? 'doubt.backManager' : closing ? 'checkout.backTitle' : 'doubt.backTitle';
  return (
    <div
      className={styles.moneyBack}
      role="status"
      data-testid="payment-state"
      data-state={state}
      data-reason={reason ?? ''}
    >
      <AriaButton className={cx(styles.resting)} isDisabled data-testid={`tender-${kind}`}>
        <Mark tone="doubt" />
        <span className={styles.moneyBackWords}>
          <span className={styles.moneyBackTitle}>{t(title, { sum: formatSum(amount), wallet: walletOf(kind) })}</span>
          <span className={styles.moneyBackText}>
            F{tenderKinds.indexOf(kind) + 1} · {t(closing && !needsManager ? 'checkout.backText' : 'doubt.backText')}
          </span>
        </span>
      </AriaButton>
    </div>
  );
}
