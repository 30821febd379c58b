import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Mark } from './mark.tsx';
import type { Tone } from './mark.tsx';
import styles from './pill.module.css';

type Props = {
  tone: Tone;
  children: ReactNode;
  testId?: string;
  data?: Record<`data-${string}`, string | number>;
  /** Fills the pill with the soft colour of its tone: something is waiting for a person. */
  filled?: boolean;
  plain?: boolean;
};

/** A word about a state with its shape; used on the status strip and beside documents. */
export function Pill({ tone, children, testId, data, filled = false, plain = false }: Props) {
  return (
    <span
      className={cx(styles.pill, filled && styles[tone])}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      {...data}
    >
      {plain ? null : <Mark tone={tone} />}
      {children}
    </span>
  );
}
