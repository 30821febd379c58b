import type { AttemptState, AttemptVerdict, PaidFacts } from '../domain/attempt.ts';
import { mayBecome } from '../domain/attempt.ts';
import type { Tiyin } from '../domain/money.ts';
import type { TenderKind } from '../domain/tender.ts';
import type { Db } from './database.ts';
import { all, one, run, theOne } from './statement.ts';

export type AttemptRow = {
  id: string;
  saleId: string;
  kind: TenderKind;
  provider: string;
  amount: Tiyin;
  currency: string;
  state: AttemptState;
  reason: string | null;
  message: string | null;
  codeCipher: Uint8Array | null;
  codeHash: string | null;
  codeExpiresAt: number | null;
  createdAt: number;
  sentAt: number | null;
  endedAt: number | null;
  providerPaymentId: string | null;
  transactionId: string | null;
  kkmId: string | null;
  deviceId: string | null;
  clientPhone: string | null;
  /** Since when (ms) only a manager can go on; null while the till goes on by itself. */
  managerSince: number | null;
  verdict: AttemptVerdict | null;
  evidence: string | null;
  closedBy: string | null;
};

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
>;
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

const columns = `id, sale_id AS saleId, kind, provider, amount, currency, state, reason, message, code_cipher AS codeCipher,
  code_hash AS codeHash, code_expires_at AS codeExpiresAt, created_at AS createdAt, sent_at AS sentAt, ended_at AS endedAt,
  provider_payment_id AS providerPaymentId, transaction_id AS transactionId, kkm_id AS kkmId, device_id AS deviceId,
  client_phone AS clientPhone, manager_since AS managerSince, verdict, evidence, closed_by AS closedBy`;

/** Repeats the condition of the index `attempt_open` to the letter: SQLite uses a partial index for nothing less. */
export const isOpen = `state IN ('queued', 'sending', 'in-doubt', 'cancelling')`;

/** An attempt by id. */
export function findAttempt(db: Db, id: string): AttemptRow | undefined {
  return one(db, `SELECT ${columns} FROM attempt WHERE id = ?`, id);
}

/** The attempt that freezes a sale, if one is live. */
export function liveAttempt(db: Db, saleId: string): AttemptRow | undefined {
  return one(
    db,
    `SELECT ${columns} FROM attempt WHERE sale_id = ? AND state IN ('queued', 'sending', 'in-doubt')`,
    saleId,
  );
}

/** The attempt of a sale whose money is on its way back, if any. */
export function attemptGoingBack(db: Db, saleId: string): AttemptRow | undefined {
  return one(db, `SELECT ${columns} FROM attempt WHERE sale_id = ? AND state = 'cancelling' LIMIT 1`, saleId);
}

/**
 * How many other attempts of the same sum, sent within `within` ms of this one, nobody has given a payment id yet: any of them
 * could be the payment that is found. `onTheirWay`: how many of them may have an answer in a moment.
 */
export function attemptsAlike(
  db: Db,
  { id, amount, sentAt }: AttemptRow,
  within: number,
): { count: number; onTheirWay: number } {
  return theOne<{ count: number; onTheirWay: number }>(
    db,
    `SELECT count(*) AS count, coalesce(sum(state = 'sending'), 0) AS onTheirWay FROM attempt WHERE sent_at BETWEEN ? AND ? AND amount = ? AND id <> ?
       AND provider_payment_id IS NULL AND state IN ('sending', 'in-doubt', 'cancelling', 'closed-by-manager')`,
    (sentAt ?? 0) - within,
    (sentAt ?? 0) + within,
    amount,
    id,
  );
}

/** Attempts that are paid while their sale is not completed: the answer came when no shift was open. */
export function paidWithoutSale(db: Db): AttemptRow[] {
  return all(
    db,
    `SELECT ${columns} FROM attempt WHERE sale_id IN (SELECT id FROM sale WHERE parked = 1 AND state = 'tendering')
       AND (state = 'paid' OR (state = 'closed-by-manager' AND verdict = 'taken')) ORDER BY created_at`,
  );
}

/** The newest attempt of a sale, whatever its state: the one the payment panel talks about. */
export function lastAttempt(db: Db, saleId: string): AttemptRow | undefined {
  return one(db, `SELECT ${columns} FROM attempt WHERE sale_id = ? ORDER BY created_at DESC, id DESC LIMIT 1`, saleId);
}

/** The attempt a provider's payment id already belongs to, if any. */
export function attemptOfPayment(db: Db, provider: string, paymentId: string): string | undefined {
  return one<{ id: string }>(
    db,
    'SELECT id FROM attempt WHERE provider = ? AND provider_payment_id = ?',
    provider,
    paymentId,
  )?.id;
}

/** Attempts in one of the states that want something done, oldest first. */
export function attemptsIn(db: Db, state: 'queued' | 'sending' | 'in-doubt' | 'cancelling'): AttemptRow[] {
  return all(db, `SELECT ${columns} FROM attempt WHERE ${isOpen} AND state = ? ORDER BY created_at`, state);
}

/** Every attempt, oldest first, for the journal. */
export function listAttempts(db: Db): AttemptRow[] {
  return all(db, `SELECT ${columns} FROM attempt ORDER BY created_at, id`);
}

/** The history of an attempt, oldest first. */
export function historyOf(db: Db, attemptId: string): AttemptEvent[] {
  return all(db, 'SELECT at, state, reason FROM attempt_event WHERE attempt_id = ? ORDER BY id', attemptId);
}

/** True when a code with this salted hash was sent once or waits to be: only one that never left and is given up may come again. */
export function codeIsTaken(db: Db, codeHash: string): boolean {
  return (
    one(db, `SELECT 1 FROM attempt WHERE code_hash = ? AND (sent_at IS NOT NULL OR state = 'queued')`, codeHash) !==
    undefined
  );
}

/** Writes a new attempt in `queued`, before anything leaves the till. */
export function insertAttempt(db: Db, attempt: NewAttempt): void {
  run(
    db,
    `INSERT INTO attempt (id, sale_id, kind, provider, amount, currency, state, code_cipher, code_hash, code_expires_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?)`,
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
  );
  addEvent(db, attempt.id, attempt.createdAt, 'queued', null);
}

/**
 * Moves an attempt to `to` and notes it in the history; call it inside the transaction of the fact.
 * The code on disk goes with every move; only the way back to `queued` brings a cipher with it.
 * Throws when the domain does not allow the move: answers for a finished attempt must not change it.
 */
export function moveAttempt(db: Db, id: string, to: AttemptState, change: Change): void {
  const row = findAttempt(db, id);
  if (!row || !mayBecome(row.state, to)) throw new Error(`attempt ${id} cannot go from ${row?.state} to ${to}`);
  const ended = ['paid', 'declined', 'expired', 'abandoned', 'returned', 'closed-by-manager'].includes(to);
  run(
    db,
    `UPDATE attempt SET state = ?, reason = ?, message = ?, code_cipher = ?, sent_at = CASE WHEN ? = 'sending' THEN ? WHEN ? = 'queued' THEN NULL ELSE sent_at END,
       ended_at = ?, provider_payment_id = coalesce(?, provider_payment_id), transaction_id = coalesce(?, transaction_id),
       kkm_id = coalesce(?, kkm_id), device_id = coalesce(?, device_id), client_phone = coalesce(?, client_phone),
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
    change.facts?.clientPhone ?? null,
    change.managerSince ?? null,
    change.closing?.verdict ?? null,
    change.closing?.evidence ?? null,
    change.closing?.by ?? null,
    id,
  );
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
