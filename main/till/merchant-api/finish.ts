import { saleOver } from '../../domain/payme-transaction.ts';
import type { PaymeTransaction } from '../../domain/payme-transaction.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { addFinding } from '../../store/matches.ts';
import { cancelPayme, findPayme, performPayme } from '../../store/payme-transactions.ts';
import { atomically } from '../../store/statement.ts';
import { changeAttempt } from '../attempts.ts';
import { businessDate } from '../business-date.ts';
import type { Equipment, Till } from '../context.ts';
import { wentBack } from '../doubt/hear.ts';
import { writeAnswer } from '../settle.ts';
import { paidBy, refuseCall } from './answers.ts';
import type { Told } from './answers.ts';
import { endWhenTimedOut } from './begin.ts';
import type { Rules } from './begin.ts';
import type { Params } from './requests.ts';

/**
 * Payme takes the customer's money with our consent: the transaction, the paid attempt and the completed sale are one commit, so
 * that a till killed before it is asked again and one killed after it says the same. A sale that is over refuses, and Payme lets the
 * money go: that is how a QR paid in the second it was cancelled ends in no charge. One a manager has vouched for pays the sale that
 * was completed on their word.
 */
export function perform(till: Till, equipment: Equipment, params: Params<'PerformTransaction'>): Told {
  const row = findPayme(till.db, params.id);
  if (!row) return refuseCall('no-transaction');
  if (row.state === 2) return { ok: true, result: performed(row) };
  if (row.state < 0 || endWhenTimedOut(till, row)) return refuseCall('state');
  const attempt = findAttempt(till.db, row.attemptId);
  const vouchedFor = attempt?.verdict === 'taken';
  if (!attempt || !(isAwaited(attempt) || vouchedFor)) return endBecauseOver(till, row);
  const outcome = { kind: 'paid', facts: paidBy(row) } as const;
  writeAnswer(till, equipment, { id: attempt.id, code: '', outcome }, ({ to }) => {
    if (to !== 'paid' && !vouchedFor) throw new Error(`attempt ${attempt.id} did not become paid`);
    if (!performPayme(till.db, row.id, till.world.now()))
      throw new Error(`transaction ${row.id} was not created any more`);
  });
  return { ok: true, result: performed(findPayme(till.db, params.id) ?? row) };
}

function isAwaited({ state }: AttemptRow): boolean {
  return state === 'sending' || state === 'in-doubt';
}

function performed({ id, performTime }: PaymeTransaction) {
  return { transaction: id, perform_time: performTime, state: 2 };
}

function endBecauseOver(till: Till, row: PaymeTransaction): Told {
  atomically(till.db, () => cancelPayme(till.db, row.id, till.world.now(), saleOver));
  return refuseCall('state');
}

/**
 * Payme gives the customer's money back, or lets it go. The same call again has the same answer and keeps the first reason. What
 * was sold is the shop's to give back, unless it lets Payme's cabinet do so: then the money is gone and a finding asks a manager for
 * the refund's document.
 */
export function cancel(till: Till, equipment: Equipment, rules: Rules, params: Params<'CancelTransaction'>): Told {
  const row = findPayme(till.db, params.id);
  if (!row) return refuseCall('no-transaction');
  if (row.state < 0) return { ok: true, result: cancelled(row) };
  const attempt = findAttempt(till.db, row.attemptId);
  if (row.state === 2 && attempt && isSold(attempt) && rules.cancelAfterSale === 'refuse')
    return refuseCall('delivered');
  atomically(till.db, () => {
    cancelPayme(till.db, row.id, till.world.now(), params.reason ?? saleOver);
    if (attempt && (row.state === 2 || isSold(attempt))) moneyWentBack(till, equipment, attempt, row);
  });
  till.changed();
  return { ok: true, result: cancelled(findPayme(till.db, params.id) ?? row) };
}

/** A sale stands on it: it was paid, or a manager vouched for it. */
function isSold({ state, verdict }: AttemptRow): boolean {
  return state === 'paid' || verdict === 'taken';
}

function moneyWentBack(till: Till, equipment: Equipment, attempt: AttemptRow, { paymeId }: PaymeTransaction): void {
  if (attempt.state === 'cancelling') return void wentBack(till, attempt);
  if (!isSold(attempt)) return;
  if (attempt.state === 'paid') {
    changeAttempt(till, attempt.id, 'cancelling', { reason: 'cancelled-there' });
    changeAttempt(till, attempt.id, 'returned', { reason: 'cancelled-there' });
  }
  const at = till.world.now();
  const { id: attemptId, saleId, amount } = attempt;
  const finding = { kind: 'cancelled-there', attemptId, saleId, paymentId: paymeId, amount } as const;
  addFinding(till.db, businessDate(at, equipment.settings.shop.timezone), finding, at);
}

function cancelled({ id, cancelTime, state }: PaymeTransaction) {
  return { transaction: id, cancel_time: cancelTime, state };
}
