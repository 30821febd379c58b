import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { PaymeError, PaymeReply } from '../../wire/payme.ts';
import { isUnreadable } from '../../wire/reasons.ts';
import type { Confirmation, ConfirmOutcome } from '../provider.ts';
import { providerWords } from '../provider-words.ts';
import { refusalOf } from './refusals.ts';

/**
 * The fiscal receipt as receipts.set_fiscal_data wants it: its number and its address are required, the rest is what the
 * address itself says (`t` module, `c` time, `s` sign). Undefined when the number is no number, as Payme's field is one.
 */
export function fiscalData({ fiscalReceiptId, receiptUrl }: Confirmation): Record<string, unknown> | undefined {
  if (!/^\d{1,15}$/.test(fiscalReceiptId) || !URL.canParse(receiptUrl)) return undefined;
  const said = new URL(receiptUrl).searchParams;
  const optional = { terminal_id: said.get('t'), date: said.get('c'), fiscal_sign: said.get('s') };
  return {
    receipt_id: Number(fiscalReceiptId),
    qr_code_url: receiptUrl,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
  };
}

const accepted = z.object({ success: z.literal(true) });

/** What an answer to receipts.set_fiscal_data means. Only an error about the request itself is final. */
export function confirmOutcome(reply: PaymeReply): ConfirmOutcome {
  switch (reply.kind) {
    case 'success':
      return accepted.safeParse(reply.result).success ? { kind: 'done' } : { kind: 'not-yet', reason: 'wallet-error' };
    case 'error':
      return refusedOrNotYet(reply.error);
    case 'nothing-sent':
      return { kind: 'try-again', reason: reply.reason };
    case 'unknown':
      return { kind: isUnreadable(reply.reason) ? 'not-yet' : 'try-again', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}

function refusedOrNotYet({ code, message }: PaymeError): ConfirmOutcome {
  return refusalOf(code) === 'request-refused'
    ? { kind: 'refused', reason: 'request-refused', message: providerWords(message) }
    : { kind: 'not-yet', reason: `payme-${code}` };
}
