import { askAgainIn, askCheckoutIn, codeDeadFor } from '../../domain/asking.ts';
import { isCheckout } from '../../domain/tender.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { findCheckout } from '../../store/checkouts.ts';
import { atomically } from '../../store/statement.ts';
import { changeAttempt } from '../attempts.ts';
import { play, say } from '../context.ts';
import type { Till } from '../context.ts';

/** True when the time to pay a checkout is over; of one that was never shown, the time in which it was to be made and paid. */
export function isDead(till: Till, { id, codeExpiresAt }: Pick<AttemptRow, 'id' | 'codeExpiresAt'>): boolean {
  const expiresAt = findCheckout(till.db, id)?.expiresAt ?? codeExpiresAt;
  return expiresAt !== null && till.world.steady() >= expiresAt;
}

/**
 * When (ms from now) an attempt is asked about next. A checkout is asked about often while the customer stands there, and once
 * at the moment it dies, so that nobody looks at a dead QR.
 */
export function nextQuestionIn(till: Till, attempt: AttemptRow, age: number, obligationId: number): number {
  const expiresAt = isCheckout(attempt.kind) ? (findCheckout(till.db, attempt.id)?.expiresAt ?? null) : null;
  const left = expiresAt === null ? 0 : expiresAt - till.world.steady();
  if (left <= 0) return askAgainIn(age, obligationId);
  return Math.min(askCheckoutIn(age), left);
}

/** A checkout that is dead and of which nobody could say whether it was paid is in doubt from now on. */
export function keepDoubt(till: Till, { id, kind }: AttemptRow, heard: { reason: string; message: string }): void {
  const checkout = isCheckout(kind) ? findCheckout(till.db, id) : undefined;
  if (!checkout || till.world.steady() < (checkout.expiresAt ?? Number.POSITIVE_INFINITY) + codeDeadFor) return;
  const attempt = findAttempt(till.db, id);
  if (attempt?.state !== 'sending') return;
  atomically(till.db, () => changeAttempt(till, id, 'in-doubt', { ...heard, managerSince: attempt.managerSince }));
  say(till, 'payment-in-doubt', 'doubt');
  play(till, 'doubt');
}
