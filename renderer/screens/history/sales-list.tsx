import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PastSale } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { cx } from '../../components/cx.ts';
import { formatDateTime, formatSum } from '../../i18n/format.ts';
import { useLatest } from '../../state/use-latest.ts';
import styles from './sales-list.module.css';

type Props = {
  sales: readonly PastSale[] | null;
  chosen: string | null;
  onChoose: (id: string) => void;
  onEnd: () => void;
};

/** So near (px) to the end of the list the next page is read. */
const nearEnd = 400;

/** Sales newest first; older ones are read when the end comes near. */
export function SalesList({ sales, chosen, onChoose, onEnd }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const choose = useLatest(onChoose);
  useEffect(() => {
    const node = list.current;
    if (sales !== null && node && node.scrollHeight - node.scrollTop - node.clientHeight < nearEnd) onEnd();
  }, [sales, onEnd]);
  const onScroll = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: React.UIEvent) => {
    if (scrollHeight - scrollTop - clientHeight < nearEnd) onEnd();
  };
  if (sales === null) return <p className={styles.none}>{t('history.reading')}</p>;
  if (sales.length === 0) return <Nothing />;
  return (
    <ul className={styles.list} ref={list} tabIndex={0} aria-label={t('history.list')} onScroll={onScroll}>
      {sales.map((sale) => (
        <Row key={sale.id} sale={sale} chosen={sale.id === chosen} onChoose={choose} />
      ))}
    </ul>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <div className={styles.none} data-testid="history-none">
      <p className={styles.noneTitle}>{t('history.none')}</p>
      <p>{t('history.noneText')}</p>
    </div>
  );
}

type RowProps = { sale: PastSale; chosen: boolean; onChoose: (id: string) => void };

/** Drawn again only when its own sale changes: the list may be long. */
const Row = memo(function Row({ sale, chosen, onChoose }: RowProps) {
  const { id, number, refunded } = sale;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li
      ref={row}
      className={styles.item}
      data-testid="past-sale"
      data-id={id}
      data-number={number}
      data-refunded={refunded}
    >
      <button
        type="button"
        className={cx(styles.row, chosen && styles.chosen)}
        aria-current={chosen}
        tabIndex={-1}
        onClick={() => onChoose(id)}
      >
        <RowFacts sale={sale} />
      </button>
    </li>
  );
});

/** Which sale it is, and how it was paid, or that it was given back. */
function RowFacts({ sale: { number, at, total, tenders, cashier, refunded } }: { sale: PastSale }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.number}>№ {number}</span>
      <Amount value={total} />
      <span className={styles.facts}>{`${formatDateTime(at)} · ${cashier}`}</span>
      <span className={styles.tenders}>
        {refunded > 0 ? (
          <span className={styles.refunded}>{t('history.gaveBack', { sum: formatSum(refunded) })}</span>
        ) : (
          tenders.map((kind) => t(`tenders.${kind}`)).join(', ')
        )}
      </span>
    </>
  );
}
