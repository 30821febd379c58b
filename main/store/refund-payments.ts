import type { Tiyin } from '../domain/money.ts';
import { isRefundPaymentEnded, mayRefundPaymentBecome } from '../domain/refund-payment.ts';
import type { RefundPaymentState } from '../domain/refund-payment.ts';
import type { Db } from './database.ts';
import { all, one, run, theOne } from './statement.ts';

/** Money of a refund on its way back through the provider of one attempt. `charged` is in the provider's own ledger. */
export type RefundPaymentRow = {
  id: string;
  refundId: string;
  attemptId: string;
  amount: Tiyin;
  chargedAmount: number;
  chargedCurrency: string;
  state: RefundPaymentState;
  reason: string | null;
  message: string | null;
  /** What the provider calls the refund, once it said so; gone when the refund is taken up again, for that name is dead. */
  providerRefundId: string | null;
  /** How much of the payment had gone back when this was first sent, in the provider's ledger; null where that is not asked for. */
  baseline: number | null;
  /** Which of its keys it is sent under, from 1. */
  keyNumber: number;
  createdAt: number;
  sentAt: number | null;
  endedAt: number | null;
  /** Since when (ms) only a manager can go on. */
  managerSince: number | null;
  evidence: string | null;
  closedBy: string | null;
};

export type NewRefundPayment = Pick<
  RefundPaymentRow,
  'id' | 'refundId' | 'attemptId' | 'amount' | 'chargedAmount' | 'chargedCurrency' | 'createdAt'
>;

/**
 * What a move brings with it; a manager's word only with `closed-by-manager`. `keySpent`: the provider declined what came under this
 * key, and answers it so for ever.
 */
export type RefundPaymentChange = {
  at: number;
  reason?: string | null;
  message?: string | null;
  providerRefundId?: string | null;
  baseline?: number | null;
  keySpent?: boolean;
  managerSince?: number | null;
  closing?: { evidence: string; by: string };
};

export type RefundPaymentEvent = { at: number; state: RefundPaymentState; reason: string | null };

const columns = `id, refund_id AS refundId, attempt_id AS attemptId, amount, charged_amount AS chargedAmount,
  charged_currency AS chargedCurrency, state, reason, message, provider_refund_id AS providerRefundId, baseline,
  key_number AS keyNumber, created_at AS createdAt, sent_at AS sentAt, ended_at AS endedAt, manager_since AS managerSince,
  evidence, closed_by AS closedBy`;

/** Repeats the condition of the index `refund_payment_open` to the letter: SQLite uses a partial index for nothing less. */
export const isRefundPaymentOpen = `state NOT IN ('returned', 'closed-by-manager')`;

/** Writes money that is to go back in `waiting`, before anything leaves the till. */
export function insertRefundPayment(db: Db, row: NewRefundPayment): void {
  run(
    db,
    `INSERT INTO refund_payment (id, refund_id, attempt_id, amount, charged_amount, charged_currency, state, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)`,
    row.id,
    row.refundId,
    row.attemptId,
    row.amount,
    row.chargedAmount,
    row.chargedCurrency,
    row.createdAt,
  );
  addEvent(db, row.id, { at: row.createdAt, state: 'waiting', reason: null });
}

/**
 * Moves money that goes back to `to` and notes it in the history; call it inside the transaction of the fact.
 * Throws when the domain does not allow the move: an answer for what has ended must not change it. What goes back to `waiting` is
 * not at the provider: the name and the baseline of the try before would speak of money that is not this one.
 */
export function moveRefundPayment(db: Db, id: string, to: RefundPaymentState, change: RefundPaymentChange): void {
  const row = findRefundPayment(db, id);
  if (!row || !mayRefundPaymentBecome(row.state, to))
    throw new Error(`refund payment ${id} cannot go from ${row?.state} to ${to}`);
  run(
    db,
    `UPDATE refund_payment SET state = ?, reason = ?, message = ?,
       provider_refund_id = CASE WHEN ? = 'waiting' THEN NULL ELSE coalesce(?, provider_refund_id) END,
       baseline = CASE WHEN ? = 'waiting' THEN NULL ELSE coalesce(?, baseline) END, key_number = key_number + ?,
       sent_at = CASE WHEN ? = 'sending' THEN ? ELSE sent_at END, ended_at = ?, manager_since = ?, evidence = ?, closed_by = ?
     WHERE id = ?`,
    to,
    change.reason ?? null,
    change.message ?? null,
    to,
    change.providerRefundId ?? null,
    to,
    change.baseline ?? null,
    change.keySpent ? 1 : 0,
    to,
    change.at,
    isRefundPaymentEnded(to) ? change.at : null,
    change.managerSince ?? null,
    change.closing?.evidence ?? null,
    change.closing?.by ?? null,
    id,
  );
  addEvent(db, id, { at: change.at, state: to, reason: change.reason ?? null });
}

