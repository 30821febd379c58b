import type { AskOutcome } from '../../domain/asking.ts';
import type { PaidFacts } from '../../domain/attempt.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { providerWords } from '../provider-words.ts';
import { evidence, paymentMismatch } from './payment.ts';
import type { FlittExpected, FlittPayment } from './payment.ts';

/**
 * What a signed payment tells about an attempt: nothing unless it is the one expected. `declined` is final: while the customer may
 * try again Flitt says `processing` with the reason of the refusal (docs.flitt.com: delayed order, its default).
 */
export function paymentOutcome(payment: FlittPayment, expected: FlittExpected): AskOutcome {
  const reason = paymentMismatch(payment, expected);
  if (reason) return { kind: 'unclear', reason, message: evidence(payment) };
  switch (payment.status) {
    case 'created':
      return { kind: 'unpaid' };
    case 'processing':
      return { kind: 'moving', reason: payment.refusal ? 'refused-so-far' : 'moving' };
    case 'declined':
      return { kind: 'declined', reason: 'card-refused', message: providerWords(payment.refusal?.message ?? '') };
    case 'expired':
      return { kind: 'declined', reason: 'checkout-expired', message: '' };
    case 'approved':
    case 'reversed':
      return takenOutcome(payment);
    default:
      return assertNever(payment.status);
  }
}

/** Money that went back in part leaves the sale paid; `reversed` without an amount that went back contradicts itself. */
function takenOutcome(payment: FlittPayment): AskOutcome {
  const { status, amount, reversalAmount } = payment;
  if (reversalAmount > amount || (status === 'reversed' && reversalAmount === 0)) {
    return { kind: 'unclear', reason: 'contradiction', message: evidence(payment) };
  }
  return reversalAmount === amount ? { kind: 'returned' } : { kind: 'paid', facts: paidFacts(payment) };
}

function paidFacts({ orderId, paymentId, phone }: FlittPayment): PaidFacts {
  return {
    providerPaymentId: orderId,
    transactionId: paymentId,
    kkmId: null,
    deviceId: null,
    clientPhone: phone,
  };
}
