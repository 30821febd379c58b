import type { Timers } from './context.ts';

/** Timers that end with the till: one that fired later would find the database closed. */
export function stoppableTimers(timers: Timers): { timers: Timers; stop(): void } {
  const running = new Set<() => void>();
  let stopped = false;
  return {
    timers: {
      after: (ms, run) => {
        if (stopped) return () => {};
        const cancel = timers.after(ms, () => {
          running.delete(cancel);
          run();
        });
        running.add(cancel);
        return () => {
          running.delete(cancel);
          cancel();
        };
      },
    },
    stop: () => {
      stopped = true;
      for (const cancel of running) cancel();
      running.clear();
    },
  };
}
