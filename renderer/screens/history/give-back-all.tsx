import { useTranslation } from 'react-i18next';
import { tiyin } from '../../../main/domain/money.ts';
import type { PastSaleView } from '../../../preload/api.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { formatSum } from '../../i18n/format.ts';
import { approved } from '../../state/approval.ts';
import { send } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import { wayBack } from '../done/way-back.ts';
import styles from '../done/done.module.css';
import { withForeign } from './words.ts';

/** Everything that is left of a sale goes back as it was paid; what the cashier has to do with the money is said before. */
export function GiveBackAll({ past: { sale, tenders } }: { past: PastSaleView }) {
  const { t } = useTranslation();
  const open = useWindow(({ dialog, about }) => dialog === 'give-back' && about === sale.id);
  if (!open) return null;
  const close = () => openDialog(null);
  const give = () => {
    close();
    void approved((approval) => send('refundSale', { saleId: sale.id, approval }));
  };
  const rest = formatSum(tiyin(sale.total - sale.refunded));
  return (
    <Dialog title={t('history.wholeTitle', { number: sale.number })} size="small" question onClose={close}>
      <div className={styles.question}>
        {sale.refunded > 0 ? <p>{t('history.wholeRest', { sum: rest })}</p> : null}
        {sale.refunded > 0
          ? null
          : tenders.map(({ kind, amount, charged }, at) => (
              <p key={`${kind}-${at}`}>
                {withForeign(t(`giveBack.${wayBack(kind)}`, { sum: formatSum(amount) }), charged)}
              </p>
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
