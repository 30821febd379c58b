import type { Db } from '../store/database.ts';
import { linesOf } from '../store/lines.ts';
import { paymentsOfRefund, refundPaymentHistory } from '../store/refund-payments.ts';
import type { RefundPaymentRow } from '../store/refund-payments.ts';
import { linesOfRefund } from '../store/refunds.ts';
import type { RefundRow } from '../store/refunds.ts';
import type { JournalLine } from './journal.ts';

/** A refund in the journal: what was given back of which sale, and where its money is. Money in tiyin, quantity in thousandths. */
export function refundLine(db: Db, row: RefundRow): JournalLine {
  const sold = new Map(linesOf(db, row.saleId).map((line) => [line.id, line]));
  const lines = linesOfRefund(db, row.id).map(({ lineId, quantity, discount, amount, vat }) => ({
    code: sold.get(lineId)?.code ?? '',
    name: sold.get(lineId)?.name ?? '',
    quantity,
    discount,
    amount,
    vat,
  }));
  const { id, saleId, amount, cash, at } = row;
  const payments = paymentsOfRefund(db, id).map((payment) => paymentOf(db, payment));
  return { type: 'refund', id, sale: saleId, amount, cash, lines, payments, at: new Date(at).toISOString() };
}

function paymentOf(db: Db, row: RefundPaymentRow): Record<string, unknown> {
  const { id, attemptId, amount, chargedAmount, chargedCurrency, state, providerRefundId } = row;
  const history = refundPaymentHistory(db, id).map(({ at, ...step }) => ({ at: new Date(at).toISOString(), ...step }));
  const charged = { amount: chargedAmount, currency: chargedCurrency };
  return { id, attempt: attemptId, amount, charged, state, providerRefundId, history };
}
