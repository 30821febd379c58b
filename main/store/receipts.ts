import type { Db } from './database.ts';
import { one, run, theOne } from './statement.ts';

export type ReceiptState = 'waiting' | 'printing' | 'printed' | 'sent' | 'uncertain' | 'failed';
export type ReceiptRow = {
  id: string;
  saleId: string;
  document: string;
  state: ReceiptState;
  reason: string | null;
  createdAt: number;
  printedAt: number | null;
};

const columns = 'id, sale_id AS saleId, document, state, reason, created_at AS createdAt, printed_at AS printedAt';

/** Keeps a receipt as JSON; paper is made from this row, first print and copies alike. */
export function insertReceipt(db: Db, row: Pick<ReceiptRow, 'id' | 'saleId' | 'document' | 'createdAt'>): void {
  run(
    db,
    `INSERT INTO receipt (id, sale_id, document, state, created_at) VALUES (?, ?, ?, 'waiting', ?)`,
    row.id,
    row.saleId,
    row.document,
    row.createdAt,
  );
}

/** A receipt by id. */
export function findReceipt(db: Db, id: string): ReceiptRow | undefined {
  return one(db, `SELECT ${columns} FROM receipt WHERE id = ?`, id);
}

/** The receipt of a sale, once there is one; the slip of its refund came later, whatever the clock said then. */
export function receiptOfSale(db: Db, saleId: string): ReceiptRow | undefined {
  return one(db, `SELECT ${columns} FROM receipt WHERE sale_id = ? ORDER BY rowid LIMIT 1`, saleId);
}

/** The slip of a refund of this sale whose first paper never came out for sure, the oldest first. */
export function unprintedSlip(db: Db, saleId: string): ReceiptRow | undefined {
  return one(
    db,
    `SELECT ${columns} FROM receipt WHERE sale_id = ? AND state IN ('waiting', 'failed') AND document ->> '$.kind' = 'refund' ORDER BY rowid LIMIT 1`,
    saleId,
  );
}

/** Notes what is known of the paper: "written to the printer" (`sent`) is not "printed". */
export function setReceiptState(
  db: Db,
  id: string,
  state: ReceiptState,
  reason: string | null,
  at: number | null,
): void {
  run(
    db,
    'UPDATE receipt SET state = ?, reason = ?, printed_at = coalesce(printed_at, ?) WHERE id = ?',
    state,
    reason,
    at,
    id,
  );
}

/** How many receipts nobody has on paper yet. */
export function notPrinted(db: Db): number {
  return theOne<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM receipt WHERE state IN ('waiting', 'printing', 'uncertain', 'failed')`,
  ).count;
}
