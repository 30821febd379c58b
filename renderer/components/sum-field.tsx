import { formatEntry } from '../i18n/format.ts';
import { cleaned } from '../state/entry.ts';
import { cx } from './cx.ts';
import styles from './field.module.css';

type Props = {
  label: string;
  /** Digits as keyed in, not yet grouped. */
  value: string;
  onChange: (value: string) => void;
  testId: string;
  unit?: string;
  placeholder?: string;
  size?: 'large' | 'total';
};

/** A field for a sum: grouped while it is typed, filled by the number pad or the keyboard alike. */
export function SumField({ label, value, onChange, testId, unit, placeholder = '0', size = 'large' }: Props) {
  return (
    <label className={cx(styles.field, styles[size])}>
      <span className={styles.label}>{label}</span>
      <span className={styles.box}>
        <input
          className={styles.input}
          inputMode="none"
          autoComplete="off"
          autoFocus
          data-amount-field=""
          data-testid={testId}
          placeholder={placeholder}
          value={formatEntry(value)}
          onChange={(event) => onChange(cleaned(event.target.value))}
        />
        {unit === undefined ? null : <span className={styles.unit}>{unit}</span>}
      </span>
    </label>
  );
}
