import { assertNever } from '../../domain/assert-never.ts';
import { askFbox } from '../../wire/fbox.ts';
import type { FboxAddress, FboxReply } from '../../wire/fbox.ts';
import type { RefundOutcome } from '../checkout.ts';
import type { CancelOutcome, PaymentRef } from '../provider.ts';
import { askRefund, sendRefund } from './refund.ts';
import { provenRefusal, uzqrCodes } from './refusals.ts';
import type { SentRefunds } from './sent-refunds.ts';
import { lookAtInvoice } from './status.ts';
import { withoutAnswer } from './without-answer.ts';

const cancelTimeoutMs = 15_000;

/**
 * Closes an unpaid invoice, or gives a paid one back whole. May be repeated freely: closing twice does nothing more, and a
 * refund is sent once, noted in `sent` before it leaves, and from then on only asked about.
 */
export async function cancelInvoice(box: FboxAddress, sent: SentRefunds, payment: PaymentRef): Promise<CancelOutcome> {
  if (payment.transactionId !== null) return returnWhole(box, sent, payment, payment.transactionId);
  const body = { invoice_id: payment.providerPaymentId };
  const request = { method: 'POST', path: '/payment/one_qr/cancel', body } as const;
  const reply = await askFbox(box, request, cancelTimeoutMs);
  if (reply.kind === 'success') return lookOnceMore(box, sent, payment);
  return reply.kind === 'error' ? refused(box, sent, payment, reply) : withoutAnswer(reply);
}

/** A payment on its way while the invoice was closed would be money nobody looks for; the box answers at once about a closed one. */
async function lookOnceMore(box: FboxAddress, sent: SentRefunds, payment: PaymentRef): Promise<CancelOutcome> {
  const look = await lookAtInvoice(box, payment.providerPaymentId);
  if (look.kind === 'declined' || look.kind === 'not-found') return { kind: 'returned' };
  const payId = look.kind === 'paid' ? look.facts.transactionId : null;
  return payId === null ? { kind: 'accepted' } : returnWhole(box, sent, payment, payId);
}

/** "Not found" closes nothing: a box set up for another shop says it of a paid invoice too. */
async function refused(
  box: FboxAddress,
  sent: SentRefunds,
  payment: PaymentRef,
  reply: Extract<FboxReply, { kind: 'error' }>,
): Promise<CancelOutcome> {
  const { code, message } = reply.error;
  if (code === uzqrCodes.alreadyPaid) return paidAfterAll(box, sent, payment);
  if (code === uzqrCodes.invoiceNotFound) return { kind: 'unclear', reason: 'not-found', message };
  const reason = provenRefusal(reply.error);
  return reason ? { kind: 'refused', reason, message } : withoutAnswer(reply);
}

async function paidAfterAll(box: FboxAddress, sent: SentRefunds, payment: PaymentRef): Promise<CancelOutcome> {
  const look = await lookAtInvoice(box, payment.providerPaymentId);
  if (look.kind === 'unreachable') return look;
  const payId = look.kind === 'paid' ? look.facts.transactionId : null;
  if (payId === null) return { kind: 'unclear', reason: 'contradiction', message: '' };
  return returnWhole(box, sent, payment, payId);
}

async function returnWhole(
  box: FboxAddress,
  sent: SentRefunds,
  payment: PaymentRef,
  payId: string,
): Promise<CancelOutcome> {
  const earlier = sent.find(payId);
  if (earlier?.refundId === null) return lost(payId);
  if (earlier) return asCancel(await askRefund(box, earlier.refundId));
  sent.note(payId, null);
  const outcome = await sendRefund(box, payId, payment.charged);
  if (outcome.kind === 'accepted') sent.note(payId, outcome.refundId);
  if (outcome.kind === 'refused' || outcome.kind === 'unreachable') sent.forget(payId);
  return asCancel(outcome);
}

/** The answer to the refund was lost, with its name: it is neither repeated nor can it be asked about, so a person looks. */
function lost(payId: string): CancelOutcome {
  return { kind: 'refused', reason: 'refund-unanswered', message: `payment ${payId}` };
}

function asCancel(outcome: RefundOutcome): CancelOutcome {
  switch (outcome.kind) {
    case 'accepted':
    case 'returned':
      return { kind: outcome.kind };
    case 'refused':
    case 'unreachable':
    case 'unclear':
      return outcome;
    default:
      return assertNever(outcome);
  }
}
