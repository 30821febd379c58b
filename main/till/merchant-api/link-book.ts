import type { AskOutcome } from '../../domain/asking.ts';
import { saleOver } from '../../domain/payme-transaction.ts';
import { findAttempt } from '../../store/attempts.ts';
import { cancelPayme, lastPayme, openPayme } from '../../store/payme-transactions.ts';
import { atomically } from '../../store/statement.ts';
import type { CancelOutcome, Enquiry, PaymentRef, ProviderBook } from '../../tender/provider.ts';
import type { Till } from '../context.ts';
import { paidBy } from './answers.ts';
import { endWhenTimedOut } from './begin.ts';

/** Gives a performed link payment back through the shop's own cashbox; null where the shop has no key for it. */
export type GiveBack = ((paymeId: string) => Promise<CancelOutcome>) | null;

/**
 * What Payme's own calls have told of link payments: for a link this table is the provider's word, because Payme takes no money
 * without our consent in it (CheckPerformTransaction, PerformTransaction).
 */
export function paymeLinkBook(till: Till, giveBack: GiveBack): ProviderBook {
  return {
    line: null,
    ask: async (enquiry) => ask(till, enquiry),
    cancel: async (payment) => cancel(till, payment, giveBack),
    take: null,
    page: null,
  };
}

/**
 * A payment that has begun is the customer's to finish, unless the sale was given up: then no money has moved and none will, for
 * PerformTransaction is refused from then on, and nobody waits 12 hours for a customer who went away.
 */
function ask(till: Till, { attemptId }: Enquiry): AskOutcome {
  const row = lastPayme(till.db, attemptId);
  if (!row || row.state === -1 || endWhenTimedOut(till, row)) return { kind: 'unpaid' };
  if (row.state === -2) return { kind: 'returned' };
  if (row.state === 2) return { kind: 'paid', facts: paidBy(row) };
  const givenUp = findAttempt(till.db, attemptId)?.state === 'cancelling';
  return givenUp ? { kind: 'unpaid' } : { kind: 'moving', reason: 'customer-pays' };
}

/** What has only begun is refused from now on, so nothing can be taken; what was taken goes back through the cashbox. */
async function cancel(till: Till, { attemptId }: PaymentRef, giveBack: GiveBack): Promise<CancelOutcome> {
  const open = openPayme(till.db, attemptId);
  if (open?.state !== 2) {
    if (open) atomically(till.db, () => cancelPayme(till.db, open.id, till.world.now(), saleOver));
    return { kind: 'returned' };
  }
  if (!giveBack) return { kind: 'refused', reason: 'cabinet-only', message: '' };
  return giveBack(open.paymeId);
}
