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
    if (at === null || at <= tillNow()) return undefined;
    let timer: number | undefined;
    // The clock of the till is known a little better with every view: a timer may ring before it is time.
    const wait = () => {
      timer = window.setTimeout(() => (tillNow() < at ? wait() : draw()), Math.max(1, at - tillNow() + 1));
    };
    wait();
    return () => window.clearTimeout(timer);
  }, [at]);
}
