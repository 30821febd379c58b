import type { Tiyin } from '../domain/money.ts';
import type { Heap, OtherCurrency } from '../domain/shift.ts';
import type { TenderKind } from '../domain/tender.ts';
import { isOpen, isPaidLate } from './attempts.ts';
import type { Db } from './database.ts';
import { isRefundPaymentOpen } from './refund-payments.ts';
import { all, theOne } from './statement.ts';

/** Count, sum in tiyin and age of what waits to be sent; or of all whose money is not certain, with what was paid after its end. */
export function attemptHeap(db: Db, kind: 'queued' | 'in-doubt'): Heap {
  const heap =
    kind === 'queued' ? inState(`('queued')`) : `${inState(`('in-doubt', 'cancelling')`)} UNION ALL ${paidLate}`;
  return theOne<Heap>(
    db,
    `SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount, min(created_at) AS oldestAt FROM (${heap})`,
  );
}

const inState = (states: string): string =>
  `SELECT amount, created_at FROM attempt WHERE ${isOpen} AND state IN ${states}`;

const paidLate = `SELECT amount, created_at FROM attempt WHERE ${isPaidLate}`;

/** Count, sum in tiyin and age of the money of refunds that is not back yet. */
export function goingBackHeap(db: Db): Heap {
  return theOne<Heap>(
    db,
    `SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount, min(created_at) AS oldestAt FROM refund_payment WHERE ${isRefundPaymentOpen}`,
  );
}

/** How many sales of a shift ended in `state`, and their sum in tiyin. */
export function salesOfShift(db: Db, shiftId: string, state: 'completed' | 'voided'): { count: number; amount: Tiyin } {
  return theOne<{ count: number; amount: Tiyin }>(
    db,
    'SELECT count(*) AS count, coalesce(sum(total), 0) AS amount FROM sale WHERE shift_id = ? AND state = ?',
    shiftId,
    state,
  );
}

/** What was taken in a shift by each kind of tender, in tiyin. */
export function tendersOfShift(db: Db, shiftId: string): { kind: TenderKind; count: number; amount: Tiyin }[] {
  return all(
    db,
    `SELECT tender.kind, count(*) AS count, sum(tender.amount) AS amount FROM tender JOIN sale ON sale.id = tender.sale_id
     WHERE sale.shift_id = ? AND sale.state = 'completed' GROUP BY tender.kind ORDER BY tender.kind`,
    shiftId,
  );
}

/**
 * What was taken in other currencies in a shift, and what its refunds give back there, in each currency's minor units. A refund
 * counts in the shift that made it, as its sum in tiyin does, so that it stands on one report however late the money is back.
 */
export function otherCurrenciesOfShift(db: Db, shiftId: string): OtherCurrency[] {
  return all(
    db,
    `SELECT currency, sum(count) AS count, sum(taken) AS taken, sum(givenBack) AS givenBack FROM (
       SELECT attempt.charged_currency AS currency, 1 AS count, attempt.charged_amount AS taken, 0 AS givenBack
       FROM sale JOIN tender ON tender.sale_id = sale.id JOIN attempt ON attempt.id = tender.attempt_id
       WHERE sale.shift_id = ? AND sale.state = 'completed' AND attempt.charged_currency IS NOT NULL
       UNION ALL
       SELECT attempt.charged_currency, 0, 0, back.charged_amount
       FROM refund JOIN refund_payment back ON back.refund_id = refund.id JOIN attempt ON attempt.id = back.attempt_id
       WHERE refund.shift_id = ? AND attempt.charged_currency IS NOT NULL
     ) GROUP BY currency ORDER BY currency`,
    shiftId,
    shiftId,
  );
}

/** The lines of a shift's completed sales, as VAT needs them: price, quantity, discount, rate. */
export function soldLines(
  db: Db,
  shiftId: string,
): { price: Tiyin; quantity: number; discount: Tiyin; vatPercent: number | null }[] {
  return all(
    db,
    `SELECT line.price, line.quantity, line.discount, line.vat_percent AS vatPercent FROM line JOIN sale ON sale.id = line.sale_id
     WHERE sale.shift_id = ? AND sale.state = 'completed' AND line.removed_at IS NULL`,
    shiftId,
  );
}

/** How many attempts have an open outcome, and how many obligations are still to be met or wait for a person. */
export function unfinished(db: Db): { openMoney: number; owed: number } {
  return theOne<{ openMoney: number; owed: number }>(
    db,
    `SELECT (SELECT count(*) FROM attempt WHERE ${isOpen}) + (SELECT count(*) FROM (${paidLate})) AS openMoney,
       (SELECT count(*) FROM outbox WHERE state <> 'done' AND kind NOT IN ('ask', 'match')) AS owed`,
  );
}
