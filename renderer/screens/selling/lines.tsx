import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { Figures } from '../../components/figures.tsx';
import { formatQuantity, formatSum } from '../../i18n/format.ts';
import { send } from '../../state/till.ts';
import styles from './lines.module.css';

type Props = { lines: readonly LineView[]; chosenId: string | undefined; lastId: string | null };

/** The lines in the order they were scanned; the chosen one is always in sight, also when a message takes room. */
export function Lines({ lines, chosenId, lastId }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const show = () => list.current?.querySelector('[data-chosen=true]')?.scrollIntoView({ block: 'nearest' });
    show();
    const size = new ResizeObserver(show);
    if (list.current) size.observe(list.current);
    return () => size.disconnect();
  });
  return (
    <ol className={styles.lines} ref={list} tabIndex={0} aria-label={t('sale.list')}>
      {lines.map((line, at) => (
        <Line key={line.id} line={line} number={at + 1} chosen={line.id === chosenId} fresh={line.id === lastId} />
      ))}
    </ol>
  );
}

type LineProps = { line: LineView; number: number; chosen: boolean; fresh: boolean };

/** A line changes only when its own figures do: a long sale must not slow the next scan. */
const Line = memo(
  function Line({ line, number, chosen, fresh }: LineProps) {
    const { t } = useTranslation();
    const { name, quantity, price, discount, total } = line;
    return (
      <li
        data-testid="cart-line"
        data-id={line.id}
        data-code={line.code}
        data-quantity={quantity}
        data-total={total}
        data-chosen={chosen}
        className={styles.item}
      >
        {fresh ? <span key={quantity} className={styles.flash} /> : null}
        <button
          type="button"
          className={cx(styles.line, chosen && styles.chosen)}
          aria-current={chosen}
          tabIndex={-1}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => void send('selectLine', { lineId: line.id })}
        >
          <span className={styles.number}>{number}</span>
          <span className={styles.name}>
            <span className={styles.words}>{name}</span>
            {line.minAge === null ? null : <span className={styles.age}>{line.minAge}+</span>}
            {discount > 0 ? (
              <span className={styles.discount}>{t('sale.discount', { sum: `−${formatSum(discount)}` })}</span>
            ) : null}
          </span>
          <span className={styles.times}>
            <Figures>{`${formatQuantity(quantity)} × ${formatSum(price)}`}</Figures>
          </span>
          <span className={styles.sum}>
            <Figures>{formatSum(total)}</Figures>
          </span>
        </button>
      </li>
    );
  },
  (a, b) => a.number === b.number && a.chosen === b.chosen && a.fresh === b.fresh && same(a.line, b.line),
);

function same(a: LineView, b: LineView): boolean {
  return (
    a.id === b.id &&
    a.quantity === b.quantity &&
    a.total === b.total &&
    a.price === b.price &&
    a.discount === b.discount
  );
}
