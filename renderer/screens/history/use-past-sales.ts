import { useCallback, useEffect, useRef, useState } from 'react';
import type { PastSale } from '../../../preload/api.ts';
import { withChanged, withOlder } from '../../state/past-sales.ts';
import { send } from '../../state/till.ts';

/** How long (ms) a person types on before the till is asked. */
const typingMs = 200;

type Found = { text: string; sales: readonly PastSale[]; end: boolean };

/** The sales that `text` finds, newest first; null until they are there. `older` reads on, `changed` shows one as it is now. */
export function usePastSales(text: string) {
  const [found, setFound] = useState<Found | null>(null);
  const reading = useRef(false);
  useEffect(() => {
    let current = true;
    const timer = window.setTimeout(
      () => void read(text).then((sales) => current && setFound({ text, sales, end: sales.length === 0 })),
      text === '' ? 0 : typingMs,
    );
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [text]);
  const older = useCallback(async () => {
    const last = found?.sales.at(-1);
    if (!found || !last || found.end || reading.current) return;
    reading.current = true;
    const more = await read(found.text, last.at);
    reading.current = false;
    setFound((now) => (now?.text === found.text ? joined(now, more) : now));
  }, [found]);
  const changed = useCallback((sale: PastSale) => {
    setFound((now) => (now === null ? now : { ...now, sales: withChanged(now.sales, sale) }));
  }, []);
  return { sales: found?.sales ?? null, older, changed };
}

async function read(text: string, before?: number): Promise<readonly PastSale[]> {
  const result = await send('pastSales', { text: text.trim() === '' ? undefined : text.trim(), before });
  return result.ok ? result.value : [];
}

function joined(now: Found, more: readonly PastSale[]): Found {
  const sales = withOlder(now.sales, more);
  return { ...now, sales, end: sales === now.sales };
}
