import type { Timers } from '../../main/till/context.ts';

/** The world's own clock in whole ms, which may also be moved on: the fiscal box wants a second between two documents. */
export type Clock = { now: () => number; timers: Timers; skip(ms: number): void };

/** Starts at the present; timers run in real time. */
export function worldClock(): Clock {
  let skipped = 0;
  return {
    now: () => Date.now() + skipped,
    timers: {
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    skip: (ms) => {
      skipped += ms;
    },
  };
}
