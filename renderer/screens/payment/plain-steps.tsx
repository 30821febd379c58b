import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import type { Handlers } from '../../state/use-keys.ts';
import styles from './steps.module.css';

/** A payment that waits for the line, or money on its way back: wait, next customer, or another tender at once. */
export function LiveSteps({ handlers }: { handlers: Handlers }) {
  return (
    <div className={styles.steps}>
      <Wait handlers={handlers} />
      <Park handlers={handlers} />
      <Other handlers={handlers} />
    </div>
  );
}

/** What ended is tried with a new code or a new QR, or another tender is taken. */
export function EndedSteps({ attempt: { checkout }, handlers }: { attempt: AttemptView; handlers: Handlers }) {
  const { t } = useTranslation();
  const again =
    checkout === null ? 'wallet.again' : checkout.kind === 'payme-invoice' ? 'checkout.againPhone' : 'checkout.again';
  return (
    <div className={styles.steps}>
      <Button look="next" wide cap="Enter" onPress={() => handlers.scanAgain?.()} testId="scan-again">
        {t(again)}
      </Button>
      <Other handlers={handlers} />
    </div>
  );
}

/** Stay with this customer; takes away what stands before the answer. */
export function Wait({ handlers }: { handlers: Handlers }) {
  const { t } = useTranslation();
  return (
    <Button look="next" wide cap="Enter" onPress={() => handlers.wait?.()} testId="wait">
      {t('wallet.wait')}
    </Button>
  );
}

/** Serve the next customer while this payment goes on by itself; `short` fits beside another button. */
export function Park({
  handlers,
  next = false,
  short = false,
}: {
  handlers: Handlers;
  next?: boolean;
  short?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Button look={next ? 'next' : 'plain'} wide cap="F5" onPress={() => handlers.park?.()} testId="park">
      {short ? t('doubt.parkShort') : t('wallet.park')}
    </Button>
  );
}

/** Another tender instead of this one, where nobody may have paid yet. */
export function Other({ handlers: { back } }: { handlers: Handlers }) {
  const { t } = useTranslation();
  if (!back) return null;
  return (
    <Button wide cap="Esc" onPress={back} testId="other-tender">
      {t('wallet.other')}
    </Button>
  );
}
