import type { Db } from './database.ts';
import { one, run } from './statement.ts';

/** Whether a payment was asked to go back whole, and what the provider calls that; null while no answer has come. */
export function findSentRefund(db: Db, paymentId: string): { refundId: string | null } | undefined {
  return one(db, 'SELECT refund_id AS refundId FROM sent_refund WHERE payment_id = ?', paymentId);
}

/** Notes, before it leaves and again when it has a name, that a payment is asked to go back; `at` in ms. */
export function noteSentRefund(db: Db, paymentId: string, refundId: string | null, at: number): void {
  run(
    db,
    `INSERT INTO sent_refund (payment_id, refund_id, at) VALUES (?, ?, ?)
     ON CONFLICT (payment_id) DO UPDATE SET refund_id = excluded.refund_id`,
    paymentId,
    refundId,
    at,
  );
}

/** It is proven that nothing was asked. */
export function forgetSentRefund(db: Db, paymentId: string): void {
  run(db, 'DELETE FROM sent_refund WHERE payment_id = ?', paymentId);
}
