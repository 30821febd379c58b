import { setTimeout as sleep } from 'node:timers/promises';
import type { ClockOrder } from './hook/orders.ts';

/**
 * The time of one run: it passes `speed` times as fast as ours, for the till (its hook lives by the same figures) and for
 * everything around it alike. A till's second then takes a tenth of ours, and a thousand runs an hour instead of ten.
 */
export type WorldClock = {
  now(): number;
  /** Waits `ms` of the world. */
  wait(ms: number): Promise<void>;
  /** `ms` of the world in ours. */
  real(ms: number): number;
  /** The clock as the till is told it, `ahead` ms off. */
  order(ahead?: number): ClockOrder;
  /** A world that went as fast as ours goes `speed` times as fast from now on, for every till started after this. */
  hurry(speed: number): void;
};

/** Starts a world's time now. */
export function startWorldClock(speed: number): WorldClock {
  let origin = Date.now();
  let pace = speed;
  return {
    now: () => Math.floor(origin + (Date.now() - origin) * pace),
    wait: async (ms) => void (await sleep(ms / pace)),
    real: (ms) => ms / pace,
    order: (ahead = 0) => ({ origin, speed: pace, ahead }),
    hurry: (next) => {
      if (pace !== 1) throw new Error('this world hurries already');
      [origin, pace] = [Date.now(), next];
    },
  };
}
