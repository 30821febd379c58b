/** The clock and the alarm as the shell's rules see them; `after` hands back its own cancelling. Times in ms. */
export type Timers = {
  now(): number;
  after(ms: number, run: () => void): () => void;
};

/** The machine's own clock and alarms. */
export const machineTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
