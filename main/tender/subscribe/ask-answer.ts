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

/**
 * How a receipt is read: which ids of a paid one go onto its attempt, and whether this till holds money. Whoever never asked
 * for a hold cannot take what is held, so that it is a person's.
 */
export type Reading = { factsOf: (receipt: PaymeReceipt) => PaidFacts; holds: boolean };

const usualReading: Reading = { factsOf: paidFacts, holds: false };

/** What an answer to receipts.get tells about an attempt: nothing unless the receipt is the one expected. */
export function askOutcome(reply: PaymeReply, expected: Expected, reading = usualReading): AskOutcome {
  if (reply.kind === 'error' && reply.error.code === receiptNotFound) return { kind: 'not-found' };
  if (reply.kind !== 'success') return withoutAnswer(reply);
  const receipt = readReceipt(reply.result);
  if (!receipt) return { kind: 'unclear', reason: 'wrong-shape', message: '' };
  const reason = mismatch(receipt, expected);
  return reason ? { kind: 'unclear', reason, message: evidence(receipt) } : outcomeOf(receipt, reading);
}

/** What the state of the attempt's own receipt means for it; a state Payme does not document is acted on by nobody. */
export function outcomeOf(receipt: PaymeReceipt, { factsOf, holds }: Reading = usualReading): AskOutcome {
  const state = bookedState(receipt.stateNumber);
  const reason = `state-${receipt.stateNumber}`;
  switch (state) {
    case 'paid':
      return { kind: 'paid', facts: factsOf(receipt) };
    case 'moving':
      return { kind: 'moving', reason };
    case 'held':
      return holds ? heldOutcome(receipt, reason) : { kind: 'stuck', reason };
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

/** Only what is held (5) can be taken; 6 is the command to hold, still on its way to 5 (developer help, "Состояния чека"). */
function heldOutcome({ stateNumber }: PaymeReceipt, reason: string): AskOutcome {
  return stateNumber === 5 ? { kind: 'held' } : { kind: 'moving', reason };
}
