import { useEffect, useState } from 'react';
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
