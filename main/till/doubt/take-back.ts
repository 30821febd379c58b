import { isOpenDoubt } from '../../domain/attempt.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { cancelAfter } from '../../domain/asking.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { ProviderBook } from '../../tender/provider.ts';
import type { Equipment, Till } from '../context.ts';
import { lineIs } from '../reach.ts';
import { needsManager, wentBack } from './hear.ts';

/** How soon (ms) after the provider began to give money back it is asked whether it is there. */
const lookAfter = 3000;

/** Why the money is not back yet; undefined when it is, or when the attempt has ended otherwise. */
export type NotBackYet = { reason: string; message?: string; wait?: number };

/**
 * How long (ms) an attempt may not be taken back yet. A clock that stands before its sending was set back since: then enough
 * time has passed for anybody to have set a clock.
 */
export function tooEarly({ sentAt }: Pick<AttemptRow, 'sentAt'>, now: number): number {
  const passed = now - (sentAt ?? 0);
  return passed < 0 ? 0 : Math.max(0, cancelAfter - passed);
}

/**
 * Asks the provider to give the money of an attempt back, or to close it when nobody has paid. It may be repeated freely: the
 * provider gives one payment back once. Not earlier than 15 s after it was sent, for the charge may still be on its way.
 */
export async function takeBack(
  till: Till,
  equipment: Equipment,
  book: ProviderBook,
  attempt: AttemptRow,
): Promise<NotBackYet | undefined> {
  const early = tooEarly(attempt, till.world.now());
  if (early > 0) return { reason: 'too-early', wait: early };
  if (attempt.providerPaymentId === null) return { reason: 'not-found' };
  const outcome = await book.cancel(attempt.providerPaymentId);
  const now = findAttempt(till.db, attempt.id);
  if (!now || !isOpenDoubt(now)) return undefined;
  switch (outcome.kind) {
    case 'returned':
      wentBack(till, now);
      return undefined;
    case 'accepted':
      return { reason: 'returning', wait: lookAfter };
    case 'refused':
      needsManager(till, now, 'cancel-refused');
      return { reason: 'cancel-refused', message: outcome.message };
    case 'unclear':
      return { reason: outcome.reason, message: outcome.message };
    case 'unreachable':
      lineIs(till, 'down', equipment.payme?.knock ? 'payme' : 'box');
      return { reason: 'asking-failed' };
    default:
      return assertNever(outcome);
  }
}
