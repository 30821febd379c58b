import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { approved } from '../../state/approval.ts';
import { send } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import styles from './done.module.css';

type Props = { saleId: string; title: string; children: ReactNode };

/** Asks once before what is left of a sale goes back; what the cashier has to do with the money is said before. */
export function GiveBackQuestion({ saleId, title, children }: Props) {
  const { t } = useTranslation();
  const open = useWindow(({ dialog, about }) => dialog === 'give-back' && about === saleId);
  if (!open) return null;
  const close = () => openDialog(null);
  const give = () => {
    close();
    void approved((approval) => send('refundSale', { saleId, approval }));
  };
  return (
    <Dialog title={title} size="small" question onClose={close}>
      <div className={styles.question}>
        {children}
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
