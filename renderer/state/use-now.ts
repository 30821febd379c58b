import { useEffect, useReducer, useState } from 'react';
import { tillNow } from './till.ts';

/** The till's time in ms, refreshed every `everyMs`: clocks and bars that run out. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(tillNow);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(tillNow()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** Draws the caller once more when the till's clock reaches `at` (ms); null is never reached. */
export function useDrawnAt(at: number | null): void {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const left = at === null ? 0 : at - tillNow();
    if (left <= 0) return undefined;
    const timer = window.setTimeout(draw, left + 1);
    return () => window.clearTimeout(timer);
  }, [at]);
}
