import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenAction, OpenItem } from '../../../preload/api.ts';
import { Amount } from '../../components/amount.tsx';
import { Button } from '../../components/button.tsx';
import { cx } from '../../components/cx.ts';
import { useSpan } from '../../components/span.ts';
import { formatForeign } from '../../i18n/format.ts';
import { reasonWords } from '../../i18n/unsettled/reason-words.ts';
import { explain } from '../../state/window.ts';
import { KindIcon } from './icons.tsx';
import styles from './row.module.css';
import { dayOf, lastWords, nextWords, toneOf } from './words.ts';

type Props = {
  item: OpenItem;
  /** Its place in the list, from 0, and how many there are: only the rows in sight are drawn. */
  at: number;
  count: number;
  top: number;
  now: number;
  chosen: boolean;
  onChoose: (id: string) => void;
  onAct: (action: OpenAction, item: OpenItem) => void;
};

/** One thing that is not settled: what it is, how old, what was last heard, what happens next, what one may do. */
export const Row = memo(function Row({ item, at, count, top, now, chosen, onChoose, onAct }: Props) {
  return (
    <li
      className={cx(styles.row, item.needsPerson && styles.person, chosen && styles.chosen)}
      style={{ transform: `translateY(${top}px)` }}
      tabIndex={-1}
      aria-setsize={count}
      aria-posinset={at + 1}
      {...(chosen ? { 'aria-current': true } : {})}
      data-testid="open-item"
      data-id={item.id}
      data-kind={item.kind}
      data-needs-person={item.needsPerson}
      data-amount={item.amount ?? ''}
      onPointerDown={() => onChoose(item.id)}
    >
      <KindIcon kind={item.kind} tone={toneOf(item)} person={item.needsPerson} />
      <Words item={item} now={now} />
      <div className={styles.foot}>
        <Next item={item} now={now} />
        <Actions item={item} onAct={onAct} />
      </div>
    </li>
  );
});

function Words({ item, now }: { item: OpenItem; now: number }) {
  const { t } = useTranslation();
  const span = useSpan();
  const which = whichOf(item, (number) => t('unsettled.open.sale', { number }));
  return (
    <div className={styles.words}>
      <p className={styles.head}>
        <span className={styles.kind}>{t(`unsettled.kind.${item.kind}`)}</span>
        <span className={styles.which}>{[...which, span(now - item.since)].join(' · ')}</span>
        {item.amount === null ? null : <Amount value={item.amount} unit />}
        {item.charged === null ? null : (
          <span className={styles.charged} data-testid="open-item-charged">
            {formatForeign(item.charged.amount, item.charged.currency)}
          </span>
        )}
      </p>
      <p className={styles.last}>
        {lastWords(t, item)}
        {item.last ? <span className={styles.code}>{reasonWords(t, item.last.reason).short}</span> : null}
      </p>
    </div>
  );
}

function Next({ item, now }: { item: OpenItem; now: number }) {
  const { t } = useTranslation();
  const span = useSpan();
  return <p className={cx(styles.next, item.needsPerson && styles.hands)}>{nextWords(t, item, now, span)}</p>;
}

/** Which sale it is, or which day of the match. */
function whichOf({ saleNumber, finding }: OpenItem, sale: (number: number) => string): string[] {
  return [saleNumber === null ? '' : sale(saleNumber), finding ? dayOf(finding.date) : ''].filter(Boolean);
}

function Actions({ item, onAct }: Pick<Props, 'item' | 'onAct'>) {
  const { t } = useTranslation();
  const code = item.last ? reasonWords(t, item.last.reason).code : null;
  return (
    <div className={styles.actions}>
      {code === null ? null : (
        <Button
          size="small"
          look="quiet"
          label={t('unsettled.open.why')}
          onPress={() => explain(code)}
          testId="open-item-why"
          data={{ 'data-code': code }}
        >
          ?
        </Button>
      )}
      {item.actions.map((action) => (
        <Button key={action} size="small" onPress={() => onAct(action, item)} testId={`open-item-${action}`}>
          {t(`unsettled.act.${action}`)}
        </Button>
      ))}
    </div>
  );
}
