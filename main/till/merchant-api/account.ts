import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { isDead } from '../checkout/rhythm.ts';
import type { Till } from '../context.ts';
import { refuseCall } from './answers.ts';
import type { Refused } from './answers.ts';

/** What Payme says it is about: an account of ours, by the field the shop entered in Payme's cabinet, and a sum in tiyin. */
export type Claim = { account: Readonly<Record<string, unknown>>; amount: number };

/** The attempt a claim is about, whatever became of it; the sum must be its own to the tiyin. */
export function claimed(
  till: Till,
  { account, amount }: Claim,
  field: string,
): { ok: true; attempt: AttemptRow } | Refused {
  const value = account[field];
  const attempt = typeof value === 'string' ? findAttempt(till.db, value) : undefined;
  if (attempt?.kind !== 'payme-link') return refuseCall('account', field);
  return amount === attempt.amount ? { ok: true, attempt } : refuseCall('amount');
}

/** Why an attempt cannot be paid now: it is paid, given up, dead, or its sum was changed with the sale; undefined when it can. */
export function notPayable(till: Till, attempt: AttemptRow, field: string): Refused | undefined {
  const stands = attempt.state === 'sending' && !isDead(till, attempt);
  return stands ? undefined : refuseCall('over', field);
}
