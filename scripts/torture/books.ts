import { existsSync } from 'node:fs';
import type { AttemptState } from '../../main/domain/attempt.ts';
import type { TenderKind } from '../../main/domain/tender.ts';
import { verifyJournal } from '../../main/report/journal.ts';
import type { JournalProof } from '../../main/report/journal.ts';
import { openForReading } from '../../main/store/database.ts';
import type { Db } from '../../main/store/database.ts';

export type SaleBook = { id: string; number: number; state: string; parked: number; total: number };
export type TenderBook = { saleId: string; kind: string; amount: number; attemptId: string | null };
export type AttemptBook = {
  id: string;
  saleId: string;
  kind: TenderKind;
  /** What the provider takes, in its own ledger. */
  charged: number;
  transactionId: string | null;
  state: AttemptState;
  amount: number;
  codeHash: string | null;
  sentAt: number | null;
  providerPaymentId: string | null;
  managerSince: number | null;
  reason: string | null;
};
export type FiscalBook = {
  id: string;
  saleId: string;
  operation: string;
  state: string;
  receiptSeq: string | null;
  reason: string | null;
};
export type LineBook = { saleId: string; code: string; quantity: number };
export type OwedBook = {
  lane: string;
  kind: string;
  subject: string;
  state: string;
  lastError: string | null;
  runAt: number;
};

/** What stands in the till's own database, read beside it by statements of the judge's own. */
export type Books = {
  sales: SaleBook[];
  lines: LineBook[];
  tenders: TenderBook[];
  attempts: AttemptBook[];
  fiscal: FiscalBook[];
  owed: OwedBook[];
  journal: JournalProof;
};

/** Reads the whole database as it stands on disk; undefined before the till ever made one. */
export function readBooks(database: string): Books | undefined {
  return withBooks(database, (db) => ({
    sales: rows(db, 'SELECT id, number, state, parked, total FROM sale ORDER BY number'),
    lines: rows(db, 'SELECT sale_id AS saleId, code, quantity FROM line WHERE removed_at IS NULL'),
    tenders: rows(db, 'SELECT sale_id AS saleId, kind, amount, attempt_id AS attemptId FROM tender'),
    attempts: rows(
      db,
      `SELECT id, sale_id AS saleId, kind, coalesce(charged_amount, amount) AS charged, transaction_id AS transactionId, state, amount, code_hash AS codeHash, sent_at AS sentAt,
         provider_payment_id AS providerPaymentId, manager_since AS managerSince, reason FROM attempt ORDER BY created_at, id`,
    ),
    fiscal: rows(
      db,
      'SELECT id, sale_id AS saleId, operation, state, receipt_seq AS receiptSeq, reason FROM fiscal_document',
    ),
    owed: rows(
      db,
      `SELECT lane, kind, subject, state, last_error AS lastError, run_at AS runAt FROM outbox WHERE state <> 'done' ORDER BY id`,
    ),
    journal: verifyJournal(db),
  }));
}

/** Asks the database one question; undefined when it does not stand yet. */
export function withBooks<T>(database: string, look: (db: Db) => T): T | undefined {
  if (!existsSync(database)) return undefined;
  const db = openForReading(database);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

/**
 * Everything that can still change without a person by `now` (ms). A question that was answered with nothing to act on, or that a
 * manager was told of, is asked again for a day; whether it may stand open is for the judge.
 */
export function stillMoving(database: string, now: number): string[] {
  const owed = `SELECT kind || ' is still owed (' || coalesce(last_error, 'untried') || ')' AS what FROM outbox
    WHERE state = 'waiting' AND NOT (kind = 'ask' AND locked_by IS NULL AND run_at > ? AND (last_error IN ('not-found', 'ambiguous')
      OR subject IN (SELECT id FROM attempt WHERE manager_since IS NOT NULL)))`;
  const moving = `SELECT 'attempt ' || id || ' is still ' || state AS what FROM attempt WHERE state IN ('queued', 'sending')`;
  const found = withBooks(database, (db) => [
    ...rows<{ what: string }>(db, owed, now),
    ...rows<{ what: string }>(db, moving),
  ]);
  return (found ?? []).map(({ what }) => what);
}

/** The state of one sale on disk. */
export function saleOnDisk(database: string, id: string): SaleBook | undefined {
  return withBooks(
    database,
    (db) => rows<SaleBook>(db, 'SELECT id, number, state, parked, total FROM sale WHERE id = ?', id)[0],
  );
}

function rows<Row>(db: Db, sql: string, ...args: unknown[]): Row[] {
  return db.prepare(sql).all(...args) as Row[];
}
