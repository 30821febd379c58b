import type { RefundOutcome } from '../../tender/checkout.ts';
import { findRefund } from '../../store/refunds.ts';
import { findRefundPayment } from '../../store/refund-payments.ts';
import type { RefundPaymentRow } from '../../store/refund-payments.ts';
import { findSale } from '../../store/sales.ts';
import { atomically } from '../../store/statement.ts';
import type { Code } from '../../../preload/api.ts';
import { play, say } from '../context.ts';
import type { Till } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { changeRefundPayment, noteOnRefundPayment } from '../refund/payments.ts';

/** Keeps what was heard of money that stays where it is, once: a hundred equal answers are one line in the history. */
export function hearRefund(till: Till, { id }: RefundPaymentRow, reason: string, message: string): void {
  const row = findRefundPayment(till.db, id);
  if (!row || (row.reason === reason && (row.message ?? '') === message)) return;
  atomically(till.db, () => noteOnRefundPayment(till, id, { reason, message: message === '' ? null : message }));
}

/** The money is back, by the provider's word. */
export function refundReturned(till: Till, row: RefundPaymentRow, providerRefundId: string | null): Worked {
  atomically(till.db, () => changeRefundPayment(till, row.id, 'returned', { providerRefundId }));
  tell(till, row, 'refund-payment-returned', 'info');
  till.wakeNow('refund');
  return { kind: 'done' };
}

/**
 * The provider will not give it back, and nothing went back: a manager finds another way, or tries once more, under another key where
 * the provider declined this one. Killed before the commit: the same key hears the same refusal at the next turn.
 */
export function refundRefused(
  till: Till,
  row: RefundPaymentRow,
  { reason, message, keySpent = false }: Extract<RefundOutcome, { kind: 'refused' }>,
): Worked {
  const said = { reason, message: message === '' ? null : message, keySpent };
  const change = { ...said, managerSince: till.world.now() };
  atomically(till.db, () => changeRefundPayment(till, row.id, 'refused', change));
  tell(till, row, 'refund-payment-refused', 'refused', message);
  till.wakeNow('refund');
  return { kind: 'dead', reason };
}

/**
 * Only a person can go on: nobody can be asked, or a day of asking told nothing. What was being sent may have been heard, so it is
 * in doubt from then on. Said once.
 */
export function refundNeedsManager(till: Till, { id }: RefundPaymentRow, reason: string, message = ''): Worked {
  const row = findRefundPayment(till.db, id);
  if (!row) return { kind: 'done' };
  const note = { reason, message: message === '' ? null : message, managerSince: row.managerSince ?? till.world.now() };
  if (row.state === 'sending') atomically(till.db, () => changeRefundPayment(till, id, 'in-doubt', note));
  else if (row.managerSince === null) atomically(till.db, () => noteOnRefundPayment(till, id, note));
  if (row.managerSince === null) tell(till, row, 'refund-payment-needs-manager', 'doubt', message);
  return { kind: 'dead', reason };
}

function tell(till: Till, row: RefundPaymentRow, code: Code, tone: 'info' | 'refused' | 'doubt', message = ''): void {
  const saleId = findRefund(till.db, row.refundId)?.saleId ?? '';
  const number = findSale(till.db, saleId)?.number ?? 0;
  say(till, code, tone, { number, amount: row.amount, message });
  play(till, 'attention');
  till.changed();
}
