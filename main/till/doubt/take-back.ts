import { assertNever } from '../../domain/assert-never.ts';
import { cancelAfter } from '../../domain/asking.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { ProviderBook } from '../../tender/provider.ts';
import type { Equipment, Till } from '../context.ts';
import { lineIs } from '../reach.ts';
import { isOpenDoubt, needsManager, wentBack } from './hear.ts';

/** How soon (ms) after the provider began to give money back it is asked whether it is there. */
const lookAfter = 3000;

/** Why the money is not back yet; undefined when it is, or when the attempt has ended otherwise. */
export type NotBackYet = { reason: string; message?: string; wait?: number };

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
  const tooEarly = (attempt.sentAt ?? 0) + cancelAfter - till.world.now();
  if (tooEarly > 0) return { reason: 'too-early', wait: Math.min(tooEarly, cancelAfter) };
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
      return { reason: outcome.reason };
    default:
      return assertNever(outcome);
  }
}