/** Keeps what was heard about money that stays in its state, and adds it to the history. */
export function noteRefundPayment(
  db: Db,
  id: string,
  note: { at: number; reason: string; message: string | null; managerSince?: number | null },
): void {
  run(
    db,
    'UPDATE refund_payment SET reason = ?, message = ?, manager_since = coalesce(manager_since, ?) WHERE id = ?',
    note.reason,
    note.message,
    note.managerSince ?? null,
    id,
  );
  const state = findRefundPayment(db, id)?.state;
  if (state) addEvent(db, id, { at: note.at, state, reason: note.reason });
}

function addEvent(db: Db, id: string, { at, state, reason }: RefundPaymentEvent): void {
  run(
    db,
    'INSERT INTO refund_payment_event (refund_payment_id, at, state, reason) VALUES (?, ?, ?, ?)',
    id,
    at,
    state,
    reason,
  );
}

/** Money that goes back, by its id. */
export function findRefundPayment(db: Db, id: string): RefundPaymentRow | undefined {
  return one(db, `SELECT ${columns} FROM refund_payment WHERE id = ?`, id);
}

/** The money of a refund that goes back through providers. */
export function paymentsOfRefund(db: Db, refundId: string): RefundPaymentRow[] {
  return all(db, `SELECT ${columns} FROM refund_payment WHERE refund_id = ? ORDER BY rowid`, refundId);
}

/** Whatever of a sale's money has gone back, or is to, through its provider, oldest first. */
export function refundPaymentsOfSale(db: Db, saleId: string): RefundPaymentRow[] {
  return all(
    db,
    `SELECT ${columns} FROM refund_payment WHERE refund_id IN (SELECT id FROM refund WHERE sale_id = ?) ORDER BY rowid`,
    saleId,
  );
}

/** Its history, oldest first. */
export function refundPaymentHistory(db: Db, id: string): RefundPaymentEvent[] {
  return all(db, 'SELECT at, state, reason FROM refund_payment_event WHERE refund_payment_id = ? ORDER BY id', id);
}

/** Everything that is not back yet, oldest first. */
export function openRefundPayments(db: Db): RefundPaymentRow[] {
  return all(db, `SELECT ${columns} FROM refund_payment WHERE ${isRefundPaymentOpen} ORDER BY rowid`);
}

/**
 * Whether this refund has to wait for another of the same attempt. Providers tell how much went back of a payment, not which refund
 * it was, so refunds of one payment follow one another, in the order they were made.
 */
export function hasToWait(
  db: Db,
  { id, attemptId, state }: Pick<RefundPaymentRow, 'id' | 'attemptId' | 'state'>,
): boolean {
  const found = theOne<{ atWork: number; earlier: number }>(
    db,
    `SELECT coalesce(sum(state IN ('sending', 'accepted', 'in-doubt')), 0) AS atWork,
       coalesce(sum(state = 'waiting' AND rowid < (SELECT rowid FROM refund_payment WHERE id = ?)), 0) AS earlier
     FROM refund_payment WHERE attempt_id = ? AND id <> ?`,
    id,
    attemptId,
    id,
  );
  return found.atWork > 0 || (state === 'waiting' && found.earlier > 0);
}

/** The number of the newest step of any refund of an attempt: while it stays, nothing of that payment went back through this till. */
export function newestStep(db: Db, attemptId: string): number {
  return theOne<{ step: number }>(
    db,
    `SELECT coalesce(max(event.id), 0) AS step FROM refund_payment JOIN refund_payment_event AS event ON event.refund_payment_id = refund_payment.id
     WHERE attempt_id = ?`,
    attemptId,
  ).step;
}
