import { z } from 'zod';
import { heldBack } from '../../domain/asking.ts';
import type { AskOutcome } from '../../domain/asking.ts';
import type { PaidFacts } from '../../domain/attempt.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { readFbox } from '../../wire/fbox.ts';
import type { FboxAddress, FboxReply } from '../../wire/fbox.ts';
import { call } from '../../wire/http.ts';
import { parseJson } from '../../wire/json.ts';
import { uzqrCodes } from './refusals.ts';
import { withoutAnswer } from './without-answer.ts';

/** The box holds its answer back for up to two minutes; FBOX asks its clients to wait 150 s (UzQR.md). */
const longPollMs = 150_000;

/** How long (ms) to wait where only an invoice that has ended is of use: the box then answers at once. */
const quickLookMs = 10_000;

const optionalText = z.string().min(1).nullable().catch(null);

const told = z.object({
  invoice_id: z.string(),
  status: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  pay_id: optionalText,
  payer_phone: optionalText,
});

/** Status 3 comes as no success without an error (UzQR.md), which everywhere else at FBOX is a contradiction. */
const declined = z.object({
  data: told.extend({ status: z.literal(3) }),
  error: z.null(),
  is_success: z.literal(false),
});

/**
 * Asks about an invoice until it has ended, or for two minutes; `stop` ends the wait. UzQR echoes no amount; the id suffices,
 * because the box gave it to our own request, with our amount, before anybody saw the QR, and a dynamic QR cannot be paid
 * with another sum. "Not found" is no word on the money: a box set up for another shop finds none of our invoices.
 */
export async function askInvoice(box: FboxAddress, invoiceId: string, stop: AbortSignal): Promise<AskOutcome> {
  return ask(box, invoiceId, { timeoutMs: longPollMs, signal: stop });
}

/** The same for an invoice that is believed to have ended: an open one is `unreachable` here. */
export async function lookAtInvoice(box: FboxAddress, invoiceId: string): Promise<AskOutcome> {
  return ask(box, invoiceId, { timeoutMs: quickLookMs });
}

type Patience = { timeoutMs: number; signal?: AbortSignal };

async function ask(box: FboxAddress, invoiceId: string, patience: Patience): Promise<AskOutcome> {
  const url = `${box.baseUrl.replace(/\/+$/, '')}/payment/one_qr/status?invoice_id=${encodeURIComponent(invoiceId)}`;
  const result = await call({ method: 'GET', url }, { ...patience, onlyOrigin: box.onlyOrigin });
  if (result.kind === 'answer') return outcomeOf(read(result.status, result.body), invoiceId);
  if (patience.signal?.aborted)
    return { kind: 'unreachable', reason: result.kind === 'unknown' ? heldBack : 'stopped' };
  return withoutAnswer(result);
}

function read(status: number, body: string): FboxReply {
  const refusal = declined.safeParse(status === 200 ? parseJson(body) : undefined);
  return refusal.success ? { kind: 'success', data: refusal.data.data } : readFbox(status, body);
}

function outcomeOf(reply: FboxReply, invoiceId: string): AskOutcome {
  if (reply.kind === 'error' && reply.error.code === uzqrCodes.invoiceNotFound) return { kind: 'not-found' };
  if (reply.kind !== 'success') return withoutAnswer(reply);
  const data = told.safeParse(reply.data);
  if (!data.success) return { kind: 'unclear', reason: 'wrong-shape', message: '' };
  return data.data.invoice_id === invoiceId ? byStatus(data.data) : foreign(data.data.invoice_id);
}

function foreign(invoiceId: string): AskOutcome {
  return { kind: 'unclear', reason: 'wrong-id', message: `invoice ${invoiceId.slice(0, 40)}` };
}

function byStatus(data: z.infer<typeof told>): AskOutcome {
  switch (data.status) {
    case 1:
      return { kind: 'unpaid' };
    case 2:
      return { kind: 'paid', facts: facts(data) };
    case 3:
      return { kind: 'declined', reason: 'not-successful', message: '' };
    default:
      return assertNever(data.status);
  }
}

/** `fiscal_module` is the number of the module in the box, not one of the register's ids, so it is kept nowhere. */
function facts({ invoice_id, pay_id, payer_phone }: z.infer<typeof told>): PaidFacts {
  const clientPhone = payer_phone?.replaceAll(/\D/g, '') || null;
  return { providerPaymentId: invoice_id, transactionId: pay_id, kkmId: null, deviceId: null, clientPhone };
}
