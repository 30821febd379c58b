import type { ChargeOutcome, PaidFacts } from '../../domain/attempt.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { PaymeReply } from '../../wire/payme.ts';
import { providerWords } from '../provider-words.ts';
import { mismatch } from './expected.ts';
import type { Expected } from './expected.ts';
import { evidence, readReceipt, readState } from './receipt.ts';
import type { PaymeReceipt } from './receipt.ts';
import { refusalOf } from './refusals.ts';
import { bookedState } from './states.ts';

/** A refusal nobody has confirmed yet: declined only when the receipt itself turns out unpaid or cancelled. */
export type Refusal = { kind: 'refused'; reason: string; message: string };

/**
 * What an answer to receipts.pay means. Paid only on a receipt with our id, our amount, our account where it is echoed, and
 * state 4; nothing-sent only on the wire's proof; a listed error is a refusal still to be confirmed; all else unknown.
 */
export function chargeOutcome(reply: PaymeReply, expected: Expected, code: string): ChargeOutcome | Refusal {
  switch (reply.kind) {
    case 'success':
      return paidOrUnknown(reply.result, expected);
    case 'error': {
      const reason = refusalOf(reply.error.code);
      const message = providerWords(reply.error.message, code);
      return reason ? { kind: 'refused', reason, message } : unknown(`payme-${reply.error.code}`, message);
    }
    case 'nothing-sent':
      return reply;
    case 'unknown':
      return { ...reply, message: '' };
    default:
      return assertNever(reply);
  }
}

function paidOrUnknown(result: unknown, expected: Expected): ChargeOutcome {
  const receipt = readReceipt(result);
  if (!receipt) return unknown('wrong-shape', '');
  const notPaid = receipt.state === 'paid' ? undefined : `state-${receipt.stateNumber}`;
  const reason = mismatch(receipt, expected) ?? notPaid;
  return reason ? unknown(reason, evidence(receipt)) : { kind: 'paid', facts: paidFacts(receipt) };
}

/** The ids a paid receipt leaves on its attempt; its transaction is the number Payme itself gave the receipt. */
export function paidFacts({ paymentId, account, transactionId, clientPhone }: PaymeReceipt): PaidFacts {
  return {
    providerPaymentId: paymentId,
    transactionId,
    kkmId: account.kkmId,
    deviceId: account.deviceId,
    clientPhone,
  };
}

/**
 * What a refusal is worth once receipts.check was asked: declined when the receipt is unpaid (0) or cancelled (50), since
 * the charge itself has been answered and cannot arrive any more. Any other state, or no state, leaves it in doubt.
 */
export function confirmedRefusal({ reason, message }: Refusal, check: PaymeReply): ChargeOutcome {
  const state = check.kind === 'success' ? readState(check.result) : undefined;
  const booked = state === undefined ? undefined : bookedState(state);
  if (booked === 'unpaid' || booked === 'returned') return { kind: 'declined', reason, message };
  return unknown(state === undefined ? 'refusal-not-confirmed' : `refused-at-state-${state}`, message);
}

function unknown(reason: string, message: string): ChargeOutcome {
  return { kind: 'unknown', reason, message };
}
