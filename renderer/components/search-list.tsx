import type { KeyboardEventHandler, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Keyboard } from './keyboard.tsx';
import styles from './search-list.module.css';

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: KeyboardEventHandler;
  /** A lower line, where the list is the longer part. */
  low?: boolean;
  testId: string;
  /** What was found. */
  children: ReactNode;
};

/** A line to look for something with, what was found under it, and letters for a counter without a keyboard. */
export function SearchList({ label, value, onChange, onKeyDown, low = false, testId, children }: Props) {
  return (
    <>
      <input
        className={cx(styles.field, low && styles.low)}
        autoFocus
        aria-label={label}
        placeholder={label}
        data-testid={testId}
        inputMode="none"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {children}
      <Keyboard value={value} onChange={onChange} />
    </>
  );
}
