import type { Tiyin } from '../domain/money.ts';
import type { Db } from './database.ts';
import { one, run, theOne } from './statement.ts';

/** A whole completed sale given back: one row a sale, never changed. `amount` in tiyin. */
export type RefundRow = {
  id: string;
  saleId: string;
  shiftId: string;
  /** Who stood at the counter, and which manager answers for it. */
  staffId: string;
  approvedBy: string;
  amount: Tiyin;
  at: number;
  businessDate: string;
};

const columns = `id, sale_id AS saleId, shift_id AS shiftId, staff_id AS staffId, approved_by AS approvedBy, amount, at,
  business_date AS businessDate`;

/** Notes that a sale was given back; a second row for the same sale is refused by the table. */
export function insertRefund(db: Db, row: RefundRow): void {
  run(
    db,
    `INSERT INTO refund (id, sale_id, shift_id, staff_id, approved_by, amount, at, business_date)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.saleId,
    row.shiftId,
    row.staffId,
    row.approvedBy,
    row.amount,
    row.at,
    row.businessDate,
  );
}

/** The refund of a sale, if it was given back. */
export function refundOfSale(db: Db, saleId: string): RefundRow | undefined {
  return one(db, `SELECT ${columns} FROM refund WHERE sale_id = ?`, saleId);
}

/** How many sales were given back in a shift, and their sum in tiyin. */
export function refundsOfShift(db: Db, shiftId: string): { count: number; amount: Tiyin } {
  return theOne<{ count: number; amount: Tiyin }>(
    db,
    'SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount FROM refund WHERE shift_id = ?',
    shiftId,
  );
}
