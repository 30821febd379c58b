import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { approved } from '../../state/approval.ts';
import { send } from '../../state/till.ts';
import type { Question } from './actions.ts';
import { CloseDialog } from './close-dialog.tsx';
import styles from './questions.module.css';
import { SettleDialog } from './settle-dialog.tsx';

type Props = { question: Question | null; ask: (question: Question | null) => void; refresh: () => void };

/** What has to be said before an item ends: a yes, or how somebody knows. */
export function Questions({ question, ask, refresh }: Props) {
  if (!question) return null;
  const { about, item } = question;
  const close = () => {
    ask(null);
    refresh();
  };
  if (about === 'close') return <CloseDialog item={item} onClose={close} />;
  if (about === 'settle-finding') return <SettleDialog item={item} onClose={close} />;
  return item.attemptId === null ? null : (
    <TakeBack attemptId={item.attemptId} twice={item.finding !== null} onClose={close} />
  );
}

/** Taking a payment back by mistake gives goods away, so it is asked once. */
function TakeBack({ attemptId, twice, onClose }: { attemptId: string; twice: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const yes = () => void approved((approval) => send('cancelAttempt', { attemptId, approval })).then(onClose);
  return (
    <Dialog title={t('unsettled.open.takeBackTitle')} size="small" question onClose={onClose}>
      <p className={styles.text}>{t(twice ? 'unsettled.open.takeBackTwice' : 'unsettled.open.takeBackText')}</p>
      <div className={styles.buttons}>
        <Button look="danger" wide onPress={yes} testId="open-item-cancel-yes">
          {t('unsettled.open.takeBackYes')}
        </Button>
        <Button look="next" wide onPress={onClose} autoFocus testId="open-item-cancel-no">
          {t('unsettled.open.takeBackNo')}
        </Button>
      </div>
    </Dialog>
  );
}
