import { refundStep } from '../../domain/refund-payment.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { RefundPaymentRow } from '../../store/refund-payments.ts';
import type { Equipment, Till } from '../context.ts';
import { changeRefundPayment } from './payments.ts';
import { refundsOf } from './ways.ts';

/**
 * Whether a person may have the till look after money once more: refused money is proven not to have gone back and may be given
 * again; what may have been heard only where the provider knows our key or can be asked.
 */
export function mayGiveAgain(
  equipment: Equipment,
  attempt: Pick<AttemptRow, 'provider'>,
  row: RefundPaymentRow,
): boolean {
  const refunds = refundsOf(equipment, attempt);
  if (!refunds) return false;
  const rules = { repeat: refunds.repeat, canAsk: refunds.ask !== null, hasRefundId: row.providerRefundId !== null };
  return row.state === 'refused' || refundStep(row.state, rules) !== 'person';
}

/**
 * Takes refused money up again; call it inside the transaction that owes it anew. Other money goes on as it stands.
 *
 * One commit. Killed before it: the money stands refused, and the button is still there. Killed after it: `waiting`, with nothing of
 * the try before. The name the provider gave that try is gone: it failed, and whoever asked about it would hear of a failure while
 * the new try pays (the sealed journal keeps the name). So is its baseline. A key that was declined was replaced when that was
 * heard. A lost answer of the new try is therefore in doubt, like that of any first one.
 */
export function takeUpRefund(till: Till, row: RefundPaymentRow): void {
  if (row.state === 'refused') changeRefundPayment(till, row.id, 'waiting', { reason: 'taken-up-again' });
}
