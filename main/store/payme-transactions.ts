import type { PaymeTransaction } from '../domain/payme-transaction.ts';
import type { Db } from './database.ts';
import { all, one, run } from './statement.ts';

const columns = `id, payme_id AS paymeId, attempt_id AS attemptId, amount, time, state, create_time AS createTime,
  perform_time AS performTime, cancel_time AS cancelTime, reason`;

/** Keeps a new transaction; the table refuses a second open one for the same attempt. */
export function insertPayme(db: Db, row: PaymeTransaction): void {
  run(
    db,
    `INSERT INTO payme_transaction (id, payme_id, attempt_id, amount, time, state, create_time) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.paymeId,
    row.attemptId,
    row.amount,
    row.time,
    row.state,
    row.createTime,
  );
}

/** A transaction by Payme's own id. */
export function findPayme(db: Db, paymeId: string): PaymeTransaction | undefined {
  return one(db, `SELECT ${columns} FROM payme_transaction WHERE payme_id = ?`, paymeId);
}

/** The transaction of an attempt that is created or performed; there is at most one. */
export function openPayme(db: Db, attemptId: string): PaymeTransaction | undefined {
  return one(db, `SELECT ${columns} FROM payme_transaction WHERE attempt_id = ? AND state > 0`, attemptId);
}

/**
 * The transaction of an attempt that counts: the open one, else the last that was made. Its times do not order them: a clock
 * may be set back.
 */
export function lastPayme(db: Db, attemptId: string): PaymeTransaction | undefined {
  return one(
    db,
    `SELECT ${columns} FROM payme_transaction WHERE attempt_id = ? ORDER BY state > 0 DESC, rowid DESC LIMIT 1`,
    attemptId,
  );
}

/** Marks a created transaction as performed at `at` (ms); false when it was not created any more. */
export function performPayme(db: Db, id: string, at: number): boolean {
  return run(db, 'UPDATE payme_transaction SET state = 2, perform_time = ? WHERE id = ? AND state = 1', at, id) === 1;
}

/** Marks a transaction as cancelled at `at` (ms) for Payme's `reason`; the first reason stays. */
export function cancelPayme(db: Db, id: string, at: number, reason: number): void {
  run(
    db,
    'UPDATE payme_transaction SET state = -state, cancel_time = ?, reason = ? WHERE id = ? AND state > 0',
    at,
    reason,
    id,
  );
}

/** Every transaction whose Payme time lies in `from`..`to` (ms, both included), oldest first (developer help: GetStatement). */
export function paymeStatement(db: Db, from: number, to: number): PaymeTransaction[] {
  return all(
    db,
    `SELECT ${columns} FROM payme_transaction WHERE time >= ? AND time <= ? ORDER BY time, payme_id`,
    from,
    to,
  );
}

/** Keeps what Payme's own cash register said of a payment or of its cancellation, as JSON text; false for an unknown id. */
export function keepPaymeFiscal(db: Db, paymeId: string, type: 'PERFORM' | 'CANCEL', data: string): boolean {
  const column = type === 'PERFORM' ? 'fiscal_perform' : 'fiscal_cancel';
  return run(db, `UPDATE payme_transaction SET ${column} = ? WHERE payme_id = ?`, data, paymeId) === 1;
}
