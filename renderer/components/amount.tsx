import { useTranslation } from 'react-i18next';
import { formatSum } from '../i18n/format.ts';
import { Figures } from './figures.tsx';
import styles from './amount.module.css';
import { cx } from './cx.ts';

type Props = {
  /** Tiyin. */
  value: number;
  size?: 'total' | 'price' | 'headline' | 'line';
  /** Shows the currency's word behind the figures. */
  unit?: boolean;
  testId?: string;
  tone?: 'sure' | 'refused';
};

/** A sum: tabular figures, grouped, never wrapped. Long sums become smaller rather than cut. */
export function Amount({ value, size = 'line', unit = false, testId, tone }: Props) {
  const { t } = useTranslation();
  const text = formatSum(value);
  return (
    <span
      className={cx(styles.amount, styles[size], text.length > 10 && styles.long, tone && styles[tone])}
      {...(testId === undefined ? {} : { 'data-testid': testId, 'data-amount': value })}
    >
      <Figures>{text}</Figures>
      {unit ? <span className={styles.unit}> {t('common.sum')}</span> : null}
    </span>
  );
}
