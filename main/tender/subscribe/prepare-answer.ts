import { assertNever } from '../../domain/assert-never.ts';
import type { PaymeError, PaymeReply } from '../../wire/payme.ts';
import type { PrepareOutcome } from '../provider.ts';
import { providerWords } from '../provider-words.ts';
import { mismatch } from './expected.ts';
import type { Expected } from './expected.ts';
import { evidence, readReceipt } from './receipt.ts';
import { isPassing, refusalOf } from './refusals.ts';

/**
 * What an answer to receipts.create means. Ready only on an unpaid receipt with our amount and account. A receipt that
 * differs would differ at every try, so it ends the attempt before the code leaves; a lost answer leaves an unpaid receipt
 * nobody will ever pay, so the call may be repeated freely.
 */
export function prepareOutcome(reply: PaymeReply, expected: Expected): PrepareOutcome {
  switch (reply.kind) {
    case 'success':
      return readyOrNot(reply.result, expected);
    case 'error':
      return refused(reply.error);
    case 'nothing-sent':
    case 'unknown':
      return { kind: 'again', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}

function readyOrNot(result: unknown, expected: Expected): PrepareOutcome {
  const receipt = readReceipt(result);
  if (!receipt) return { kind: 'again', reason: 'wrong-shape' };
  const reason = mismatch(receipt, expected) ?? (receipt.state === 'unpaid' ? undefined : 'not-unpaid');
  if (reason) return { kind: 'declined', reason, message: evidence(receipt) };
  return { kind: 'ready', providerPaymentId: receipt.paymentId };
}

/** An error that may pass is tried again; any other would meet the same request again, and no money can have moved. */
function refused({ code, message }: PaymeError): PrepareOutcome {
  const reason = refusalOf(code);
  if (reason === undefined && isPassing(code)) return { kind: 'again', reason: `payme-${code}` };
  return { kind: 'declined', reason: reason ?? `payme-${code}`, message: providerWords(message) };
}
