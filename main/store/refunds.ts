import type { Tiyin } from '../domain/money.ts';
import type { RefundLine } from '../domain/refund.ts';
import type { Db } from './database.ts';
import { all, one, run, theOne } from './statement.ts';

/** A completed sale given back, whole or in part; never changed. `amount` in tiyin, of which `cash` went out of the drawer. */
export type RefundRow = {
  id: string;
  saleId: string;
  shiftId: string;
  /** Who stood at the counter, and which manager answers for it. */
  staffId: string;
  approvedBy: string;
  amount: Tiyin;
  cash: Tiyin;
  at: number;
  businessDate: string;
};

const columns = `id, sale_id AS saleId, shift_id AS shiftId, staff_id AS staffId, approved_by AS approvedBy, amount, cash, at,
  business_date AS businessDate`;
const lineColumns = `line_id AS lineId, refund_line.quantity, refund_line.discount, amount, vat`;

/** Notes that goods of a sale were given back, with their lines; call it inside the transaction that checked what is left. */
export function insertRefund(db: Db, row: RefundRow, lines: readonly RefundLine[]): void {
  run(
    db,
    `INSERT INTO refund (id, sale_id, shift_id, staff_id, approved_by, amount, cash, at, business_date)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.saleId,
    row.shiftId,
    row.staffId,
    row.approvedBy,
    row.amount,
    row.cash,
    row.at,
    row.businessDate,
  );
  for (const { lineId, quantity, discount, amount, vat } of lines)
    run(
      db,
      'INSERT INTO refund_line (refund_id, line_id, quantity, discount, amount, vat) VALUES (?, ?, ?, ?, ?, ?)',
      row.id,
      lineId,
      quantity,
      discount,
      amount,
      vat,
    );
}

/** A refund by id. */
export function findRefund(db: Db, id: string): RefundRow | undefined {
  return one(db, `SELECT ${columns} FROM refund WHERE id = ?`, id);
}

/** Every refund of a sale, in the order they were made. */
export function refundsOfSale(db: Db, saleId: string): RefundRow[] {
  return all(db, `SELECT ${columns} FROM refund WHERE sale_id = ? ORDER BY rowid`, saleId);
}

/** How much (tiyin) of a sale was given back before a refund of it. */
export function refundedBefore(db: Db, { id, saleId }: Pick<RefundRow, 'id' | 'saleId'>): Tiyin {
  return theOne<{ amount: Tiyin }>(
    db,
    `SELECT coalesce(sum(amount), 0) AS amount FROM refund
     WHERE sale_id = ? AND rowid < (SELECT rowid FROM refund WHERE id = ?)`,
    saleId,
    id,
  ).amount;
}

/** The lines of a refund, in the order of the sale's lines. */
export function linesOfRefund(db: Db, refundId: string): RefundLine[] {
  return all(
    db,
    `SELECT ${lineColumns} FROM refund_line JOIN line ON line.id = line_id WHERE refund_id = ? ORDER BY line.position`,
    refundId,
  );
}

/** Every line of a sale that was given back so far, a row for each refund that named it. */
export function linesGivenBack(db: Db, saleId: string): RefundLine[] {
  return all(
    db,
    `SELECT ${lineColumns} FROM refund_line WHERE refund_id IN (SELECT id FROM refund WHERE sale_id = ?)`,
    saleId,
  );
}

/** Every refund, oldest first, for the journal. */
export function listRefunds(db: Db): RefundRow[] {
  return all(db, `SELECT ${columns} FROM refund ORDER BY rowid`);
}

/** How many refunds were made in a shift, and their sum in tiyin. */
export function refundsOfShift(db: Db, shiftId: string): { count: number; amount: Tiyin } {
  return theOne<{ count: number; amount: Tiyin }>(
    db,
    'SELECT count(*) AS count, coalesce(sum(amount), 0) AS amount FROM refund WHERE shift_id = ?',
    shiftId,
  );
}
