import type { CustomerLine, CustomerView } from '../../preload/api.ts';
import { Mark } from '../components/mark.tsx';
import { cx } from '../components/cx.ts';
import { Figures } from '../components/figures.tsx';
import { howMuch } from './lines.tsx';
import styles from './panel.module.css';
import { Phone } from './pictures.tsx';
import { sayStep } from './say.ts';
import { Sum } from './sum.tsx';
import type { CustomerWords } from './words/index.ts';

type Props = { view: CustomerView; words: CustomerWords };

/** Beside the lines: the last item while goods are scanned, the state of the payment afterwards, and always the total. */
export function Panel({ view, words }: Props) {
  const last = view.lines.find(({ id }) => id === view.lastLineId) ?? view.lines.at(-1);
  return (
    <aside className={styles.panel}>
      {view.step === 'selling' && last ? (
        <LastItem key={`${last.id} ${last.quantity}`} line={last} view={view} words={words} />
      ) : null}
      <State view={view} words={words} />
      <Total view={view} words={words} />
    </aside>
  );
}

function LastItem({ line, view, words }: Props & { line: CustomerLine }) {
  return (
    <section className={styles.item} data-testid="last-item">
      <p className={styles.itemName}>{line.name}</p>
      <p className={styles.itemFacts}>
        <Figures>{howMuch(line)}</Figures>
      </p>
      <p className={styles.itemSum}>
        <Sum value={line.total} currency={view.currency} words={words} />
      </p>
    </section>
  );
}

function State({ view, words }: Props) {
  const said = sayStep(words, view.step);
  if (!said) return null;
  return (
    <section
      className={cx(styles.state, styles[said.tone])}
      role="status"
      data-testid="payment-state"
      data-state={view.step}
    >
      {view.step === 'show-code' ? <Phone /> : null}
      <h1 className={styles.headline}>
        {said.tone === 'info' ? null : <Mark tone={said.tone} large />}
        {said.headline}
      </h1>
      <p className={styles.text}>{said.text}</p>
      {view.step === 'working' || view.step === 'checking' ? <div className={styles.running} /> : null}
      {view.goingBack ? <p className={styles.note}>{words.goingBack}</p> : null}
    </section>
  );
}

/** The sum to pay; the discount is named beside it, because the customer was promised it. */
export function Total({ view, words }: Props) {
  const { total, due, discount, currency, step } = view;
  return (
    <section className={styles.total}>
      {discount > 0 ? (
        <p className={styles.discount}>
          <span>{words.discounts}</span>
          <span data-testid="discount" data-amount={discount}>
            −<Sum value={discount} currency={currency} words={words} />
          </span>
        </p>
      ) : null}
      <p className={styles.caption}>{step === 'selling' ? words.total : words.due}</p>
      <Sum value={step === 'selling' ? total : due} currency={currency} words={words} grand testId="total" />
    </section>
  );
}
