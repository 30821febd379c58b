import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastLine } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Figures } from '../../components/figures.tsx';
import { formatQuantity, formatSum } from '../../i18n/format.ts';
import styles from './sale.module.css';

/** What was sold, and how much of each line is still with the customer once something came back. */
export const Lines = memo(function Lines({ lines }: { lines: readonly PastLine[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{t('history.goods')}</h3>
      {lines.map(({ id, name, quantity, price, total, left }) => (
        <p key={id} className={styles.good} data-testid="past-line" data-left={left}>
          <span className={styles.name}>{name}</span>
          <span className={styles.times}>
            <Figures>{`${formatQuantity(quantity)} × ${formatSum(price)}`}</Figures>
          </span>
          <Amount value={total} />
          {left === quantity ? null : (
            <span className={styles.left}>
              {left === 0 ? t('history.none_left') : t('history.left', { quantity: formatQuantity(left) })}
            </span>
          )}
        </p>
      ))}
    </section>
  );
});
