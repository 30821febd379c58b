import { useTranslation } from 'react-i18next';
import type { OpenItem } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { walletOf } from '../../i18n/wallet-names.ts';
import { approved } from '../../state/approval.ts';
import { send } from '../../state/till.ts';
import type { Question } from './actions.ts';
import { CloseDialog } from './close-dialog.tsx';
import { CloseRefundDialog } from './close-refund-dialog.tsx';
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
  if (about === 'close-refund') return <CloseRefundDialog item={item} onClose={close} />;
  if (about === 'settle-finding') return <SettleDialog item={item} onClose={close} />;
  return item.attemptId === null ? null : (
    <TakeBack attemptId={item.attemptId} text={takeBackText(item)} wallet={walletOf(item.tender)} onClose={close} />
  );
}

type TakeBackText = 'takeBackText' | 'takeBackTwice' | 'takeBackByHand';

/** What becomes of the money: only where the provider can be asked does the till give it back by itself. */
function takeBackText({ finding, actions }: OpenItem): TakeBackText {
  if (finding !== null) return 'takeBackTwice';
  return actions.includes('check-now') ? 'takeBackText' : 'takeBackByHand';
}

type TakeBackProps = { attemptId: string; text: TakeBackText; wallet: string; onClose: () => void };

/** Taking a payment back by mistake gives goods away, so it is asked once. */
function TakeBack({ attemptId, text, wallet, onClose }: TakeBackProps) {
  const { t } = useTranslation();
  const yes = () => void approved((approval) => send('cancelAttempt', { attemptId, approval })).then(onClose);
  return (
    <Dialog title={t('unsettled.open.takeBackTitle')} size="small" question onClose={onClose}>
      <p className={styles.text}>{t(`unsettled.open.${text}`, { wallet })}</p>
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
