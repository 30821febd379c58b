import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenItemsView, TillView } from '../../../preload/api.ts';
import { Card } from '../../components/card.tsx';
import { KeyStrip } from '../../components/key-strip.tsx';
import { Message } from '../../components/message.tsx';
import { useCounterFirst } from '../../state/counter-first.ts';
import type { OpenFilter } from '../../state/open-items.ts';
import { currentMessage, dismiss, send, useTill } from '../../state/till.ts';
import { openDialog, showOpenItems } from '../../state/window.ts';
import type { Handlers } from '../../state/use-keys.ts';
import type { Question } from './actions.ts';
import { BoxLimits } from './box-limits.tsx';
import { Filters } from './filters.tsx';
import { Heading } from './heading.tsx';
import { List } from './list.tsx';
import { Matches } from './matches.tsx';
import styles from './open-items.module.css';
import { Questions } from './questions.tsx';
import { useOpenItems } from './use-open-items.ts';

/** Everything that is not certain or not done, for whoever is signed in; what only a manager may do asks for one. */
export function OpenItems({ view, filter }: { view: TillView; filter: OpenFilter }) {
  const { t } = useTranslation();
  const { open, refresh } = useOpenItems();
  const [question, ask] = useState<Question | null>(null);
  useCounterFirst(view, toCounter);
  const handlers: Handlers = {
    help: () => openDialog('help'),
    lock: () => void send('signOut'),
    back: leave,
  };
  return (
    <>
      <main className={styles.screen} data-testid="open-items" aria-label={t('unsettled.open.title')}>
        <Filters items={open?.items ?? []} filter={filter} />
        <Card className={styles.list}>
          <Heading items={open?.items ?? []} />
          <Notices box={open?.box ?? []} />
          <List key={filter} open={open} filter={filter} handlers={handlers} ask={ask} refresh={refresh} />
        </Card>
        <Matches matches={open?.matches ?? null} refresh={refresh} />
      </main>
      <KeyStrip context="openItems" handlers={handlers} />
      <Questions question={question} ask={ask} refresh={refresh} />
    </>
  );
}

const toCounter = (): void => showOpenItems(null);

/** Esc takes the message away first, then goes back to the counter. */
function leave(): void {
  if (currentMessage(useTill.getState())) dismiss();
  else toCounter();
}

/** What the till says, and the limits of the fiscal box that are near, above the list. */
function Notices({ box }: Pick<OpenItemsView, 'box'>) {
  const message = useTill(currentMessage);
  if (!message && box.length === 0) return null;
  return (
    <div className={styles.notices}>
      {message ? <Message message={message} onDismiss={dismiss} /> : null}
      <BoxLimits box={box} />
    </div>
  );
}
