import type { ReactNode } from 'react';
import type { CustomerView } from '../../preload/api.ts';
import styles from './customer.module.css';
import type { CustomerWords } from './words/index.ts';

/** What every step stands in: the shop's name on top while somebody is served, and the mark of training. */
export function Frame({ view, words, children }: { view: CustomerView; words: CustomerWords; children: ReactNode }) {
  const serving = view.step !== 'idle' && view.step !== 'closed';
  return (
    <div
      className={styles.screen}
      data-testid="customer-screen"
      data-step={view.step}
      data-revision={view.revision}
      data-language={view.language}
    >
      {serving ? (
        <header className={styles.head}>
          <span className={styles.shop}>{view.shopName}</span>
          {view.lines.length > 0 ? (
            <span className={styles.count}>{words.items.replace('{count}', String(view.lines.length))}</span>
          ) : null}
        </header>
      ) : null}
      {children}
      {view.training ? (
        <>
          <div className={styles.trainingFrame} aria-hidden="true" />
          <p className={styles.training}>{words.training}</p>
        </>
      ) : null}
    </div>
  );
}
