import { isOpenDoubt } from '../../domain/attempt.ts';
import { isCheckout } from '../../domain/tender.ts';
import { attemptOfPayment, findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { atomically } from '../../store/statement.ts';
import { oweAsking } from '../attempts.ts';
import { isWatched } from '../obligations/late.ts';
import { bookOf } from '../providers.ts';
import type { Equipment, Till } from '../context.ts';

/** The attempt a provider calls by this name; undefined for another provider's, another till's, or nobody's. */
export function attemptCalled(till: Till, provider: string, name: string): AttemptRow | undefined {
  const id = attemptOfPayment(till.db, provider, name);
  const attempt = id === undefined ? undefined : findAttempt(till.db, id);
  return attempt && isCheckout(attempt.kind) ? attempt : undefined;
}

/**
 * A provider says that something happened to an attempt: it is asked about at once. The call itself changes nothing about
 * money, so that there is one way in which a payment is believed, whether a provider called, was asked, or did both at once.
 */
export function askNow(till: Till, equipment: Equipment, attempt: AttemptRow): void {
  if (!isOpenDoubt(attempt) && !isWatched(attempt, bookOf(equipment, attempt))) return;
  atomically(till.db, () => oweAsking(till, equipment, attempt));
  till.wake('ask');
}
