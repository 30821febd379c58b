import type { Tiyin } from '../domain/money.ts';
import type { Db } from './database.ts';
import { one, run, theOne } from './statement.ts';

/** Goods that left before the money was sure: who handed them over, who allowed it, whom to call. */
export type ReleaseRow = {
  id: string;
  saleId: string;
  attemptId: string;
  staffId: string;
  approvedBy: string;
  phone: string;
  amount: Tiyin;
  at: number;
};

const columns =
  'id, sale_id AS saleId, attempt_id AS attemptId, staff_id AS staffId, approved_by AS approvedBy, phone, amount, at';

/** Notes that the goods of a sale have left; one sale has one release. */
export function insertRelease(db: Db, row: ReleaseRow): void {
  run(
    db,
    'INSERT INTO release (id, sale_id, attempt_id, staff_id, approved_by, phone, amount, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    row.id,
    row.saleId,
    row.attemptId,
    row.staffId,
    row.approvedBy,
    row.phone,
    row.amount,
    row.at,
  );
}

/** The release of a sale, if its goods left early. */
export function releaseOf(db: Db, saleId: string): ReleaseRow | undefined {
  return one(db, `SELECT ${columns} FROM release WHERE sale_id = ?`, saleId);
}

/** How many sales whose goods have left are not paid yet, and their sum in tiyin. */
export function releasedUnpaid(db: Db): { count: number; amount: Tiyin } {
  return theOne<{ count: number; amount: Tiyin }>(
    db,
    `SELECT count(*) AS count, coalesce(sum(release.amount), 0) AS amount FROM release JOIN sale ON sale.id = release.sale_id
     WHERE sale.state = 'tendering'`,
  );
}
