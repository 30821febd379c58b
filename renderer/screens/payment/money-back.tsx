import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { tenderKinds } from '../../../main/domain/tender.ts';
import { cx } from '../../components/cx.ts';
import { Mark } from '../../components/mark.tsx';
import { formatSum } from '../../i18n/format.ts';
import styles from './steps.module.css';

/** In the place of a tender whose money is on its way back: who brings it back, and that another one is taken now. */
export function MoneyBack({ attempt: { kind, state, reason, amount, needsManager } }: { attempt: AttemptView }) {
  const { t } = useTranslation();
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
          <span className={styles.moneyBackTitle}>
            {t(needsManager ? 'doubt.backManager' : 'doubt.backTitle', { sum: formatSum(amount) })}
          </span>
          <span className={styles.moneyBackText}>
            F{tenderKinds.indexOf(kind) + 1} · {t('doubt.backText')}
          </span>
        </span>
      </AriaButton>
    </div>
  );
}
