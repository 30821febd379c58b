import type { PaymentView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import type { PadKey } from '../../state/entry.ts';
import type { Panel } from '../../state/screen.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { AttemptState } from './attempt-state.tsx';
import { Cash } from './cash.tsx';
import { Choose } from './choose.tsx';
import { ConfirmWallet } from './confirm-wallet.tsx';
import { Checkout } from './checkout.tsx';
import styles from './payment.module.css';
import { Question } from './question.tsx';
import { WaitingCode } from './waiting-code.tsx';

type Props = { payment: PaymentView; panel: Panel; handlers: Handlers; onPad: ((key: PadKey) => void) | undefined };

/** Payment is a panel beside the lines, never another page. */
export function Payment({ payment, panel, handlers, onPad }: Props) {
  return <Card className={styles.panel}>{content()}</Card>;

  function content() {
    if (panel === 'choose') return <Choose payment={payment} handlers={handlers} onPad={onPad} />;
    if (panel === 'cash') return <Cash payment={payment} handlers={handlers} />;
    if (panel === 'waiting') return <WaitingCode payment={payment} handlers={handlers} />;
    if (panel === 'confirm') return <ConfirmWallet payment={payment} handlers={handlers} />;
    if (panel === 'question')
      return payment.question ? <Question payment={payment} question={payment.question} handlers={handlers} /> : null;
    const { attempt } = payment;
    const checkout = attempt?.checkout ?? null;
    if (panel === 'checkout' && attempt && checkout)
      return <Checkout attempt={{ ...attempt, checkout }} handlers={handlers} />;
    return payment.attempt ? <AttemptState attempt={payment.attempt} handlers={handlers} /> : null;
  }
}
