import { assertNever } from '../../domain/assert-never.ts';
import { findAttempt } from '../../store/attempts.ts';
import { fiscalOfSale } from '../../store/fiscal-documents.ts';
import type { Equipment, Till } from '../context.ts';
import type { Worked } from '../outbox.ts';

/** Hands the fiscal receipt to the wallet. Repeating is harmless; a refusal is parked and never holds up the customer. */
export async function confirmToWallet(till: Till, { payme }: Equipment, attemptId: string): Promise<Worked> {
  const attempt = findAttempt(till.db, attemptId);
  const url = attempt && fiscalOfSale(till.db, attempt.saleId)?.url;
  if (!payme || !attempt?.providerPaymentId || !url) return { kind: 'dead', reason: 'nothing-to-confirm' };
  const outcome = await payme.confirm({ providerPaymentId: attempt.providerPaymentId, receiptUrl: url });
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done' };
    case 'try-again':
      return { kind: 'later', reason: outcome.reason };
    case 'refused':
      till.log('wallet-refused-receipt', { attempt: attemptId, reason: outcome.reason, message: outcome.message });
      return { kind: 'dead', reason: outcome.reason };
    default:
      return assertNever(outcome);
  }
}
