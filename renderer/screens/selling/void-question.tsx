import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { send } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import styles from './selling.module.css';

/** Giving up a whole sale asks once; keeping it is the key under the finger. */
export function VoidQuestion() {
  const { t } = useTranslation();
  const open = useWindow((state) => state.dialog === 'void');
  if (!open) return null;
  const close = () => openDialog(null);
  const give = () => {
    close();
    void send('voidSale');
  };
  return (
    <Dialog title={t('sale.voidQuestion')} size="small" question onClose={close}>
      <p className={styles.question}>{t('sale.voidText')}</p>
      <div className={styles.answers}>
        <Button look="danger" onPress={give} testId="void-yes">
          {t('sale.voidYes')}
        </Button>
        <Button look="next" cap="Esc" onPress={close} testId="void-no" autoFocus>
          {t('sale.voidNo')}
        </Button>
      </div>
    </Dialog>
  );
}
