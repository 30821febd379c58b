import type { AttemptState, AttemptVerdict, PaidFacts } from '../domain/attempt.ts';
import { mayBecome } from '../domain/attempt.ts';
import { findAttempt } from './attempts.ts';
import type { AttemptRow } from './attempts.ts';
import { forgetPhone } from './checkouts.ts';
import type { Db } from './database.ts';
import { all, run } from './statement.ts';

export type AttemptEvent = { at: number; state: AttemptState; reason: string | null };
export type NewAttempt = Pick<
  AttemptRow,
  | 'id'
  | 'saleId'
  | 'kind'
  | 'provider'
  | 'amount'
  | 'currency'
  | 'codeCipher'
  | 'codeHash'
  | 'codeExpiresAt'
  | 'createdAt'
> &
  Partial<Pick<AttemptRow, 'chargedAmount' | 'chargedCurrency'>>;
export type Change = {
  at: number;
  reason?: string | null;
  message?: string | null;
  facts?: PaidFacts;
  codeCipher?: Uint8Array;
  /** What the provider calls this try, known before it is charged. */
  providerPaymentId?: string | null;
  managerSince?: number | null;
  closing?: { verdict: AttemptVerdict; evidence: string; by: string };
};

/** Writes a new attempt in `queued`, before anything leaves the till. */
export function insertAttempt(db: Db, attempt: NewAttempt): void {
  run(
    db,
    `INSERT INTO attempt (id, sale_id, kind, provider, amount, currency, state, code_cipher, code_hash, code_expires_at, created_at, charged_amount, charged_currency)
     VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?)`,
    attempt.id,
    attempt.saleId,
    attempt.kind,
    attempt.provider,
    attempt.amount,
    attempt.currency,
    attempt.codeCipher,
    attempt.codeHash,
    attempt.codeExpiresAt,
    attempt.createdAt,
    attempt.chargedAmount ?? null,
    attempt.chargedCurrency ?? null,
  );
  addEvent(db, attempt.id, attempt.createdAt, 'queued', null);
}

/**
 * Moves an attempt to `to` and notes it in the history; call it inside the transaction of the fact.
 * The code on disk goes with every move; only the way back to `queued` brings a cipher with it. The customer's phones go with the
 * end: an invoice is delivered no more, and the payer's own is wanted only by the fiscal document of a payment that was taken.
 * Throws when the domain does not allow the move: answers for a finished attempt must not change it.
 */
export function moveAttempt(db: Db, id: string, to: AttemptState, change: Change): void {
  const row = findAttempt(db, id);
  if (!row || !mayBecome(row.state, to)) throw new Error(`attempt ${id} cannot go from ${row?.state} to ${to}`);
  const ended = ['paid', 'declined', 'expired', 'abandoned', 'returned', 'closed-by-manager'].includes(to);
  const taken = to === 'paid' || change.closing?.verdict === 'taken';
  run(
    db,
    `UPDATE attempt SET state = ?, reason = ?, message = ?, code_cipher = ?, sent_at = CASE WHEN ? = 'sending' THEN ? WHEN ? = 'queued' THEN NULL ELSE sent_at END,
       ended_at = ?, provider_payment_id = coalesce(?, provider_payment_id), transaction_id = coalesce(?, transaction_id),
       kkm_id = coalesce(?, kkm_id), device_id = coalesce(?, device_id), client_phone = CASE WHEN ? THEN coalesce(?, client_phone) END,
       manager_since = ?, verdict = ?, evidence = ?, closed_by = ?
     WHERE id = ?`,
    to,
    change.reason ?? null,
    change.message ?? null,
    change.codeCipher ?? null,
    to,
    change.at,
    to,
    ended ? change.at : null,
    change.facts?.providerPaymentId ?? change.providerPaymentId ?? null,
    change.facts?.transactionId ?? null,
    change.facts?.kkmId ?? null,
    change.facts?.deviceId ?? null,
    ended && !taken ? 0 : 1,
    change.facts?.clientPhone ?? null,
    change.managerSince ?? null,
    change.closing?.verdict ?? null,
    change.closing?.evidence ?? null,
    change.closing?.by ?? null,
    id,
  );
  if (ended) forgetPhone(db, id);
  addEvent(db, id, change.at, to, change.reason ?? null);
}

/** What was heard about an attempt without moving it: the last answer, and whether only a manager can go on. */
export type Note = {
  at: number;
  reason: string;
  message: string | null;
  managerSince?: number;
  facts?: Pick<PaidFacts, 'providerPaymentId'> & Partial<PaidFacts>;
};

/** Keeps what was heard about an attempt that stays in its state, and adds it to the history. */
export function noteAttempt(db: Db, id: string, note: Note): void {
  run(
    db,
    `UPDATE attempt SET reason = ?, message = ?, manager_since = coalesce(manager_since, ?), provider_payment_id = coalesce(?, provider_payment_id),
       transaction_id = coalesce(?, transaction_id), client_phone = coalesce(?, client_phone) WHERE id = ?`,
    note.reason,
    note.message,
    note.managerSince ?? null,
    note.facts?.providerPaymentId ?? null,
    note.facts?.transactionId ?? null,
    note.facts?.clientPhone ?? null,
    id,
  );
  const state = findAttempt(db, id)?.state;
  if (state) addEvent(db, id, note.at, state, note.reason);
}

function addEvent(db: Db, id: string, at: number, state: AttemptState, reason: string | null): void {
  run(db, 'INSERT INTO attempt_event (attempt_id, at, state, reason) VALUES (?, ?, ?, ?)', id, at, state, reason);
}

/** The history of an attempt, oldest first. */
export function historyOf(db: Db, attemptId: string): AttemptEvent[] {
  return all(db, 'SELECT at, state, reason FROM attempt_event WHERE attempt_id = ? ORDER BY id', attemptId);
}
