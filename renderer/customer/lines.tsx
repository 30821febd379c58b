import { memo, useEffect, useRef } from 'react';
import type { CustomerLine, CustomerView } from '../../preload/api.ts';
import { cx } from '../components/cx.ts';
import { Figures } from '../components/figures.tsx';
import { formatQuantity, formatSum } from '../i18n/format.ts';
import styles from './lines.module.css';
import type { CustomerWords } from './words/index.ts';

/** Everything on the sale with its prices and discounts; the line touched last is always in sight. */
export function Lines({ view, words }: { view: CustomerView; words: CustomerWords }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-last=true]')?.scrollIntoView({ block: 'nearest' });
  });
  return (
    <ol className={styles.lines} ref={list}>
      {view.lines.map((line) => (
        <Line key={line.id} line={line} last={line.id === view.lastLineId} words={words} />
      ))}
    </ol>
  );
}

type LineProps = { line: CustomerLine; last: boolean; words: CustomerWords };

/** Drawn again only when its own figures change: a long sale must not slow the next scan. */
const Line = memo(DrawnLine, (a, b) => a.last === b.last && a.words === b.words && sameLine(a.line, b.line));

function sameLine(a: CustomerLine, b: CustomerLine): boolean {
  const keys = ['name', 'unit', 'quantity', 'price', 'discount', 'total'] as const;
  return keys.every((key) => a[key] === b[key]);
}

function DrawnLine({ line, last, words }: LineProps) {
  return (
    <li
      className={cx(styles.line, last && styles.last)}
      data-testid="cart-line"
      data-last={last}
      data-quantity={line.quantity}
      data-total={line.total}
    >
      <span className={styles.name}>{line.name}</span>
      <span className={styles.total}>
        <Figures>{formatSum(line.total)}</Figures>
      </span>
      <span className={styles.facts}>
        <Figures>{howMuch(line)}</Figures>
      </span>
      {line.discount > 0 ? (
        <span className={styles.discount}>
          {words.discount} <Figures>{`−${formatSum(line.discount)}`}</Figures>
        </span>
      ) : null}
    </li>
  );
}

/** `2 dona × 31 500`, also for one piece: the price of one is what a customer checks. */
export function howMuch({ quantity, unit, price }: CustomerLine): string {
  return `${formatQuantity(quantity)} ${unit} × ${formatSum(price)}`;
}
