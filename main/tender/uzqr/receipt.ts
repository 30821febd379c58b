import { assertNever } from '../../domain/assert-never.ts';
import { askFbox } from '../../wire/fbox.ts';
import type { FboxAddress, FboxReply } from '../../wire/fbox.ts';
import { isUnreadable } from '../../wire/reasons.ts';
import type { Confirmation, ConfirmOutcome } from '../provider.ts';
import { providerWords } from '../provider-words.ts';
import { isReceiptUrl } from './receipt-url.ts';
import { codeOf, provenRefusal } from './refusals.ts';
import { lookAtInvoice } from './status.ts';

/** Waits for nobody at the counter, and is repeated freely. */
const receiptTimeoutMs = 30_000;

/** Hands the fiscal receipt's URL to UzQR, exactly as the fiscal module gave it. */
export async function handReceiptOver(box: FboxAddress, confirmation: Confirmation): Promise<ConfirmOutcome> {
  const { providerPaymentId, transactionId, receiptUrl } = confirmation;
  if (!isReceiptUrl(receiptUrl)) return { kind: 'refused', reason: 'url-broken', message: providerWords(receiptUrl) };
  const payId = transactionId ?? (await findPayId(box, providerPaymentId));
  if (payId === null) return { kind: 'not-yet', reason: 'not-found' };
  const body = { pay_id: payId, fiscal_receipt_url: receiptUrl };
  const request = { method: 'POST', path: '/payment/one_qr/receipt', body } as const;
  return outcomeOf(await askFbox(box, request, receiptTimeoutMs));
}

async function findPayId(box: FboxAddress, invoiceId: string): Promise<string | null> {
  const look = await lookAtInvoice(box, invoiceId);
  return look.kind === 'paid' ? look.facts.transactionId : null;
}

/** 4001 (payment not found) may be a payment UzQR has not written down yet; only a wrong field stays wrong. */
function outcomeOf(reply: FboxReply): ConfirmOutcome {
  switch (reply.kind) {
    case 'success':
      return { kind: 'done' };
    case 'error': {
      const refused = provenRefusal(reply.error) === 'request-refused';
      return refused
        ? { kind: 'refused', reason: 'request-refused', message: providerWords(reply.error.message) }
        : { kind: 'not-yet', reason: codeOf(reply.error) };
    }
    case 'nothing-sent':
      return { kind: 'try-again', reason: reply.reason };
    case 'unknown':
      return { kind: isUnreadable(reply.reason) ? 'not-yet' : 'try-again', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}
