import type { PaymeError, PaymeReply } from '../../wire/payme.ts';
import type { CancelOutcome } from '../provider.ts';
import { providerWords } from '../provider-words.ts';
import { evidence, readReceipt } from './receipt.ts';
import { isPassing, receiptNotFound } from './refusals.ts';
import { withoutAnswer } from './without-answer.ts';

/**
 * What an answer to receipts.cancel means: queued (21), done (50), or neither. An error is a refusal, for a person to take
 * up with Payme, unless it may pass or Payme does not know the receipt.
 */
export function cancelOutcome(reply: PaymeReply, providerPaymentId: string): CancelOutcome {
  if (reply.kind === 'error' && isRefusal(reply.error)) {
    const { code, message } = reply.error;
    return { kind: 'refused', reason: `payme-${code}`, message: providerWords(message) };
  }
  if (reply.kind !== 'success') return withoutAnswer(reply);
  const receipt = readReceipt(reply.result);
  if (!receipt) return { kind: 'unclear', reason: 'wrong-shape', message: '' };
  if (receipt.paymentId !== providerPaymentId) return unclear('other-receipt', evidence(receipt));
  if (receipt.state === 'returning') return { kind: 'accepted' };
  if (receipt.state === 'returned') return { kind: 'returned' };
  return unclear(`state-${receipt.stateNumber}`, evidence(receipt));
}

function isRefusal({ code }: PaymeError): boolean {
  return code !== receiptNotFound && !isPassing(code);
}

function unclear(reason: string, message: string): CancelOutcome {
  return { kind: 'unclear', reason, message };
}
