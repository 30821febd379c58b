import { afterCharge } from '../domain/attempt.ts';
import type { ChargeOutcome } from '../domain/attempt.ts';
import { assertNever } from '../domain/assert-never.ts';
import { attemptOfPayment, findAttempt } from '../store/attempts.ts';
import { historyOf } from '../store/attempt-moves.ts';
import type { Change } from '../store/attempt-moves.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { addFinding } from '../store/matches.ts';
import { currentSale, findSale } from '../store/sales.ts';
import { atomically } from '../store/statement.ts';
import { announceAnswer } from './announce.ts';
import type { Written } from './announce.ts';
import { changeAttempt, managerSince, noteOnAttempt, oweAsking } from './attempts.ts';
import { businessDate } from './business-date.ts';
import { completeBy } from './complete.ts';
import { tellFault } from './context.ts';
import type { Equipment, Till } from './context.ts';

/** What came back for one attempt; `code` is in memory only, for the way back to `queued`. */
export type Answer = { id: string; code: string; outcome: ChargeOutcome };

/** How soon (ms) an answer that could not be written down is written again: a full disk must not lose it. */
const rewriteEvery = 5000;

/**
 * Writes an answer down and tells it. When the disk refuses, the answer stays in memory and is written again, for the
 * money has moved. `written` is called once it is on disk.
 */
export function settle(till: Till, equipment: Equipment, answer: Answer, written: () => void): void {
  try {
    writeAnswer(till, equipment, answer);
  } catch (error) {
    tellFault(till, `answer of attempt ${answer.id}`, error);
    till.world.timers.after(rewriteEvery, () => settle(till, equipment, answer, written));
    return;
  }
  written();
}

/**
 * Writes an answer down: the attempt, the completed sale and what it owes are one commit, with what `alongside` writes. Throws
 * when the disk refuses or `alongside` does; nothing is woken or told before the commit. An answer that comes after the
 * attempt has ended changes nothing.
 */
export function writeAnswer(
  till: Till,
  equipment: Equipment,
  answer: Answer,
  alongside: (written: Written) => void = () => {},
): void {
  const written = atomically(till.db, () => {
    const down = writeDown(till, equipment, answer);
    alongside(down);
    return down;
  });
  if (written.to === undefined) till.log('late-answer', { attempt: answer.id, outcome: written.outcome.kind });
  else announceAnswer(till, equipment, written);
  for (const lane of ['fiscal', 'print', 'ask'] as const) till.wake(lane);
  till.changed();
}

function writeDown(till: Till, equipment: Equipment, answer: Answer): Written {
  const attempt = findAttempt(till.db, answer.id);
  const sale = attempt && findSale(till.db, attempt.saleId);
  if (!attempt || !sale) throw new Error(`attempt ${answer.id} has no sale`);
  const atCounter = currentSale(till.db)?.id === sale.id;
  const outcome = believable(till, attempt, answer.outcome);
  const to = afterCharge(attempt.state, outcome);
  if (to !== undefined)
    changeAttempt(till, attempt.id, to, changeFor(till, equipment, attempt, { ...answer, outcome }));
  else if (attempt.state === 'cancelling') keepForReturning(till, attempt, outcome);
  else if (outcome.kind === 'paid') keepLatePayment(till, equipment, attempt, outcome.facts.providerPaymentId);
  if (to === 'in-doubt') oweAsking(till, equipment, attempt);
  if (to === 'paid') completeBy(till, equipment, sale, attempt);
  return { sale, attempt, from: attempt.state, outcome, to, atCounter };
}

const paidAfterCancel = 'paid-after-cancel';

/** The cashier gave this payment up meanwhile: what the provider calls it is needed to give the money back. It is noted once. */
function keepForReturning(till: Till, attempt: AttemptRow, outcome: ChargeOutcome): void {
  if (outcome.kind !== 'paid') return;
  const { providerPaymentId, transactionId } = outcome.facts;
  const isNamed = attempt.providerPaymentId === providerPaymentId && attempt.transactionId === transactionId;
  if (isNamed && historyOf(till.db, attempt.id).some(({ reason }) => reason === paidAfterCancel)) return;
  noteOnAttempt(till, attempt.id, { reason: paidAfterCancel, message: null, facts: outcome.facts });
}

/** "Paid", after the attempt was ended here, by a manager or by an earlier word: somebody has to look where that money is. */
function keepLatePayment(till: Till, { settings }: Equipment, attempt: AttemptRow, paymentId: string): void {
  if (attempt.providerPaymentId === paymentId && (attempt.state === 'paid' || attempt.verdict === 'taken')) return;
  const facts = { providerPaymentId: paymentId };
  if (attempt.providerPaymentId === null)
    noteOnAttempt(till, attempt.id, { reason: 'paid-late', message: null, facts });
  const { id: attemptId, saleId, amount } = attempt;
  const at = till.world.now();
  const finding = { kind: 'paid-there', attemptId, saleId, paymentId, amount } as const;
  addFinding(till.db, businessDate(at, settings.shop.timezone), finding, at);
}

/** One payment pays one attempt: an answer with the id of another customer's payment proves nothing about this one. */
function believable(till: Till, attempt: AttemptRow, outcome: ChargeOutcome): ChargeOutcome {
  if (outcome.kind !== 'paid') return outcome;
  const { providerPaymentId } = outcome.facts;
  const known = attemptOfPayment(till.db, attempt.provider, providerPaymentId) ?? attempt.id;
  const mine = attempt.providerPaymentId === null || attempt.providerPaymentId === providerPaymentId;
  if (known === attempt.id && mine) return outcome;
  return { kind: 'unknown', reason: 'payment-id-known', message: providerPaymentId };
}

function changeFor(
  till: Till,
  equipment: Equipment,
  attempt: AttemptRow,
  { id, code, outcome }: Answer,
): Omit<Change, 'at'> {
  switch (outcome.kind) {
    case 'paid':
      return { facts: outcome.facts };
    case 'nothing-sent':
      return { reason: outcome.reason, ...(code === '' ? {} : { codeCipher: till.vault.lock(code, id) }) };
    case 'declined':
      return { reason: outcome.reason, message: outcome.message };
    case 'unknown':
      return { reason: outcome.reason, message: outcome.message, managerSince: managerSince(till, equipment, attempt) };
    default:
      return assertNever(outcome);
  }
}
