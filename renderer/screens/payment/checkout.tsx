import { useTranslation } from 'react-i18next';
import type { AttemptView, CheckoutView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Figures } from '../../components/figures.tsx';
import { formatForeign } from '../../i18n/format.ts';
import { stageOf } from '../../state/checkout.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { tillNow } from '../../state/till.ts';
import { useDrawnAt } from '../../state/use-now.ts';
import { Because } from './because.tsx';
import { CancelQuestion } from './cancel-question.tsx';
import { CheckoutKeys } from './checkout-keys.tsx';
import styles from './checkout.module.css';
import { Left, Making, Over, Shown, Told } from './checkout-stages.tsx';
import panel from './payment.module.css';

type Props = { attempt: AttemptView & { checkout: CheckoutView }; handlers: Handlers };

/** What stands before the customer: the QR as large as the panel allows, for how much, and how long it can be paid. */
export function Checkout({ attempt, handlers }: Props) {
  const { checkout } = attempt;
  useDrawnAt(checkout.expiresAt);
  const stage = stageOf(checkout, tillNow());
  return (
    <>
      <Heading attempt={attempt} />
      <div
        className={styles.stage}
        data-testid="payment-state"
        data-state={attempt.state}
        data-stage={stage}
        data-reason={attempt.reason ?? ''}
      >
        {stage === 'making' ? <Making checkout={checkout} /> : null}
        {stage === 'shown' ? <Shown checkout={checkout} amount={attempt.amount} /> : null}
        {stage === 'told' ? <Told checkout={checkout} reason={attempt.reason} /> : null}
        {stage === 'over' ? <Over attempt={attempt} /> : null}
        <Because attempt={attempt} />
        {stage === 'shown' || stage === 'told' ? <Left attempt={attempt} /> : null}
      </div>
      <CheckoutKeys attempt={attempt} stage={stage} handlers={handlers} />
      <CancelQuestion attempt={attempt} />
    </>
  );
}

/** Who takes the money and how much; in another currency that sum is the large one, for it is the one the customer pays. */
function Heading({ attempt: { kind, amount, checkout } }: Pick<Props, 'attempt'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.top}>
      <div className={styles.who}>
        <h2 className={panel.heading}>{t(`tenders.${kind}`)}</h2>
        {checkout.poweredByPayme ? <span className={styles.powered}>Powered by Payme</span> : null}
      </div>
      {checkout.charged === null ? (
        <Amount value={amount} size="headline" unit testId="checkout-amount" />
      ) : (
        <span className={styles.foreign} data-testid="checkout-charged" data-amount={checkout.charged.amount}>
          <Figures>{formatForeign(checkout.charged.amount, checkout.charged.currency)}</Figures>
        </span>
      )}
    </div>
  );
}
