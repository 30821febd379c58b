import { z } from 'zod';
import { asSums, tiyin } from '../../domain/money.ts';
import { askFbox, faultyFields } from '../../wire/fbox.ts';
import type { FboxAddress, FboxError, FboxReply } from '../../wire/fbox.ts';
import type { CheckoutOutcome, CheckoutRequest } from '../checkout.ts';
import { providerWords } from '../provider-words.ts';
import { externalId, mostTries } from './external-id.ts';
import { codeOf, provenRefusal, uzqrCodes } from './refusals.ts';

/** The customer stands there, and the call may be repeated. */
const createTimeoutMs = 15_000;

const created = z.object({ invoice_id: z.string().regex(/^\S+$/), qr_text: z.string().min(1) });

/**
 * Makes the invoice. When the answer to an earlier try was lost (`again`), an invoice may stand that nobody has: its QR was
 * in that answer only and the box prints none (`print: false`), so nobody can ever pay it. Asking with the same name either
 * gives the same invoice or is refused for the name; after such a refusal a fresh name is safe, and the first invoice dies unseen.
 */
export async function createInvoice(box: FboxAddress, request: CheckoutRequest): Promise<CheckoutOutcome> {
  const tries = request.again ? mostTries : 1;
  let refused: CheckoutOutcome = { kind: 'again', reason: 'not-asked' };
  for (let round = 0; round < tries; round += 1) {
    const reply = await send(box, request, round);
    if (reply.kind !== 'error' || !refusesName(reply.error)) return outcomeOf(reply);
    refused = outcomeOf(reply);
  }
  return refused;
}

function send(box: FboxAddress, { attemptId, charged }: CheckoutRequest, round: number): Promise<FboxReply> {
  const body = { external_id: externalId(attemptId, round), amount: asSums(tiyin(charged.amount)), print: false };
  return askFbox(box, { method: 'POST', path: '/payment/one_qr/create', body }, createTimeoutMs);
}

/** UzQR has no number for a name used twice; 2003 is that of a wrong name. */
function refusesName(error: FboxError): boolean {
  return error.code === uzqrCodes.externalId || (faultyFields(error) ?? []).includes('external_id');
}

/** Whatever is refused here is declined for good, known number or not: without its QR no invoice can be paid. */
function outcomeOf(reply: FboxReply): CheckoutOutcome {
  if (reply.kind === 'success') return shown(reply.data);
  if (reply.kind !== 'error') return { kind: 'again', reason: reply.reason };
  const { error } = reply;
  if (error.code === uzqrCodes.tooOften || error.code === uzqrCodes.internal)
    return { kind: 'again', reason: codeOf(error) };
  return { kind: 'declined', reason: provenRefusal(error) ?? codeOf(error), message: providerWords(error.message) };
}

function shown(data: unknown): CheckoutOutcome {
  const parsed = created.safeParse(data);
  if (!parsed.success) return { kind: 'again', reason: 'wrong-shape' };
  return { kind: 'ready', shown: { providerPaymentId: parsed.data.invoice_id, qr: parsed.data.qr_text } };
}
