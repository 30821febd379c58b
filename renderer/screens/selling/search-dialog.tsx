import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundItem } from '../../../preload/api.ts';
import { cx } from '../../components/cx.ts';
import { Figures } from '../../components/figures.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SearchList } from '../../components/search-list.tsx';
import { formatSum } from '../../i18n/format.ts';
import { send } from '../../state/till.ts';
import { openDialog, useWindow } from '../../state/window.ts';
import { pickItem } from './actions.ts';
import styles from './search.module.css';

/** F2: goods by a part of the name or the code; arrows and Enter, or a finger. */
export function SearchDialog() {
  const { t } = useTranslation();
  const open = useWindow((state) => state.dialog === 'search');
  if (!open) return null;
  return (
    <Dialog title={t('search.title')} size="large" onClose={() => openDialog(null)}>
      <Search />
    </Dialog>
  );
}

function pick(item: FoundItem | undefined): void {
  if (!item) return;
  openDialog(null);
  pickItem(item);
}

function Search() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits(text);
  const type = (next: string) => {
    setText(next);
    setAt(0);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.code === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.code === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') pick(hits[at]);
    else return;
    event.preventDefault();
  };
  return (
    <SearchList label={t('search.field')} value={text} onChange={type} onKeyDown={onKeyDown} testId="search">
      <Hits hits={hits} at={at} text={text} />
    </SearchList>
  );
}

/** Asks the till at every key; an answer to an older text than the one in the field is thrown away. */
function useHits(text: string): readonly FoundItem[] {
  const [hits, setHits] = useState<readonly FoundItem[]>([]);
  useEffect(() => {
    let current = true;
    const asked = text.trim();
    const found = asked === '' ? Promise.resolve([]) : search(asked);
    void found.then((items) => current && setHits(items));
    return () => {
      current = false;
    };
  }, [text]);
  return hits;
}

async function search(text: string): Promise<readonly FoundItem[]> {
  const result = await send('search', { text });
  return result.ok ? result.value : [];
}

function Hits({ hits, at, text }: { hits: readonly FoundItem[]; at: number; text: string }) {
  const { t } = useTranslation();
  const chosen = useRef<HTMLDivElement>(null);
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest' }));
  if (hits.length === 0) return <p className={styles.none}>{t(text.trim() === '' ? 'search.hint' : 'search.none')}</p>;
  return (
    <div className={styles.hits} role="listbox" aria-label={t('search.results')} tabIndex={-1}>
      {hits.map((hit, index) => (
        <div
          key={hit.itemId}
          ref={index === at ? chosen : null}
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          className={cx(styles.hit, index === at && styles.chosen)}
          data-testid="hit"
          data-code={hit.code}
          data-item={hit.itemId}
          onClick={() => pick(hit)}
          onKeyDown={(event) => event.code === 'Enter' && pick(hit)}
        >
          <span className={styles.name}>{hit.name}</span>
          <span className={styles.code}>{hit.code}</span>
          <span className={styles.price}>
            <Figures>{formatSum(hit.price)}</Figures>
            {hit.weighed ? ` / ${hit.unit}` : ''}
          </span>
        </div>
      ))}
    </div>
  );
}
