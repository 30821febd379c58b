import type { Till } from '../context.ts';

const counted = new WeakMap<Till, Map<string, Map<string, number>>>();

/**
 * Counts one more try for `subject` that was answered and did not help, and says how many there were since the program
 * started. A try that reached nobody is not counted: it says nothing about the subject.
 */
export function countTry(till: Till, subject: string, why: string): number {
  const bySubject = counted.get(till) ?? new Map<string, Map<string, number>>();
  const tries = bySubject.get(subject) ?? new Map<string, number>();
  const count = (tries.get(why) ?? 0) + 1;
  counted.set(till, bySubject.set(subject, tries.set(why, count)));
  return count;
}

/** The subject is done, parked, or taken up anew by a person. */
export function forgetTries(till: Till, subject: string): void {
  counted.get(till)?.delete(subject);
}
