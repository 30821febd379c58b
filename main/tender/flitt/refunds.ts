import type { RefundLook, RefundOutcome, RefundRequest, Refunds } from '../checkout.ts';
import type { Charged, PaymentRef } from '../provider.ts';
import { expectedOf } from './book.ts';
import { evidence, paymentMismatch } from './payment.ts';
import type { FlittPayment } from './payment.ts';
import { reverse } from './reverse.ts';
import type { FlittSettings } from './settings.ts';
import { askStatus } from './status.ts';

/** Giving back a paid order, whole or in parts, through /api/reverse/order_id. */
export function flittRefunds(settings: FlittSettings): Refunds {
  return {
    parts: true,
    repeat: 'same-key',
    before: (payment, amount) => before(settings, payment, amount),
    give: (request) => (request.again ? giveAgain(settings, request) : send(settings, request)),
    ask: async (request) => ofHeard(await send(settings, request)),
  };
}

/** How much of a payment has gone back, for whatever reason; more than what is left of it cannot go. */
async function before(settings: FlittSettings, payment: PaymentRef, { amount }: Charged): Promise<RefundLook> {
  const look = await lookAt(settings, payment);
  if (look.kind !== 'known') return look;
  const { status, reversalAmount } = look.payment;
  const refused = (reason: string): RefundLook => ({ kind: 'refused', reason, message: evidence(look.payment) });
  if (status !== 'approved' && status !== 'reversed') return refused('not-successful');
  if (payment.charged.amount - reversalAmount < amount) return refused('return-refused');
  return { kind: 'known', returned: reversalAmount };
}

/**
 * Sends the reversal under its key. When its answer was none and Flitt can be asked, it is sent a second time at once: the same key is
 * the same reversal (docs.flitt.com: reversal parameters), and nobody had the time to give the money back by hand. The second
 * answer is only believed about the key itself, for the first one may have been heard.
 */
async function send(settings: FlittSettings, { payment, amount, key }: RefundRequest): Promise<RefundOutcome> {
  const reversal = { orderId: payment.providerPaymentId, amount, key };
  const first = await reverse(settings, reversal);
  if (first.kind !== 'unclear') return named(first);
  if ((await lookAt(settings, payment)).kind !== 'known') return first;
  const second = named(await reverse(settings, reversal));
  return isOfKey(second) ? second : first;
}

/** A reversal has no name at Flitt. */
function named(outcome: Awaited<ReturnType<typeof reverse>>): RefundOutcome {
  return outcome.kind === 'returned' || outcome.kind === 'accepted' ? { ...outcome, refundId: null } : outcome;
}

/** True for Flitt's word about the reversal of this very key. */
function isOfKey(outcome: RefundOutcome): boolean {
  return (
    outcome.kind === 'returned' ||
    outcome.kind === 'accepted' ||
    (outcome.kind === 'refused' && outcome.keySpent === true)
  );
}

/** What a repeated call says of one that was heard, or may have been: its refusal by a number is none of the reversal. */
function ofHeard(outcome: RefundOutcome): RefundOutcome {
  if (outcome.kind !== 'refused' || isOfKey(outcome)) return outcome;
  return { kind: 'unclear', reason: outcome.reason, message: outcome.message };
}

/**
 * One that may have been heard. While no more has gone back than before it, it is sent again under its key: whatever comes of that is
 * one reversal. When more has, that may be ours or what somebody gave back in Flitt's portal, and no sum tells which: sending it
 * again is a mere question only while too little is left for it to be done now, and everything else is for a person.
 */
async function giveAgain(settings: FlittSettings, request: RefundRequest): Promise<RefundOutcome> {
  const { payment, amount, baseline } = request;
  const look = await lookAt(settings, payment);
  if (look.kind !== 'known') return ofHeard(look);
  const { reversalAmount } = look.payment;
  if (reversalAmount === (baseline ?? 0)) return ofHeard(await send(settings, request));
  if (payment.charged.amount - reversalAmount >= amount.amount) return moreWentBack(look.payment);
  const outcome = await send(settings, request);
  return outcome.kind === 'refused' && !isOfKey(outcome) ? moreWentBack(look.payment) : outcome;
}

function moreWentBack(payment: FlittPayment): RefundOutcome {
  return { kind: 'unclear', reason: 'more-went-back', message: evidence(payment), onlyPerson: true };
}

type Look = { kind: 'known'; payment: FlittPayment } | Exclude<RefundLook, { kind: 'known' }>;

/** The payment as Flitt has it now, compared with ours. */
async function lookAt(settings: FlittSettings, { providerPaymentId: orderId, charged }: PaymentRef): Promise<Look> {
  const answer = await askStatus(settings, orderId);
  if (answer.kind === 'not-found') return { kind: 'refused', reason: 'not-found', message: '' };
  if (answer.kind !== 'known') return answer;
  const reason = paymentMismatch(answer.payment, expectedOf(settings, orderId, charged));
  return reason ? { kind: 'unclear', reason, message: evidence(answer.payment) } : answer;
}
