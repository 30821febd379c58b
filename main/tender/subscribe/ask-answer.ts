import type { AskOutcome } from '../../domain/asking.ts';
import type { PaidFacts } from '../../domain/attempt.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { PaymeReply } from '../../wire/payme.ts';
import { paidFacts } from './charge-answer.ts';
import { mismatch } from './expected.ts';
import type { Expected } from './expected.ts';
import { evidence, readReceipt } from './receipt.ts';
import type { PaymeReceipt } from './receipt.ts';
import { receiptNotFound } from './refusals.ts';
import { bookedState } from './states.ts';
import { withoutAnswer } from './without-answer.ts';

/** Which ids of a paid receipt go onto its attempt. */
export type FactsOf = (receipt: PaymeReceipt) => PaidFacts;

/** What an answer to receipts.get tells about an attempt: nothing unless the receipt is the one expected. */
export function askOutcome(reply: PaymeReply, expected: Expected, factsOf: FactsOf = paidFacts): AskOutcome {
  if (reply.kind === 'error' && reply.error.code === receiptNotFound) return { kind: 'not-found' };
  if (reply.kind !== 'success') return withoutAnswer(reply);
  const receipt = readReceipt(reply.result);
  if (!receipt) return { kind: 'unclear', reason: 'wrong-shape', message: '' };
  const reason = mismatch(receipt, expected);
  return reason ? { kind: 'unclear', reason, message: evidence(receipt) } : outcomeOf(receipt, factsOf);
}

/** What the state of the attempt's own receipt means for it; a state Payme does not document is acted on by nobody. */
export function outcomeOf(receipt: PaymeReceipt, factsOf: FactsOf): AskOutcome {
  const state = bookedState(receipt.stateNumber);
  const reason = `state-${receipt.stateNumber}`;
  switch (state) {
    case 'paid':
      return { kind: 'paid', facts: factsOf(receipt) };
    case 'moving':
      return { kind: 'moving', reason };
    case 'held':
    case 'stuck':
      return { kind: 'stuck', reason };
    case 'unpaid':
    case 'returning':
    case 'returned':
      return { kind: state };
    case undefined:
      return { kind: 'unclear', reason, message: evidence(receipt) };
    default:
      return assertNever(state);
  }
}
