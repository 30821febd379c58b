import { attemptLine, auditLine, cashLine, fiscalLine, saleLine, shiftLine } from '../report/journal.ts';
import { refundLine } from '../report/refund-line.ts';
import { insertAudit } from '../store/audit.ts';
import type { AuditAction, AuditRow } from '../store/audit.ts';
import { findAttempt } from '../store/attempts.ts';
import { findFiscal } from '../store/fiscal-documents.ts';
import { seal } from '../store/journal.ts';
import { findRefund } from '../store/refunds.ts';
import { findSale } from '../store/sales.ts';
import { findShift, insertCash } from '../store/shifts.ts';
import type { CashRow } from '../store/shifts.ts';
import type { Facts } from '../../preload/api.ts';
import type { Till } from './context.ts';

/** Seals the sale as it stands now; call it in the transaction that ended or froze it. */
export function recordSale(till: Till, saleId: string): void {
  const row = findSale(till.db, saleId);
  if (row) seal(till.db, { at: till.world.now(), type: 'sale', subject: saleId, body: saleLine(till.db, row) });
}

/** Seals the attempt with its history so far. */
export function recordAttempt(till: Till, attemptId: string): void {
  const row = findAttempt(till.db, attemptId);
  if (row)
    seal(till.db, { at: till.world.now(), type: 'attempt', subject: attemptId, body: attemptLine(till.db, row) });
}

/** Seals a refund with its money so far; call it in the transaction that made it or moved its money. */
export function recordRefund(till: Till, refundId: string): void {
  const row = findRefund(till.db, refundId);
  if (row) seal(till.db, { at: till.world.now(), type: 'refund', subject: refundId, body: refundLine(till.db, row) });
}

/** Seals a fiscal document. */
export function recordFiscal(till: Till, documentId: string): void {
  const row = findFiscal(till.db, documentId);
  if (row) seal(till.db, { at: till.world.now(), type: 'fiscal', subject: documentId, body: fiscalLine(row) });
}

/** Seals a shift at its opening and at its closing. */
export function recordShift(till: Till, shiftId: string): void {
  const row = findShift(till.db, shiftId);
  if (row) seal(till.db, { at: till.world.now(), type: 'shift', subject: shiftId, body: shiftLine(row) });
}

/** Books cash in or out of the drawer and seals it. */
export function bookCash(till: Till, cash: Omit<CashRow, 'id' | 'at'>): void {
  const row: CashRow = { ...cash, id: till.world.newId(), at: till.world.now() };
  insertCash(till.db, row);
  seal(till.db, { at: row.at, type: 'cash', subject: row.id, body: cashLine(row) });
}

/** Notes who did what, in the audit trail and in the chain. */
export function audit(
  till: Till,
  staffId: string | null,
  action: AuditAction,
  subject: string | null,
  facts: Facts = {},
): void {
  const row: AuditRow = {
    id: till.world.newId(),
    at: till.world.now(),
    staffId,
    action,
    subject,
    facts: JSON.stringify(facts),
  };
  insertAudit(till.db, row);
  seal(till.db, { at: row.at, type: 'audit', subject: row.id, body: auditLine(row) });
}
