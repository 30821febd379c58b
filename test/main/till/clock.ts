import type { Timers } from '../../../main/till/context.ts';

/** A clock moved by hand: timers run when their moment is reached, in order. */
export type Clock = { now: () => number; timers: Timers; advance(ms: number): void; turnBack(ms: number): void };

type Alarm = { at: number; run: () => void };

/** Starts at `start` (ms). */
export function handClock(start: number): Clock {
  let now = start;
  const alarms = new Set<Alarm>();
  const nextBefore = (end: number): Alarm | undefined =>
    [...alarms].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    timers: {
      after: (ms, run) => {
        const alarm = { at: now + ms, run };
        alarms.add(alarm);
        return () => alarms.delete(alarm);
      },
    },
    /** Somebody sets the clock back: moments move, waits go on. */
    turnBack: (ms) => {
      now -= ms;
      for (const alarm of alarms) alarm.at -= ms;
    },
    advance: (ms) => {
      const end = now + ms;
      for (let alarm = nextBefore(end); alarm; alarm = nextBefore(end)) {
        alarms.delete(alarm);
        now = Math.max(now, alarm.at);
        alarm.run();
      }
      now = end;
    },
  };
}
