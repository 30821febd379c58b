import type { ClockOrder } from './orders.ts';

const realNow = Date.now;
const realAfter = globalThis.setTimeout;
const realEvery = globalThis.setInterval;

let order: ClockOrder = { origin: 0, speed: 1, ahead: 0 };

/** The true time (ms) of the world the till lives in. */
function worldNow(): number {
  return order.origin + (realNow() - order.origin) * order.speed;
}

/** Sets the till's clock on the wall; nothing that counts steadily notices. */
export function setClock(next: ClockOrder): void {
  order = next;
  Date.now = () => Math.floor(worldNow()) + order.ahead;
}

/**
 * Makes the process live in the world's time: timers, and `performance.now`, which with its origin tells what the clock on
 * the wall showed when the process was started and how long that is ago.
 */
export function liveByClock(): void {
  const ahead = order.ahead;
  const after = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout =>
    realAfter(run, ms / order.speed, ...args);
  const every = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): NodeJS.Timeout =>
    realEvery(run, ms / order.speed, ...args);
  Object.assign(globalThis, { setTimeout: after, setInterval: every });
  const steady = (): number => worldNow() + ahead - performance.timeOrigin;
  Object.defineProperty(performance, 'now', { value: steady, configurable: true });
}
