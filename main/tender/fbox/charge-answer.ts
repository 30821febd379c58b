import { z } from 'zod';
import type { ChargeOutcome } from '../../domain/attempt.ts';
import type { FboxReply } from '../../wire/fbox.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { providerWords } from '../provider-words.ts';
import { provenRefusal } from './refusals.ts';

/** What `POST /payment/payme` carried, in the provider's unit; `ids` only when the till sends them. */
export type SentCharge = { amount: number; qr_code: string; ids: { kkm_id: string; device_id: string } | null };

const optionalText = z.string().min(1).nullable().catch(null);

/**
 * `amount` is an integer in both documents of FBOX. A text is not accepted, however equal it looks: elsewhere in the
 * same API (UzQR) an amount as text counts in sums with a decimal point, so a text would be in a unit nobody promised.
 */
const paidData = z.object({
  amount: z.int(),
  payment_id: z.string().regex(/^\S+$/),
  status: z.string(),
  transaction_id: optionalText,
  kkm_id: optionalText,
  device_id: optionalText,
  client_phone_number: optionalText,
});

type PaidData = z.infer<typeof paidData>;

/** `status` of a payment that went through: "successfully" on the Payme Go page, "success" in FBOX's API notes. */
const successful = ['successfully', 'success'];

/**
 * What an answer to a charge means. Paid only on FBOX's full word for this charge (see `paidOrUnknown`), declined only
 * on a proven refusal (see refusals.ts) that carries no payment, nothing-sent only on the wire's proof; all else unknown.
 */
export function chargeOutcome(reply: FboxReply, sent: SentCharge): ChargeOutcome {
  switch (reply.kind) {
    case 'success':
      return paidOrUnknown(reply.data, sent);
    case 'error':
      return refusedOrUnknown(reply, sent);
    case 'nothing-sent':
      return reply;
    case 'unknown':
      return { ...reply, message: '' };
    default:
      return assertNever(reply);
  }
}

/**
 * Paid needs a payment id, a successful status, our amount, and our register ids where we sent them. The echoed
 * `qr_code` is not compared: the provider's own example echoes another code than was sent.
 */
function paidOrUnknown(data: unknown, sent: SentCharge): ChargeOutcome {
  const parsed = paidData.safeParse(data);
  if (!parsed.success) return unknown('wrong-shape', '');
  const reason = mismatch(parsed.data, sent);
  return reason ? unknown(reason, evidence(parsed.data)) : { kind: 'paid', facts: facts(parsed.data) };
}

function mismatch(data: PaidData, sent: SentCharge): string | undefined {
  if (!successful.includes(data.status)) return 'not-successful';
  if (data.amount !== sent.amount) return 'amount-mismatch';
  const { ids } = sent;
  return ids && (data.kkm_id !== ids.kkm_id || data.device_id !== ids.device_id) ? 'ids-mismatch' : undefined;
}

/** What a manager needs to find the payment in the provider's cabinet. */
function evidence(data: PaidData): string {
  return providerWords(`payment ${data.payment_id}, amount ${data.amount}, status ${data.status}`);
}

function facts(data: PaidData) {
  return {
    providerPaymentId: data.payment_id,
    transactionId: data.transaction_id,
    kkmId: data.kkm_id,
    deviceId: data.device_id,
    clientPhone: data.client_phone_number,
  };
}

function refusedOrUnknown(reply: Extract<FboxReply, { kind: 'error' }>, sent: SentCharge): ChargeOutcome {
  const message = providerWords(reply.error.message, sent.qr_code);
  const empty = reply.data === null || reply.data === undefined;
  const reason = empty ? provenRefusal(reply.error, sentFields(sent)) : undefined;
  return reason ? { kind: 'declined', reason, message } : unknown(`fbox-${reply.error.code ?? 'text'}`, message);
}

function sentFields(sent: SentCharge): string[] {
  return ['amount', 'qr_code', ...Object.keys(sent.ids ?? {})];
}

function unknown(reason: string, message: string): ChargeOutcome {
  return { kind: 'unknown', reason, message };
}
