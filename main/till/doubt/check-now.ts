import { isOpenDoubt } from '../../domain/attempt.ts';
import { findAttempt } from '../../store/attempts.ts';
import { atomically } from '../../store/statement.ts';
import type { Result } from '../../../preload/api.ts';
import { oweAsking } from '../attempts.ts';
import { isGoingBack } from '../obligations/late.ts';
import { ok, refuse } from '../context.ts';
import type { Counter } from '../context.ts';

/** Asks the provider about an attempt now; one that was asked about for a day is taken up again. */
export function checkNow({ till, equipment }: Counter, arg: { attemptId: string }): Result<null> {
  const attempt = findAttempt(till.db, arg.attemptId);
  const isOpen = attempt !== undefined && (isOpenDoubt(attempt) || isGoingBack(attempt));
  if (!isOpen) return refuse(till, 'attempt-settled');
  if (!atomically(till.db, () => oweAsking(till, equipment, attempt))) return refuse(till, 'payment-needs-manager');
  till.wake('ask');
  return ok(null);
}
