import type { CSSProperties } from 'react';
import { cx } from '../components/cx.ts';
import { Figures } from '../components/figures.tsx';
import { formatSum } from '../i18n/format.ts';
import styles from './sum.module.css';
import type { CustomerWords } from './words/index.ts';

type Props = {
  /** Tiyin, or minor units when the sale is in another currency. */
  value: number;
  currency: string;
  words: CustomerWords;
  /** The largest figure of its card: as large as the card is wide. */
  grand?: boolean;
  tone?: 'sure';
  testId?: string;
};

/** A sum with its unit; a long one becomes smaller instead of being cut. */
export function Sum({ value, currency, words, grand = false, tone, testId }: Props) {
  const text = formatSum(value);
  const unit = currency === 'UZS' ? words.sum : currency;
  return (
    <span
      className={cx(styles.sum, grand && styles.grand, tone && styles[tone])}
      style={{ '--signs': text.length + unit.length / 2 } as CSSProperties}
      {...(testId === undefined ? {} : { 'data-testid': testId, 'data-amount': value })}
    >
      <Figures>{text}</Figures>
      <span className={styles.unit}>{` ${unit}`}</span>
    </span>
  );
}
