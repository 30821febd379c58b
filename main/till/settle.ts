import { afterCharge } from '../domain/attempt.ts';
import type { ChargeOutcome } from '../domain/attempt.ts';
import { assertNever } from '../domain/assert-never.ts';
import { zero } from '../domain/money.ts';
import { attemptOfPayment, findAttempt } from '../store/attempts.ts';
import type { AttemptRow, Change } from '../store/attempts.ts';
import { findSale } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { atomically } from '../store/statement.ts';
import { changeAttempt } from './attempts.ts';
import { completeSale } from './complete.ts';
import { play, say, tellFault } from './context.ts';
import type { Equipment, Till } from './context.ts';
import { lineIs } from './reach.ts';

/** What came back for one attempt; `code` is in memory only, for the way back to `queued`. */
export type Answer = { id: string; code: string; outcome: ChargeOutcome };

/** How soon (ms) an answer that could not be written down is written again: a full disk must not lose it. */
const rewriteEvery = 5000;

/**
 * Writes an answer down: the attempt, the completed sale and what it owes are one commit. When the disk refuses, the
 * answer stays in memory and is written again, for the money has moved. `written` is called once it is on disk.
 */
export function settle(till: Till, equipment: Equipment, answer: Answer, written: () => void): void {
  try {
    const { sale, outcome } = atomically(till.db, () => writeDown(till, equipment, answer));
    if (sale.parked === 1) announceAside(till, sale, outcome);
    else announce(till, outcome);
  } catch (error) {
    tellFault(till, `answer of attempt ${answer.id}`, error);
    till.world.timers.after(rewriteEvery, () => settle(till, equipment, answer, written));
    return;
  }
  written();
  till.wake('fiscal');
  till.wake('print');
  till.changed();
}

function writeDown(till: Till, equipment: Equipment, answer: Answer): { sale: SaleRow; outcome: ChargeOutcome } {
  const attempt = findAttempt(till.db, answer.id);
  const sale = attempt && findSale(till.db, attempt.saleId);
  if (!attempt || !sale) throw new Error(`attempt ${answer.id} has no sale`);
  const outcome = believable(till, attempt, answer.outcome);
  changeAttempt(till, attempt.id, afterCharge(outcome), changeFor(till, { ...answer, outcome }));
  if (outcome.kind === 'paid') {
    const { kind, amount, id: attemptId } = attempt;
    completeSale(till, equipment, sale, { kind, amount, given: null, change: zero, attemptId });
  }
  return { sale, outcome };
}

/** One payment pays one attempt: an answer with the id of another customer's payment proves nothing about this one. */
function believable(till: Till, attempt: AttemptRow, outcome: ChargeOutcome): ChargeOutcome {
  if (outcome.kind !== 'paid') return outcome;
  const { providerPaymentId } = outcome.facts;
  const known = attemptOfPayment(till.db, attempt.provider, providerPaymentId);
  return known === undefined ? outcome : { kind: 'unknown', reason: 'payment-id-known', message: providerPaymentId };
}

function changeFor(till: Till, { id, code, outcome }: Answer): Omit<Change, 'at'> {
  switch (outcome.kind) {
    case 'paid':
      return { facts: outcome.facts };
    case 'nothing-sent':
      return { reason: outcome.reason, codeCipher: till.vault.lock(code, id) };
    case 'declined':
    case 'unknown':
      return { reason: outcome.reason, message: outcome.message };
    default:
      return assertNever(outcome);
  }
}

function announce(till: Till, outcome: ChargeOutcome): void {
  switch (outcome.kind) {
    case 'paid':
      lineIs(till, 'up');
      return play(till, 'paid');
    case 'declined':
      lineIs(till, 'up');
      say(till, 'payment-declined', 'refused', { message: outcome.message });
      return play(till, 'refused');
    case 'nothing-sent':
      lineIs(till, 'down');
      return say(till, 'payment-queued', 'doubt');
    case 'unknown':
      say(till, 'payment-in-doubt', 'doubt');
      return play(till, 'doubt');
    default:
      return assertNever(outcome);
  }
}

/** An answer for a sale put aside must not sound like the payment of the customer now served. */
function announceAside(till: Till, { number }: SaleRow, outcome: ChargeOutcome): void {
  if (outcome.kind === 'nothing-sent') return lineIs(till, 'down');
  const tones = { paid: 'sure', declined: 'refused', unknown: 'doubt' } as const;
  const codes = { paid: 'parked-sale-paid', declined: 'payment-declined', unknown: 'payment-in-doubt' } as const;
  say(till, codes[outcome.kind], tones[outcome.kind], { number });
  play(till, 'attention');
}
