import { useEffect, useRef, useState } from 'react';
import type { OpenItemsView } from '../../../preload/api.ts';
import { send, useTill } from '../../state/till.ts';
import { throttled } from '../../state/throttled.ts';
import { timing } from '../../state/timing.ts';
import type { Throttled } from '../../state/throttled.ts';

/** How often (ms) at most the list is asked for, however fast the till's views follow each other. */
const everyMs = 500;

/** Everything that is open, asked for when the screen opens and after every new view of the till; null until it is there. */
export function useOpenItems(): { open: OpenItemsView | null; refresh: () => void } {
  const [open, setOpen] = useState<OpenItemsView | null>(null);
  const asking = useRef<Throttled | null>(null);
  useEffect(() => {
    const mine = throttled(
      async () => {
        const result = await send('openItems');
        if (result.ok) setOpen(result.value);
      },
      everyMs,
      timing,
    );
    asking.current = mine;
    mine.ask();
    const off = useTill.subscribe((now, before) => {
      if (now.view?.revision !== before.view?.revision) mine.ask();
    });
    return () => {
      off();
      mine.stop();
    };
  }, []);
  return { open, refresh: () => asking.current?.ask() };
}
