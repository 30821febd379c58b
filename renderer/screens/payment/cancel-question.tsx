import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { walletOf } from '../../i18n/wallet-names.ts';
import { mayCancel } from '../../state/doubt.ts';
import { send, tillNow } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import styles from './steps.module.css';

/** Before money is taken back: what happens to it, and what to take instead. Waiting is the key under the finger. */
export function CancelQuestion({ attempt }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  const open = useWindow(({ dialog, about }) => dialog === 'cancel-attempt' && about === attempt.id);
  if (!open || !mayCancel(attempt, tillNow())) return null;
  const words = wordsFor(attempt);
  const wallet = walletOf(attempt.kind);
  const close = () => openDialog(null);
  const cancel = () => {
    close();
    void send('cancelAttempt', { attemptId: attempt.id });
  };
  return (
    <Dialog title={t(words.title, { wallet })} size="small" question onClose={close}>
      <div className={styles.question}>
        <p>{t(words.text, { wallet })}</p>
        <p>{t(words.todo)}</p>
      </div>
      <div className={styles.answers}>
        <Button onPress={cancel} testId="cancel-confirm">
          {t(words.yes)}
        </Button>
        <Button look="next" cap="Esc" onPress={close} testId="cancel-keep" autoFocus>
          {t('doubt.cancelNo')}
        </Button>
      </div>
    </Dialog>
  );
}

/** A QR that goes is not the same as money that is taken back: nobody may have paid. */
function wordsFor({ asks, checkout }: AttemptView) {
  if (checkout !== null)
    return {
      title: 'checkout.cancelTitle',
      text: 'checkout.cancelText',
      todo: 'checkout.cancelTodo',
      yes: 'checkout.cancelYes',
    } as const;
  const text = asks === null ? 'doubt.cancelTextManager' : 'doubt.cancelText';
  return { title: 'doubt.cancelTitle', text, todo: 'doubt.cancelTodo', yes: 'doubt.cancelYes' } as const;
}
