import type { Tender } from '../domain/tender.ts';
import type { Db } from './database.ts';
import { all, run } from './statement.ts';

/** What has been paid towards a sale, oldest first. */
export function tendersOf(db: Db, saleId: string): Tender[] {
  return all(
    db,
    'SELECT kind, amount, given, change, attempt_id AS attemptId FROM tender WHERE sale_id = ? ORDER BY at, id',
    saleId,
  );
}

/** Books a tender; rows are never changed, and one attempt can stand behind one tender only. */
export function insertTender(db: Db, row: Tender & { id: string; saleId: string; at: number }): void {
  run(
    db,
    'INSERT INTO tender (id, sale_id, kind, amount, given, change, attempt_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.saleId,
    row.kind,
    row.amount,
    row.given,
    row.change,
    row.attemptId,
    row.at,
  );
}
