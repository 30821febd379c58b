import type { AttemptState } from '../domain/attempt.ts';
import type { Tiyin } from '../domain/money.ts';
import type { RefundPaymentState } from '../domain/refund-payment.ts';
import type { TenderKind } from '../domain/tender.ts';
import type { Db } from './database.ts';
import type { FiscalRow } from './fiscal-documents.ts';
import type { ReceiptRow } from './receipts.ts';
import { all } from './statement.ts';

/** A step of money: what state it came to, of which kind and sum it is, why, when (ms). */
export type MoneyStep<State> = { at: number; state: State; kind: TenderKind; amount: Tiyin; reason: string | null };

/** Every step of every attempt of a sale, in the order they were written. */
export function attemptSteps(db: Db, saleId: string): MoneyStep<AttemptState>[] {
  return all(
    db,
    `SELECT event.at, event.state, attempt.kind, attempt.amount, event.reason
     FROM attempt JOIN attempt_event AS event ON event.attempt_id = attempt.id WHERE attempt.sale_id = ? ORDER BY event.id`,
    saleId,
  );
}

/** Every step of the money that refunds of a sale gave back through providers. */
export function refundPaymentSteps(db: Db, saleId: string): MoneyStep<RefundPaymentState>[] {
  return all(
    db,
    `SELECT event.at, event.state, attempt.kind, payment.amount, event.reason
     FROM refund JOIN refund_payment AS payment ON payment.refund_id = refund.id
       JOIN refund_payment_event AS event ON event.refund_payment_id = payment.id JOIN attempt ON attempt.id = payment.attempt_id
     WHERE refund.sale_id = ? ORDER BY event.id`,
    saleId,
  );
}

/** A fiscal document of a sale or of a refund of it; `amount` (tiyin) is what it is about. */
export type DocumentStep = Pick<FiscalRow, 'state' | 'reason' | 'createdAt' | 'registeredAt' | 'sentAt'> & {
  amount: Tiyin;
};

const documentColumns = `doc.state, doc.reason, doc.created_at AS createdAt, doc.registered_at AS registeredAt, doc.sent_at AS sentAt`;

/** The fiscal documents of a sale, its own first. */
export function documentSteps(db: Db, saleId: string): DocumentStep[] {
  return all(
    db,
    `SELECT ${documentColumns}, sale.total AS amount
     FROM fiscal_document AS doc JOIN sale ON sale.id = doc.sale_id WHERE doc.sale_id = ? AND doc.operation = 'sale'
     UNION ALL SELECT ${documentColumns}, refund.amount
     FROM refund JOIN fiscal_document AS doc ON doc.refund_id IS NOT NULL AND doc.refund_id = refund.id WHERE refund.sale_id = ?`,
    saleId,
    saleId,
  );
}

/** The papers of a sale, in the order they were made: its receipt, then the slips of its refunds. */
export function paperSteps(db: Db, saleId: string): Pick<ReceiptRow, 'state' | 'reason' | 'createdAt' | 'printedAt'>[] {
  return all(
    db,
    'SELECT state, reason, created_at AS createdAt, printed_at AS printedAt FROM receipt WHERE sale_id = ? ORDER BY rowid',
    saleId,
  );
}
