import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenAction, OpenItem, OpenItemsView } from '../../../preload/api.ts';
import { isUnder } from '../../state/open-items.ts';
import type { OpenFilter } from '../../state/open-items.ts';
import { useKeys } from '../../state/use-keys.ts';
import type { Handlers } from '../../state/use-keys.ts';
import { useNow } from '../../state/use-now.ts';
import { act } from './actions.ts';
import type { Question } from './actions.ts';
import { Empty } from './empty.tsx';
import styles from './list.module.css';
import { Row } from './row.tsx';
import { useChoice } from './use-choice.ts';
import { useSight } from './use-sight.ts';

type Props = {
  open: OpenItemsView | null;
  filter: OpenFilter;
  handlers: Handlers;
  ask: (question: Question) => void;
  refresh: () => void;
};

const none: readonly OpenItem[] = [];

/** How many rows the page keys go. */
const page = 4;

/** The list in the till's order; however long it is, only the rows in sight are drawn. */
export function List({ open, filter, handlers, ask, refresh }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const items = useMemo(() => open?.items.filter((item) => isUnder(filter, item)) ?? none, [open, filter]);
  const { scroller, row, show, from, to } = useSight(items.length);
  const { chosen, choose, move } = useChoice(items, show);
  const onAct = useCallback(
    (action: OpenAction, item: OpenItem) => void act(action, item, ask).then(refresh),
    [ask, refresh],
  );
  const first = chosen?.actions[0];
  const step = (by: number) => {
    move(by);
    requestAnimationFrame(() => focusChosen(scroller.current));
  };
  useKeys('openItems', {
    ...handlers,
    up: () => step(-1),
    down: () => step(1),
    pageUp: () => step(-page),
    pageDown: () => step(page),
    ...(chosen && first ? { enter: () => onAct(first, chosen) } : {}),
  });
  return (
    <ul className={styles.list} ref={scroller} aria-label={t('unsettled.open.list')} data-count={items.length}>
      <li className={styles.space} style={{ height: items.length * row }} aria-hidden="true" />
      {items.slice(from, to).map((item, at) => (
        <Row
          key={item.id}
          item={item}
          at={from + at}
          count={items.length}
          top={(from + at) * row}
          now={now}
          chosen={item.id === chosen?.id}
          onChoose={choose}
          onAct={onAct}
        />
      ))}
      {items.length === 0 ? <Empty reading={open === null} filter={filter} /> : null}
    </ul>
  );
}

/** The row chosen with the arrows has the focus, so that Tab goes on to its buttons. */
function focusChosen(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
}
