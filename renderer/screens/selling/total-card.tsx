import { useTranslation } from 'react-i18next';
import type { TillView } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Card } from '../../components/card.tsx';
import { formatQuantity, formatSum } from '../../i18n/format.ts';
import styles from './selling.module.css';

/** What the customer pays: the largest thing on the screen, in the same place from the first scan to the last coin. */
export function TotalCard({ view }: { view: TillView }) {
  const { t } = useTranslation();
  const { sale } = view;
  const count = sale?.lines.length ?? 0;
  return (
    <Card className={styles.total} label={t('sale.toPay')}>
      <div className={styles.totalCaptions}>
        <span>{t('sale.toPay')}</span>
        {count > 0 ? <span>{t('sale.lines', { count, quantity: formatQuantity(sale?.quantity ?? 0) })}</span> : null}
        {count > 0 ? <span>{t('sale.vat', { sum: formatSum(Math.round((sale?.vat ?? 0) / 100) * 100) })}</span> : null}
      </div>
      <div className={styles.totalSum}>
        <Amount value={view.payment?.due ?? sale?.total ?? 0} size="total" unit testId="total" />
      </div>
    </Card>
  );
}
