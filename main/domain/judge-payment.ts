import { assertNever } from './assert-never.ts';
import { isOpenDoubt } from './attempt.ts';
import { countsAsPaid, tookMoney } from './match-rows.ts';
import type { FindingKind, OurPayment } from './match-rows.ts';
import type { Pair } from './pair-payments.ts';

/**
 * What one pair says. `equal`: both count the same money. `settle`: the book decides what we did not know. `explained`: the
 * two differ, and something other than a finding says why (still at work, going back, closed by a manager, read too early).
 */
export type Verdict = 'equal' | 'settle' | 'explained' | FindingKind;

/**
 * Compares an attempt with its payment. An attempt that ended at or after `readAt` (ms) may stand in the book as it was
 * before, so a difference proves nothing yet; the next match sees it.
 */
export function judgePair(pair: Pair, readAt: number): Verdict {
  const verdict = compare(pair);
  const settled = verdict === 'equal' || verdict === 'settle';
  return !settled && endedSince(pair.attempt, readAt) ? 'explained' : verdict;
}

/** A second payment made for an attempt that has its own: the customer may have paid twice. */
export function judgeSurplus({ attempt, row }: Pair): Verdict {
  if (!tookMoney(row)) return 'explained';
  return countsAsPaid(attempt) || attempt.salePaidBy !== 'nobody' ? 'paid-twice' : 'paid-there';
}

/** True for an attempt that ended at or after `readAt` (ms). */
export function endedSince({ endedAt }: OurPayment, readAt: number): boolean {
  return endedAt !== null && endedAt >= readAt;
}

function compare(pair: Pair): Verdict {
  const { state } = pair.row;
  switch (state) {
    case 'paid':
      return againstPaid(pair);
    case 'held':
    case 'stuck':
      return againstStuck(pair.attempt);
    case 'returning':
    case 'returned':
      return againstReturned(pair);
    case 'unpaid':
    case 'moving':
      return countsAsPaid(pair.attempt) ? 'paid-here' : 'explained';
    default:
      return assertNever(state);
  }
}

function againstPaid({ attempt, row }: Pair): Verdict {
  const same = attempt.amount === row.amount && attempt.currency === row.currency;
  if (countsAsPaid(attempt)) {
    if (attempt.salePaidBy === 'other') return 'paid-twice';
    return same ? 'equal' : 'amount-differs';
  }
  if (!isOpenDoubt(attempt)) return againstEnded(attempt);
  if (!same) return 'amount-differs';
  return attempt.state === 'in-doubt' || needsItsId(attempt) ? 'settle' : 'explained';
}

/** Money that is being taken back can only be found again under the provider's id. */
function needsItsId({ state, providerPaymentId }: OurPayment): boolean {
  return state === 'cancelling' && providerPaymentId === null;
}

/** The provider has money of an attempt that ended without it. A manager who gave it back by hand has explained that. */
function againstEnded({ verdict, salePaidBy }: OurPayment): Verdict {
  if (verdict === 'given-back') return 'explained';
  return salePaidBy === 'other' ? 'paid-twice' : 'paid-there';
}

function againstStuck(attempt: OurPayment): Verdict {
  if (countsAsPaid(attempt)) return 'paid-here';
  return isOpenDoubt(attempt) ? 'explained' : againstEnded(attempt);
}

function againstReturned({ attempt, row }: Pair): Verdict {
  if (countsAsPaid(attempt)) return 'cancelled-there';
  if (attempt.state === 'in-doubt') return 'settle';
  return attempt.state === 'cancelling' && row.state === 'returned' ? 'settle' : 'explained';
}
