import { isOpenDoubt } from '../../domain/attempt.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { cancelAfter } from '../../domain/asking.ts';
import { isCheckout } from '../../domain/tender.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { ProviderBook } from '../../tender/provider.ts';
import type { Till } from '../context.ts';
import { paymentRef } from '../providers.ts';
import { lineIs } from '../reach.ts';
import { needsManager, wentBack } from './hear.ts';
import type { WhyReturned } from './hear.ts';

/** How soon (ms) after the provider began to give money back it is asked whether it is there. */
const lookAfter = 3000;

/** Refusals that tell a manager what to do themselves, or not to do twice; of every other the provider's own words are enough. */
const telling: ReadonlySet<string> = new Set(['cabinet-only', 'refund-unanswered']);

/** Why the provider will not give money back by itself, in the words a manager acts on. */
export function whyRefused(reason: string): string {
  return telling.has(reason) ? reason : 'cancel-refused';
}

/** True for a reason `whyRefused` gives: asking again changes nothing, only a person goes on. */
export function wasRefused(reason: string): boolean {
  return reason === 'cancel-refused' || telling.has(reason);
}

/** Why the money is not back yet; undefined when it is, or when the attempt has ended otherwise. */
export type NotBackYet = { reason: string; message?: string; wait?: number };

/**
 * How long (ms) an attempt may not be taken back yet. A clock that stands before its sending was set back since: then enough
 * time has passed for anybody to have set a clock. A checkout may be taken back at once: no charge is on its way.
 */
export function tooEarly({ kind, sentAt }: Pick<AttemptRow, 'kind' | 'sentAt'>, now: number): number {
  if (isCheckout(kind)) return 0;
  const passed = now - (sentAt ?? 0);
  return passed < 0 ? 0 : Math.max(0, cancelAfter - passed);
}

/**
 * Asks the provider to give the money of an attempt back, or to close it when nobody has paid. It may be repeated freely: the
 * provider gives one payment back once. `why` is what a payment that ends at once was. Not earlier than 15 s after it was
 * sent, for the charge may still be on its way.
 */
export async function takeBack(
  till: Till,
  book: ProviderBook,
  attempt: AttemptRow,
  why: WhyReturned,
): Promise<NotBackYet | undefined> {
  const early = tooEarly(attempt, till.world.now());
  if (early > 0) return { reason: 'too-early', wait: early };
  const payment = paymentRef(attempt);
  if (!payment) return { reason: 'not-found' };
  const outcome = await book.cancel(payment);
  const now = findAttempt(till.db, attempt.id);
  if (!now || !isOpenDoubt(now)) return undefined;
  switch (outcome.kind) {
    case 'returned':
      wentBack(till, now, why);
      return undefined;
    case 'accepted':
      return isCheckout(attempt.kind) ? { reason: 'returning' } : { reason: 'returning', wait: lookAfter };
    case 'refused': {
      const reason = whyRefused(outcome.reason);
      needsManager(till, now, reason);
      return { reason, message: outcome.message };
    }
    case 'unclear':
      return { reason: outcome.reason, message: outcome.message };
    case 'unreachable':
      if (book.line) lineIs(till, 'down', book.line);
      return { reason: 'asking-failed' };
    default:
      return assertNever(outcome);
  }
}
