import type { Timing } from './throttled.ts';

/** The browser's clock and timers, for calls that may be asked for too often. */
export const timing: Timing = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = window.setTimeout(run, ms);
    return () => window.clearTimeout(timer);
  },
};
