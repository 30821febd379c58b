import type { ReactNode } from 'react';
import styles from './card.module.css';
import { cx } from './cx.ts';

/** A white surface; cards are told apart by the ground between them, not by borders. */
export function Card(props: { children: ReactNode; className?: string | undefined; label?: string; testId?: string }) {
  return (
    <section
      className={cx(styles.card, props.className)}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
    >
      {props.children}
    </section>
  );
}
