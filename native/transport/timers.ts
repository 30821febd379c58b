/** The one way devices wait: `after(ms, run)` returns a function that cancels. Passed in, so that tests own the time. */
export type Timers = { after(ms: number, run: () => void): () => void };

/** Real timers. */
export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
