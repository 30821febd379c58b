import type { Db } from './database.ts';
import { all, run } from './statement.ts';

export type AuditAction =
  | 'signed-in'
  | 'signed-out'
  | 'pin-wrong'
  | 'pin-locked'
  | 'set-up'
  | 'shift-opened'
  | 'shift-closed'
  | 'line-removed'
  | 'sale-voided'
  | 'sale-parked'
  | 'sale-recalled'
  | 'drawer-opened'
  | 'receipt-copied'
  | 'fiscal-retried'
  | 'attempt-cancelled'
  | 'attempt-closed'
  | 'goods-released'
  | 'sale-refunded'
  | 'refund-closed'
  | 'obligation-retried'
  | 'match-made'
  | 'finding-settled';
export type AuditRow = {
  id: string;
  at: number;
  staffId: string | null;
  action: AuditAction;
  subject: string | null;
  facts: string;
};

/** Notes who did what; rows are never changed. */
export function insertAudit(db: Db, row: AuditRow): void {
  run(
    db,
    'INSERT INTO audit (id, at, staff_id, action, subject, facts) VALUES (?, ?, ?, ?, ?, ?)',
    row.id,
    row.at,
    row.staffId,
    row.action,
    row.subject,
    row.facts,
  );
}

/** The audit trail, oldest first. */
export function listAudit(db: Db): AuditRow[] {
  return all(db, 'SELECT id, at, staff_id AS staffId, action, subject, facts FROM audit ORDER BY at, id');
}
