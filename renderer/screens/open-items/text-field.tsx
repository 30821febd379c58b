import { cx } from '../../components/cx.ts';
import styles from './text-field.module.css';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onFocus?: () => void;
  /** True while the keyboard on the screen types into it. */
  typed?: boolean;
  hint?: string;
  longest: number;
  testId: string;
  autoFocus?: boolean;
};

/** A line of text, typed on either keyboard. */
export function TextField({ label, value, onChange, onFocus, typed = true, hint, longest, testId, ...more }: Props) {
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <input
        className={cx(styles.input, typed && styles.typed)}
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        autoFocus={more.autoFocus ?? false}
        maxLength={longest}
        placeholder={hint}
        data-testid={testId}
        value={value}
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
