import type { PaymeReply } from '../../wire/payme.ts';
import type { TakeOutcome } from '../provider.ts';
import { evidence, readReceipt } from './receipt.ts';
import { withoutAnswer } from './without-answer.ts';
import type { Unanswered } from './without-answer.ts';

/**
 * What an answer to receipts.confirm_hold means: taken only on this receipt in state 4. Everything else is asked about, and
 * what is still held is taken again: a second command to a paid receipt moves nothing.
 */
export function takeOutcome(reply: PaymeReply, providerPaymentId: string): TakeOutcome {
  if (reply.kind !== 'success') return unanswered(withoutAnswer(reply));
  const receipt = readReceipt(reply.result);
  if (!receipt) return notYet('wrong-shape', '');
  if (receipt.paymentId !== providerPaymentId) return notYet('other-receipt', evidence(receipt));
  return receipt.state === 'paid' ? { kind: 'done' } : notYet(`state-${receipt.stateNumber}`, evidence(receipt));
}

function unanswered(why: Unanswered): TakeOutcome {
  return notYet(why.reason, why.kind === 'unclear' ? why.message : '');
}

function notYet(reason: string, message: string): TakeOutcome {
  return { kind: 'not-yet', reason, message };
}
