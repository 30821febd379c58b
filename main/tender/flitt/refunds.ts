import type { RefundOutcome, RefundRequest, Refunds } from '../checkout.ts';
import { expectedOf } from './book.ts';
import { evidence, paymentMismatch } from './payment.ts';
import type { FlittPayment } from './payment.ts';
import { declinedReversal, reverse } from './reverse.ts';
import type { FlittSettings } from './settings.ts';
import { askStatus } from './status.ts';

/** Giving back a paid order, whole or in parts, through /api/reverse/order_id. */
export function flittRefunds(settings: FlittSettings): Refunds {
  return {
    parts: true,
    repeat: 'same-key',
    give: (request) => give(settings, request),
    ask: async (request) => ofAccepted(await give(settings, request)),
  };
}

/**
 * Asks first how much has gone back, then reverses under the refund's key: an answer that was lost is found there, and a try that
 * was not heard goes again. Refunds of one payment come one after another, or `before` counts the wrong ones.
 */
async function give(settings: FlittSettings, request: RefundRequest): Promise<RefundOutcome> {
  const sofar = await lookUp(settings, request);
  if (sofar.kind !== 'accepted') return sofar;
  const { payment, amount, key } = request;
  const outcome = await reverse(settings, { orderId: payment.providerPaymentId, amount, key });
  return outcome.kind === 'returned' || outcome.kind === 'accepted' ? { kind: outcome.kind, refundId: null } : outcome;
}

/**
 * A status names no reversal, so what became of one that was accepted is learned by sending it again under its key. It may still be
 * done although the repeated request was refused: only Flitt's word that the reversal itself was declined ends it.
 */
function ofAccepted(outcome: RefundOutcome): RefundOutcome {
  if (outcome.kind !== 'refused' || outcome.reason === declinedReversal) return outcome;
  return { ...outcome, kind: 'unclear' };
}

/** Compares what has gone back with what had before: nothing more yet is `accepted`. */
async function lookUp(settings: FlittSettings, request: RefundRequest): Promise<RefundOutcome> {
  const { providerPaymentId: orderId } = request.payment;
  const answer = await askStatus(settings, orderId);
  if (answer.kind === 'not-found') return { kind: 'refused', reason: 'not-found', message: '' };
  if (answer.kind !== 'known') return answer;
  const { payment } = answer;
  const reason = paymentMismatch(payment, expectedOf(settings, orderId, request.payment.charged));
  if (reason) return { kind: 'unclear', reason, message: evidence(payment) };
  return compared(payment, request);
}

function compared(payment: FlittPayment, { amount, before }: RefundRequest): RefundOutcome {
  if (payment.status !== 'approved' && payment.status !== 'reversed') {
    return { kind: 'refused', reason: 'not-successful', message: evidence(payment) };
  }
  if (payment.reversalAmount === before + amount.amount) return { kind: 'returned', refundId: null };
  if (payment.reversalAmount === before) return { kind: 'accepted', refundId: null };
  return { kind: 'unclear', reason: 'amount-mismatch', message: evidence(payment) };
}
