import type { Code } from '../../../preload/api.ts';
import { play, say } from '../context.ts';
import type { Till } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { countTry } from './tries.ts';

/** What the fiscal service refused, in its own words. */
export type Refusal = { code: string; message: string };

/** The module wants each operation at least a second after the last (FBOX 36888). */
export const timePastWait = 1100;

const clockOffWait = 60_000;
const timePastSlowWait = 10_000;

/** A second's patience now and then is usual; more often the till's clock stands behind the module's. */
const quietTries = 3;

const clockCodes = ['time-past', 'clock-off'] as const;
type ClockCode = (typeof clockCodes)[number];

/** Whether a refusal is about the time: it meets every document alike, so it is waited for and nothing is parked. */
export function isClockTrouble(refusal: Refusal): refusal is Refusal & { code: ClockCode } {
  return (clockCodes as readonly string[]).includes(refusal.code);
}

/**
 * Waits until the clocks agree: a little over a second for the module's own pace, ten seconds once that did not help,
 * a minute when the module says how far off the till is. `code` is what the cashier then reads.
 */
export function waitForClock(
  till: Till,
  subject: string,
  code: Code,
  refusal: Refusal & { code: ClockCode },
): Extract<Worked, { kind: 'later' }> {
  const tries = countTry(till, subject, refusal.code);
  const quiet = refusal.code === 'time-past' && tries <= quietTries;
  if (quiet) return { kind: 'later', reason: refusal.code, wait: timePastWait };
  if (till.memo.message?.code !== code) play(till, 'trouble');
  say(till, code, 'refused', { code: refusal.code, message: refusal.message });
  return { kind: 'later', reason: refusal.code, wait: refusal.code === 'clock-off' ? clockOffWait : timePastSlowWait };
}

/** The module took something, so the clocks agree again: what was said about them leaves the screen. */
export function clockIsRight(till: Till): void {
  const said = till.memo.message?.facts['code'];
  if (clockCodes.some((code) => code === said)) till.memo.message = null;
}
