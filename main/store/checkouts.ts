import type { Db } from './database.ts';
import { one, run } from './statement.ts';

/**
 * What stands before the customer of an attempt: written with the attempt, filled when it is shown. Whether it still stands is
 * the attempt's state and `expiresAt`.
 */
export type CheckoutRow = {
  attemptId: string;
  /** The phone an invoice goes to; null for every other, and once the attempt has ended. */
  phone: string | null;
  /** What the customer scans; null before it is shown and where there is nothing to scan. */
  qr: string | null;
  /** When it dies (ms, by the clock nobody can set); null before it is shown. */
  expiresAt: number | null;
  shownAt: number | null;
  deliveredAt: number | null;
};

/** Notes that an attempt is to stand before the customer; call it in the transaction that writes the attempt. */
export function insertCheckout(db: Db, attemptId: string, phone: string | null): void {
  run(db, 'INSERT INTO checkout (attempt_id, phone) VALUES (?, ?)', attemptId, phone);
}

/** The checkout of an attempt; undefined for a scanned code. */
export function findCheckout(db: Db, attemptId: string): CheckoutRow | undefined {
  return one(
    db,
    `SELECT attempt_id AS attemptId, phone, qr, expires_at AS expiresAt, shown_at AS shownAt, delivered_at AS deliveredAt
     FROM checkout WHERE attempt_id = ?`,
    attemptId,
  );
}

/** Keeps what is shown; call it in the transaction that makes the attempt payable, before anybody sees it. */
export function setShown(
  db: Db,
  attemptId: string,
  shown: { qr: string | null; expiresAt: number; shownAt: number },
): void {
  run(
    db,
    'UPDATE checkout SET qr = ?, expires_at = ?, shown_at = ? WHERE attempt_id = ?',
    shown.qr,
    shown.expiresAt,
    shown.shownAt,
    attemptId,
  );
}

/** Notes (ms) that the customer's phone was told of it. */
export function setDelivered(db: Db, attemptId: string, at: number): void {
  run(db, 'UPDATE checkout SET delivered_at = ? WHERE attempt_id = ?', at, attemptId);
}

/**
 * Erases the phone an invoice went to; call it in the transaction that ends the attempt, for then nothing is delivered any
 * more.
 */
export function forgetPhone(db: Db, attemptId: string): void {
  run(db, 'UPDATE checkout SET phone = NULL WHERE attempt_id = ? AND phone IS NOT NULL', attemptId);
}
