import type { Db } from './database.ts';
import { all, one, run, theOne } from './statement.ts';

export type FiscalDocState = 'waiting' | 'sending' | 'registered' | 'in-doubt' | 'refused';
export type FiscalRow = {
  id: string;
  saleId: string;
  operation: 'sale' | 'refund';
  /** Which refund it is about; null for a sale's own document. */
  refundId: string | null;
  state: FiscalDocState;
  reason: string | null;
  terminalId: string | null;
  receiptSeq: string | null;
  dateTime: string | null;
  fiscalSign: string | null;
  url: string | null;
  createdAt: number;
  /**
   * When it was last handed to the box (ms) or, for one in doubt, when its answer was lost; the box's shift number and its
   * count of this operation just before.
   */
  sentAt: number | null;
  boxShift: number | null;
  boxCount: number | null;
  registeredAt: number | null;
};
export type Registration = {
  terminalId: string;
  receiptSeq: string;
  dateTime: string;
  fiscalSign: string;
  url: string;
};

const columns = `id, sale_id AS saleId, operation, refund_id AS refundId, state, reason, terminal_id AS terminalId, receipt_seq AS receiptSeq,
  date_time AS dateTime, fiscal_sign AS fiscalSign, url, created_at AS createdAt, sent_at AS sentAt, box_shift AS boxShift,
  box_count AS boxCount, registered_at AS registeredAt`;

export type NewFiscal = Pick<FiscalRow, 'id' | 'saleId' | 'createdAt'> &
  ({ operation: 'sale' } | { operation: 'refund'; refundId: string });

/** Asks for a fiscal document for a sale or one of its refunds; its id is the `uuid` the box will echo. */
export function insertFiscal(db: Db, row: NewFiscal): void {
  run(
    db,
    `INSERT INTO fiscal_document (id, sale_id, operation, refund_id, state, created_at) VALUES (?, ?, ?, ?, 'waiting', ?)`,
    row.id,
    row.saleId,
    row.operation,
    row.operation === 'refund' ? row.refundId : null,
    row.createdAt,
  );
}

/** A fiscal document by id. */
export function findFiscal(db: Db, id: string): FiscalRow | undefined {
  return one(db, `SELECT ${columns} FROM fiscal_document WHERE id = ?`, id);
}

/** The sale document of a sale, if fiscal receipts are switched on. */
export function fiscalOfSale(db: Db, saleId: string): FiscalRow | undefined {
  return one(db, `SELECT ${columns} FROM fiscal_document WHERE sale_id = ? AND operation = 'sale'`, saleId);
}

/** The document of a refund, if fiscal receipts are switched on. */
export function fiscalOfRefund(db: Db, refundId: string): FiscalRow | undefined {
  return one(db, `SELECT ${columns} FROM fiscal_document WHERE refund_id IS NOT NULL AND refund_id = ?`, refundId);
}

/** The sale a fiscal receipt belongs to, its own or that of a refund of it; `terminalId` and `receiptSeq` as in its URL. */
export function saleOfReceipt(db: Db, terminalId: string, receiptSeq: string): string | undefined {
  const sql = `SELECT sale_id AS id FROM fiscal_document WHERE state = 'registered' AND terminal_id = ? AND receipt_seq = ?`;
  return one<{ id: string }>(db, sql, terminalId, receiptSeq)?.id;
}

/** Every fiscal document, oldest first, for the journal. */
export function listFiscal(db: Db): FiscalRow[] {
  return all(db, `SELECT ${columns} FROM fiscal_document ORDER BY created_at, id`);
}

/**
 * Notes, before the first byte leaves, that a document is being sent and where the box's shift and its count of this operation
 * stood.
 */
export function setSending(db: Db, id: string, at: number, box: { number: number; count: number }): void {
  run(
    db,
    `UPDATE fiscal_document SET state = 'sending', reason = NULL, sent_at = ?, box_shift = ?, box_count = ? WHERE id = ?`,
    at,
    box.number,
    box.count,
    id,
  );
}

/** Moves a document that is not registered yet to another state. */
export function setFiscalState(
  db: Db,
  id: string,
  state: Exclude<FiscalDocState, 'registered'>,
  reason: string | null,
): void {
  run(db, 'UPDATE fiscal_document SET state = ?, reason = ? WHERE id = ?', state, reason, id);
}

/** Notes that the answer of a document was lost at `at` (ms): the box may be at work on it for a while from then. */
export function setLost(db: Db, id: string, reason: string, at: number): void {
  run(db, `UPDATE fiscal_document SET state = 'in-doubt', reason = ?, sent_at = ? WHERE id = ?`, reason, at, id);
}

/** Whether some document already is this receipt of this module. */
export function hasReceipt(db: Db, terminalId: string, receiptSeq: string): boolean {
  const sql = `SELECT id FROM fiscal_document WHERE state = 'registered' AND terminal_id = ? AND receipt_seq = ?`;
  return one(db, sql, terminalId, receiptSeq) !== undefined;
}

/**
 * How many documents of one operation this till knows to be registered in a shift of a module, among those registered `since` (ms):
 * never more than the module took. The `+` has SQLite walk the few recent ones and not all that the module ever signed.
 */
export function countRegistered(
  db: Db,
  { terminalId, boxShift, operation, since }: Pick<FiscalRow, 'operation'> & BoxShift,
): number {
  return theOne<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM fiscal_document
     WHERE state = 'registered' AND registered_at >= ? AND +terminal_id = ? AND box_shift = ? AND operation = ?`,
    since,
    terminalId,
    boxShift,
    operation,
  ).count;
}

type BoxShift = { terminalId: string; boxShift: number; since: number };

/** Keeps the box's word; the URL stays exactly as returned. A trigger forbids any change after this. */
export function setRegistered(db: Db, id: string, word: Registration, at: number): void {
  run(
    db,
    `UPDATE fiscal_document SET state = 'registered', reason = NULL, terminal_id = ?, receipt_seq = ?, date_time = ?,
       fiscal_sign = ?, url = ?, registered_at = ? WHERE id = ?`,
    word.terminalId,
    word.receiptSeq,
    word.dateTime,
    word.fiscalSign,
    word.url,
    at,
    id,
  );
}

/** How many documents the box does not have yet, and since when (ms). */
export function unsentFiscal(db: Db): { count: number; oldestAt: number | null } {
  return theOne<{ count: number; oldestAt: number | null }>(
    db,
    `SELECT count(*) AS count, min(created_at) AS oldestAt FROM fiscal_document WHERE state <> 'registered'`,
  );
}

/** The fiscal module that registered the newest document; a box may be replaced between two of them. */
export function lastTerminal(db: Db): string | null {
  const sql = `SELECT terminal_id AS id FROM fiscal_document WHERE state = 'registered' ORDER BY registered_at DESC LIMIT 1`;
  return one<{ id: string }>(db, sql)?.id ?? null;
}
