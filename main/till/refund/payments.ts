import type { RefundPaymentState } from '../../domain/refund-payment.ts';
import {
  findRefundPayment,
  insertRefundPayment,
  moveRefundPayment,
  noteRefundPayment,
} from '../../store/refund-payments.ts';
import type { NewRefundPayment, RefundPaymentChange, RefundPaymentRow } from '../../store/refund-payments.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { Charged } from '../../tender/provider.ts';
import type { Till } from '../context.ts';
import { oweNow } from '../owe.ts';
import { recordRefund } from '../record.ts';

/**
 * Writes money that is to go back and owes it; call it inside the refund's transaction, which seals it, and wake `refund`
 * after.
 */
export function oweRefundPayment(till: Till, row: NewRefundPayment): void {
  insertRefundPayment(till.db, row);
  oweNow(till, 'refund', 'refund-payment', row.id);
}

/** What goes back in the provider's own ledger, told only where that is another currency than the sale's. */
export function foreignRefund(
  { chargedAmount: amount, chargedCurrency: currency }: Pick<RefundPaymentRow, 'chargedAmount' | 'chargedCurrency'>,
  attempt: Pick<AttemptRow, 'currency'>,
): Charged | null {
  return currency === attempt.currency ? null : { amount, currency };
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
