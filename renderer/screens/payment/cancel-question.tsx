import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { mayCancel } from '../../state/doubt.ts';
import { send, tillNow } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import styles from './steps.module.css';

/** Before money is taken back: what happens to it, and what to take instead. Waiting is the key under the finger. */
export function CancelQuestion({ attempt }: { attempt: AttemptView }) {
  const { t } = useTranslation();
  const open = useWindow(({ dialog, about }) => dialog === 'cancel-attempt' && about === attempt.id);
  if (!open || !mayCancel(attempt, tillNow())) return null;
  const close = () => openDialog(null);
  const cancel = () => {
    close();
    void send('cancelAttempt', { attemptId: attempt.id });
  };
  return (
    <Dialog title={t('doubt.cancelTitle')} size="small" question onClose={close}>
      <div className={styles.question}>
        <p>{t(attempt.asks === null ? 'doubt.cancelTextManager' : 'doubt.cancelText')}</p>
        <p>{t('doubt.cancelTodo')}</p>
      </div>
      <div className={styles.answers}>
        <Button onPress={cancel} testId="cancel-confirm">
          {t('doubt.cancelYes')}
        </Button>
        <Button look="next" cap="Esc" onPress={close} testId="cancel-keep" autoFocus>
          {t('doubt.cancelNo')}
        </Button>
      </div>
    </Dialog>
  );
}
