import type { Timers } from '../../../main/till/context.ts';

/** A clock moved by hand: timers run when their moment is reached, in order. */
export type Clock = {
  now: () => number;
  /** Time that nobody can set. */
  steady: () => number;
  timers: Timers;
  advance(ms: number): void;
  /** Somebody sets the clock back, or forward with a negative number. */
  turnBack(ms: number): void;
};

type Alarm = { at: number; run: () => void };

/** Starts at `start` (ms). */
export function handClock(start: number): Clock {
  let steady = start;
  let setBackBy = 0;
  const alarms = new Set<Alarm>();
  const nextBefore = (end: number): Alarm | undefined =>
    [...alarms].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  return {
    now: () => steady - setBackBy,
    steady: () => steady,
    timers: {
      after: (ms, run) => {
        const alarm = { at: steady + ms, run };
        alarms.add(alarm);
        return () => alarms.delete(alarm);
      },
    },
    turnBack: (ms) => (setBackBy += ms),
    advance: (ms) => {
      const end = steady + ms;
      for (let alarm = nextBefore(end); alarm; alarm = nextBefore(end)) {
        alarms.delete(alarm);
        steady = Math.max(steady, alarm.at);
        alarm.run();
      }
      steady = end;
    },
  };
}
