import type { Till } from '../context.ts';

const losses = new WeakMap<Till, Map<string, number>>();

/** The answer about `subject` was lost now: the box may be at work on it for a while from here. */
export function lostNow(till: Till, subject: string): void {
  const bySubject = losses.get(till) ?? new Map<string, number>();
  losses.set(till, bySubject.set(subject, till.world.steady()));
}

/**
 * Since when (ms, by the clock nobody can set) the answer about `subject` is lost. A loss from before this program started
 * counts from the first look at it: the wall clock of that moment may have been set since.
 */
export function lostSince(till: Till, subject: string): number {
  const since = losses.get(till)?.get(subject);
  if (since !== undefined) return since;
  lostNow(till, subject);
  return till.world.steady();
}

/** The subject is done, parked, or proven not to be lost. */
export function forgetLoss(till: Till, subject: string): void {
  losses.get(till)?.delete(subject);
}
