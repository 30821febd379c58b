import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import type { CheckoutStage } from '../../state/checkout.ts';
import { useTill } from '../../state/till.ts';
import type { Handlers } from '../../state/use-keys.ts';
import styles from './checkout.module.css';
import { Other } from './plain-steps.tsx';
import steps from './steps.module.css';

type Props = { attempt: AttemptView; stage: CheckoutStage; handlers: Handlers };

/**
 * What may be done while a checkout stands. On a low screen the QR takes the whole panel, and the strip below has the
 * same keys.
 */
export function CheckoutKeys({ attempt: { asks }, stage, handlers }: Props) {
  const { t } = useTranslation();
  const busy = useTill((state) => state.pending.has('checkNow'));
  const { back, cancelAttempt, checkNow, park, printCheckout } = handlers;
  if (stage === 'making') return <Other handlers={back ? { back } : {}} />;
  return (
    <div className={styles.keys}>
      <div className={steps.pair}>
        {printCheckout ? (
          <Button wide cap="F2" onPress={printCheckout} testId="print-checkout">
            {t('checkout.print')}
          </Button>
        ) : null}
        {asks === null || !checkNow ? null : (
          <Button wide cap="F3" onPress={checkNow} disabled={busy} testId="check-now">
            {t(busy ? 'doubt.checking' : 'doubt.checkNow')}
          </Button>
        )}
      </div>
      <div className={steps.pair}>
        <Button wide cap="F4" onPress={() => cancelAttempt?.()} disabled={!cancelAttempt} testId="cancel-attempt">
          {t('checkout.cancel')}
        </Button>
        <Button wide cap="F5" onPress={() => park?.()} testId="park">
          {t('checkout.park')}
        </Button>
      </div>
    </div>
  );
}
