import { z } from 'zod';
import { asSums, tiyin } from '../../domain/money.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { askFbox } from '../../wire/fbox.ts';
import type { FboxAddress, FboxReply } from '../../wire/fbox.ts';
import type { RefundOutcome, RefundRequest } from '../checkout.ts';
import type { Charged, PaymentRef } from '../provider.ts';
import { providerWords } from '../provider-words.ts';
import { codeOf, provenRefusal, uzqrCodes } from './refusals.ts';
import { lookAtInvoice } from './status.ts';
import { withoutAnswer } from './without-answer.ts';

/** Never repeated, so its answer is waited for. */
const refundTimeoutMs = 30_000;

const questionTimeoutMs = 10_000;

const heard = z.object({ refund_id: z.string().regex(/^\S+$/) });

const refundState = z.object({
  refund_id: z.string(),
  status: z.union([z.literal(1), z.literal(2), z.literal(3)]),
});

/** What a refund's answer can be once nobody can be asked about it: only its own answer had its name. */
export const unanswered = { kind: 'unclear', reason: 'refund-unanswered', message: '' } as const;

/** Gives money of a sale back; never repeated once it may have been heard. Without the payment's own id that is asked for first. */
export async function giveBack(box: FboxAddress, { payment, amount }: RefundRequest): Promise<RefundOutcome> {
  const payId = await payIdOf(box, payment);
  return payId.kind === 'known' ? sendRefund(box, payId.id, amount) : payId;
}

type Unknown = Extract<RefundOutcome, { kind: 'unreachable' }>;

/** Nothing has been sent while the payment's own id is not known. */
async function payIdOf(box: FboxAddress, payment: PaymentRef): Promise<{ kind: 'known'; id: string } | Unknown> {
  if (payment.transactionId !== null) return { kind: 'known', id: payment.transactionId };
  const look = await lookAtInvoice(box, payment.providerPaymentId);
  const id = look.kind === 'paid' ? look.facts.transactionId : null;
  if (id !== null) return { kind: 'known', id };
  return { kind: 'unreachable', reason: 'reason' in look ? look.reason : 'not-found' };
}

/**
 * Asks once for `amount` of the payment `payId` to go back. UzQR's answer gives a name to it and no end: its page says of the
 * same status 1 that it is success and that it is pending, so the end is always asked for.
 */
export async function sendRefund(box: FboxAddress, payId: string, amount: Charged): Promise<RefundOutcome> {
  const body = { pay_id: payId, amount: asSums(tiyin(amount.amount)) };
  const request = { method: 'POST', path: '/payment/one_qr/refund', body } as const;
  return refundOutcome(await askFbox(box, request, refundTimeoutMs));
}

function refundOutcome(reply: FboxReply): RefundOutcome {
  switch (reply.kind) {
    case 'success': {
      const data = heard.safeParse(reply.data);
      return data.success
        ? { kind: 'accepted', refundId: data.data.refund_id }
        : { ...unanswered, reason: 'wrong-shape' };
    }
    case 'error':
      return refused(reply);
    case 'nothing-sent':
      return { kind: 'unreachable', reason: reply.reason };
    case 'unknown':
      return { kind: 'unclear', reason: reply.reason, message: '' };
    default:
      return assertNever(reply);
  }
}

/** A payment already given back is refused too, with a number that is not published: that stays unclear. */
function refused({ error }: Extract<FboxReply, { kind: 'error' }>): RefundOutcome {
  if (error.code === uzqrCodes.tooOften) return { kind: 'unreachable', reason: codeOf(error) };
  const message = providerWords(error.message);
  const proven = error.code === uzqrCodes.paymentNotFound ? 'not-found' : provenRefusal(error);
  return proven ? { kind: 'refused', reason: proven, message } : { kind: 'unclear', reason: codeOf(error), message };
}

/** What became of a refund; without its name nobody can be asked, and a person has to look. */
export async function askRefund(box: FboxAddress, refundId: string | null): Promise<RefundOutcome> {
  if (refundId === null) return unanswered;
  const request = { method: 'GET', path: '/payment/one_qr/refund/status', query: { refund_id: refundId } } as const;
  const reply = await askFbox(box, request, questionTimeoutMs);
  if (reply.kind !== 'success') return withoutAnswer(reply);
  const data = refundState.safeParse(reply.data);
  if (!data.success) return { kind: 'unclear', reason: 'wrong-shape', message: '' };
  if (data.data.refund_id !== refundId) return { kind: 'unclear', reason: 'wrong-id', message: '' };
  return byStatus(data.data.status, refundId);
}

function byStatus(status: 1 | 2 | 3, refundId: string): RefundOutcome {
  switch (status) {
    case 1:
      return { kind: 'accepted', refundId };
    case 2:
      return { kind: 'returned', refundId };
    case 3:
      return { kind: 'refused', reason: 'return-refused', message: `refund ${refundId}` };
    default:
      return assertNever(status);
  }
}
