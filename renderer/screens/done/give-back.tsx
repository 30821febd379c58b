import { useTranslation } from 'react-i18next';
import type { DoneView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { formatSum } from '../../i18n/format.ts';
import { approved } from '../../state/approval.ts';
import { send } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import styles from './done.module.css';
import { wayBack } from './way-back.ts';

/** A sale is given back whole and as it was paid; what the cashier has to do with the money is said before. */
export function GiveBack({ done: { saleId, number, tenders } }: { done: DoneView }) {
  const { t } = useTranslation();
  const open = useWindow(({ dialog, about }) => dialog === 'give-back' && about === saleId);
  if (!open) return null;
  const close = () => openDialog(null);
  const give = () => {
    close();
    void approved((approval) => send('refundSale', { saleId, approval }));
  };
  return (
    <Dialog title={t('giveBack.title', { number })} size="small" question onClose={close}>
      <div className={styles.question}>
        {tenders.map(({ kind, amount }) => (
          <p key={kind}>{t(`giveBack.${wayBack(kind)}`, { sum: formatSum(amount) })}</p>
        ))}
        <p className={styles.questionText}>{t('giveBack.todo')}</p>
      </div>
      <div className={styles.answers}>
        <Button look="danger" onPress={give} testId="give-back-confirm">
          {t('giveBack.yes')}
        </Button>
        <Button look="next" cap="Esc" onPress={close} testId="give-back-keep" autoFocus>
          {t('giveBack.no')}
        </Button>
      </div>
    </Dialog>
  );
}
