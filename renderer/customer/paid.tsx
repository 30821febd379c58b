import type { CustomerView } from '../../preload/api.ts';
import styles from './paid.module.css';
import { Tick } from './pictures.tsx';
import { Sum } from './sum.tsx';
import type { CustomerWords } from './words/index.ts';

/** Certain: what was paid, the change to count, and thanks. The goods are no longer named. */
export function Paid({ view, words }: { view: CustomerView; words: CustomerWords }) {
  const { total, change, currency } = view;
  return (
    <main className={styles.paid} role="status" data-testid="payment-state" data-state="paid">
      <Tick />
      <h1 className={styles.headline}>{words.paid}</h1>
      {change > 0 ? (
        <>
          <p className={styles.small} data-testid="paid-total" data-amount={total}>
            {words.total}: <Sum value={total} currency={currency} words={words} />
          </p>
          <p className={styles.caption}>{words.change}</p>
          <p className={styles.figure}>
            <Sum value={change} currency={currency} words={words} grand tone="sure" testId="change" />
          </p>
        </>
      ) : (
        <p className={styles.figure}>
          <Sum value={total} currency={currency} words={words} grand tone="sure" testId="paid-total" />
        </p>
      )}
      <p className={styles.thanks}>{words.thanks}</p>
    </main>
  );
}
