import type { RefundPaymentState } from '../../domain/refund-payment.ts';
import {
  findRefundPayment,
  insertRefundPayment,
  moveRefundPayment,
  noteRefundPayment,
} from '../../store/refund-payments.ts';
import type { NewRefundPayment, RefundPaymentChange } from '../../store/refund-payments.ts';
import type { Till } from '../context.ts';
import { oweNow } from '../owe.ts';
import { recordRefund } from '../record.ts';

/** Writes money that is to go back and owes it; call it inside the refund's transaction, which seals it, and wake `refund` after. */
export function oweRefundPayment(till: Till, row: NewRefundPayment): void {
  insertRefundPayment(till.db, row);
  oweNow(till, 'refund', 'refund-payment', row.id);
}

/** Moves money that goes back and seals its refund anew; call it inside the transaction of the fact behind it. */
export function changeRefundPayment(
  till: Till,
  id: string,
  to: RefundPaymentState,
  change: Omit<RefundPaymentChange, 'at'> = {},
): void {
  moveRefundPayment(till.db, id, to, { ...change, at: till.world.now() });
  recordRefundOf(till, id);
}

/** Keeps what was heard about money that stays in its state; call it inside a transaction. */
export function noteOnRefundPayment(
  till: Till,
  id: string,
  note: { reason: string; message: string | null; managerSince?: number | null },
): void {
  noteRefundPayment(till.db, id, { ...note, at: till.world.now() });
  recordRefundOf(till, id);
}

function recordRefundOf(till: Till, id: string): void {
  const refundId = findRefundPayment(till.db, id)?.refundId;
  if (refundId !== undefined) recordRefund(till, refundId);
}
