import type { Tiyin } from '../domain/money.ts';
import { isOpen } from './attempts.ts';
import type { Db } from './database.ts';
import { isRefundPaymentOpen } from './refund-payments.ts';
import { all, theOne } from './statement.ts';

/** What a list of open items shows of a sale, whatever is open about it. */
export type OpenSale = { saleId: string; saleNumber: number; amount: Tiyin; cashier: string };

const saleColumns = `sale.id AS saleId, sale.number AS saleNumber, sale.total AS amount, staff.name AS cashier`;
const withStaff = 'JOIN staff ON staff.id = sale.staff_id';

/** The sale behind an open item. */
export function openSale(db: Db, saleId: string): OpenSale | undefined {
  return all<OpenSale>(db, `SELECT ${saleColumns} FROM sale ${withStaff} WHERE sale.id = ?`, saleId)[0];
}

export type OpenDocument = OpenSale & {
  id: string;
  operation: 'sale' | 'refund';
  state: 'waiting' | 'sending' | 'in-doubt' | 'refused';
  reason: string | null;
  createdAt: number;
};

/** Fiscal documents the box has not registered, oldest first. */
export function openDocuments(db: Db): OpenDocument[] {
  return all(
    db,
    `SELECT ${saleColumns}, doc.id, doc.operation, doc.state, doc.reason, doc.created_at AS createdAt
     FROM fiscal_document AS doc JOIN sale ON sale.id = doc.sale_id ${withStaff} WHERE doc.state <> 'registered' ORDER BY doc.created_at`,
  );
}

export type OpenPaper = OpenSale & {
  id: string;
  state: 'waiting' | 'printing' | 'uncertain' | 'failed';
  reason: string | null;
  createdAt: number;
};

/** Receipts nobody has on paper for sure, oldest first. */
export function openPapers(db: Db): OpenPaper[] {
  return all(
    db,
    `SELECT ${saleColumns}, receipt.id, receipt.state, receipt.reason, receipt.created_at AS createdAt
     FROM receipt JOIN sale ON sale.id = receipt.sale_id ${withStaff}
     WHERE receipt.state IN ('waiting', 'printing', 'uncertain', 'failed') ORDER BY receipt.created_at`,
  );
}

export type OpenRelease = OpenSale & { at: number };

/** Sales whose goods have left and which nobody is paying any more, oldest first. */
export function unpaidReleases(db: Db): OpenRelease[] {
  return all(
    db,
    `SELECT ${saleColumns}, release.at FROM release JOIN sale ON sale.id = release.sale_id ${withStaff}
     WHERE sale.state = 'tendering' AND NOT EXISTS (SELECT 1 FROM attempt WHERE attempt.sale_id = sale.id
       AND (attempt.state IN ('queued', 'sending', 'in-doubt', 'paid') OR attempt.verdict = 'taken'))
     ORDER BY release.at`,
  );
}

/** How many open items of each cause wait for a person and nothing else. */
export function waitingForPerson(db: Db): number {
  const counted = [
    `SELECT count(*) AS n FROM attempt WHERE ${isOpen} AND manager_since IS NOT NULL`,
    `SELECT count(*) AS n FROM outbox WHERE state <> 'done' AND state = 'dead' AND kind IN ('fiscal-open', 'fiscal-sale', 'fiscal-refund', 'fiscal-close', 'wallet-confirm')`,
    `SELECT count(*) AS n FROM receipt WHERE state IN ('waiting', 'printing', 'uncertain', 'failed') AND state IN ('uncertain', 'failed')`,
    `SELECT count(*) AS n FROM outbox WHERE state <> 'done' AND state = 'dead' AND kind = 'print'
       AND subject IN (SELECT id FROM receipt WHERE state IN ('waiting', 'printing', 'uncertain', 'failed') AND state = 'waiting')`,
    `SELECT count(*) AS n FROM match_finding WHERE settled_at IS NULL`,
    `SELECT count(*) AS n FROM refund_payment WHERE ${isRefundPaymentOpen} AND manager_since IS NOT NULL`,
  ];
  return counted.reduce((sum, sql) => sum + theOne<{ n: number }>(db, sql).n, unpaidReleases(db).length);
}
