import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
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
  /** Makes it a button: what it counts is one press away. */
  onPress?: (() => void) | undefined;
  /** Says it all where the screen has room for a figure only. */
  label?: string;
};

/** A word about a state with its shape; used on the status strip and beside documents. */
export function Pill({ tone, children, testId, data, filled = false, plain = false, onPress, label }: Props) {
  const common = {
    className: cx(styles.pill, filled && styles[tone], onPress && styles.pressable),
    ...(testId === undefined ? {} : { 'data-testid': testId }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...data,
  };
  const inside = (
    <>
      {plain ? null : <Mark tone={tone} />}
      {children}
    </>
  );
  if (!onPress) return <span {...common}>{inside}</span>;
  return (
    <Button {...common} onPress={onPress}>
      {inside}
    </Button>
  );
}
