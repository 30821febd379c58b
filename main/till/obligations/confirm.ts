import { assertNever } from '../../domain/assert-never.ts';
import { findAttempt } from '../../store/attempts.ts';
import { fiscalOfSale } from '../../store/fiscal-documents.ts';
import type { Obligation } from '../../store/outbox.ts';
import type { Equipment, Till } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { providerOf } from '../providers.ts';
import { countTry, forgetTries } from './tries.ts';

/** A wallet that answered so often without a yes will not say it; the receipts of the next customers wait behind this one. */
const answersBeforeParking = 10;

/** The same, for a till that is restarted often. */
const longest = 24 * 3_600_000;

/** Hands the fiscal receipt to the wallet. Repeating is harmless; a refusal is parked and never holds up the customer. */
export async function confirmToWallet(till: Till, equipment: Equipment, obligation: Obligation): Promise<Worked> {
  const attempt = findAttempt(till.db, obligation.subject);
  const fiscal = attempt && fiscalOfSale(till.db, attempt.saleId);
  const confirm = attempt && providerOf(equipment, attempt)?.confirm;
  if (!confirm || !attempt?.providerPaymentId || !fiscal?.url) return { kind: 'dead', reason: 'nothing-to-confirm' };
  const receipt = { receiptUrl: fiscal.url, fiscalReceiptId: fiscal.receiptSeq ?? '' };
  const { providerPaymentId, transactionId } = attempt;
  const outcome = await confirm({ providerPaymentId, transactionId, ...receipt });
  switch (outcome.kind) {
    case 'done':
      forgetTries(till, obligation.subject);
      return { kind: 'done' };
    case 'try-again':
      return { kind: 'later', reason: outcome.reason };
    case 'not-yet':
      return givesUp(till, obligation)
        ? leaveToPerson(till, obligation, outcome.reason)
        : { kind: 'later', reason: outcome.reason };
    case 'refused':
      return leaveToPerson(till, obligation, outcome.reason, outcome.message);
    default:
      return assertNever(outcome);
  }
}

function givesUp(till: Till, { subject, createdAt }: Obligation): boolean {
  return countTry(till, subject, 'confirm') >= answersBeforeParking || till.world.steady() - createdAt >= longest;
}

function leaveToPerson(till: Till, { subject }: Obligation, reason: string, message = ''): Worked {
  till.log('wallet-refused-receipt', { attempt: subject, reason, message });
  forgetTries(till, subject);
  return { kind: 'dead', reason };
}
