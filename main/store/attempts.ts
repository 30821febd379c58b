import type { AttemptState, AttemptVerdict } from '../domain/attempt.ts';
import type { Tiyin } from '../domain/money.ts';
import type { TenderKind } from '../domain/tender.ts';
import type { Db } from './database.ts';
import { all, one, theOne } from './statement.ts';

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
  /** What the provider takes in another currency than the sale's, in its minor units; null when it takes `amount`. */
  chargedAmount: number | null;
  chargedCurrency: string | null;
};

const columns = `id, sale_id AS saleId, kind, provider, amount, currency, state, reason, message, code_cipher AS codeCipher,
  code_hash AS codeHash, code_expires_at AS codeExpiresAt, created_at AS createdAt, sent_at AS sentAt, ended_at AS endedAt,
  provider_payment_id AS providerPaymentId, transaction_id AS transactionId, kkm_id AS kkmId, device_id AS deviceId,
  client_phone AS clientPhone, manager_since AS managerSince, verdict, evidence, closed_by AS closedBy,
  charged_amount AS chargedAmount, charged_currency AS chargedCurrency`;

/** Repeats the condition of the index `attempt_open` to the letter: SQLite uses a partial index for nothing less. */
export const isOpen = `state IN ('queued', 'sending', 'in-doubt', 'cancelling')`;

/** What somebody paid after it had ended here, while that money goes back; repeats the condition of the index `attempt_paid_late`. */
export const isPaidLate = `reason = 'paid-after-cancel' AND state IN ('returned', 'abandoned', 'declined', 'expired')`;

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

/** By which tenders money of a sale is on its way back. */
export function kindsGoingBack(db: Db, saleId: string): TenderKind[] {
  const sql = `SELECT DISTINCT kind FROM attempt WHERE sale_id = ? AND state = 'cancelling'`;
  return all<{ kind: TenderKind }>(db, sql, saleId).map(({ kind }) => kind);
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

/** Attempts that were paid after they had ended, while that money goes back, oldest first. */
export function attemptsPaidLate(db: Db): AttemptRow[] {
  return all(db, `SELECT ${columns} FROM attempt WHERE ${isPaidLate} ORDER BY created_at`);
}

/** Every attempt, oldest first, for the journal. */
export function listAttempts(db: Db): AttemptRow[] {
  return all(db, `SELECT ${columns} FROM attempt ORDER BY created_at, id`);
}

/** True when a code with this salted hash was sent once or waits to be: only one that never left and is given up may come again. */
export function codeIsTaken(db: Db, codeHash: string): boolean {
  return (
    one(db, `SELECT 1 FROM attempt WHERE code_hash = ? AND (sent_at IS NOT NULL OR state = 'queued')`, codeHash) !==
    undefined
  );
}
