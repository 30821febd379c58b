import { linesLeft } from '../../domain/refund.ts';
import { lineTotal } from '../../domain/sale.ts';
import { findAttempt } from '../../store/attempts.ts';
import { fiscalOfRefund } from '../../store/fiscal-documents.ts';
import { linesOf } from '../../store/lines.ts';
import { pastSaleById } from '../../store/past-sales.ts';
import { receiptOfSale } from '../../store/receipts.ts';
import { paymentsOfRefund } from '../../store/refund-payments.ts';
import type { RefundPaymentRow } from '../../store/refund-payments.ts';
import { linesGivenBack, linesOfRefund, refundsOfSale } from '../../store/refunds.ts';
import type { RefundRow } from '../../store/refunds.ts';
import { findSale } from '../../store/sales.ts';
import { findStaff } from '../../store/staff.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { PastLine, PastRefund, PastSaleView, RefundPaymentView, Result } from '../../../preload/api.ts';
import { ok, refused } from '../context.ts';
import type { Counter, Till } from '../context.ts';
import { foreignOf } from '../providers.ts';
import { foreignRefund } from '../refund/payments.ts';
import { mayRefund } from '../refund/plan.ts';
import { stepsOf } from './steps.ts';

/** Everything that became of one completed sale; `sale-not-found` for any other. */
export function pastSale({ till, equipment }: Counter, { saleId }: { saleId: string }): Result<PastSaleView> {
  const row = findSale(till.db, saleId);
  const sale = pastSaleById(till.db, saleId);
  if (!row || !sale) return refused('sale-not-found');
  return ok({
    sale,
    lines: linesOfSale(till, saleId),
    tenders: tendersOf(till.db, saleId).map(({ kind, amount, attemptId }) => {
      const attempt = attemptId === null ? undefined : findAttempt(till.db, attemptId);
      return { kind, amount, charged: attempt ? foreignOf(attempt) : null, state: attempt?.state ?? null };
    }),
    refunds: refundsOfSale(till.db, saleId).map((refund) => pastRefund(till, refund)),
    steps: stepsOf(till.db, row),
    print: receiptOfSale(till.db, saleId)?.state ?? null,
    mayRefund: mayRefund(till, equipment, row),
  });
}

function linesOfSale({ db }: Till, saleId: string): PastLine[] {
  return linesLeft(linesOf(db, saleId), linesGivenBack(db, saleId)).map(({ line, left }) => {
    const { id, name, code, unit, weighed, price, quantity } = line;
    return { id, name, code, unit, weighed, price, quantity, total: lineTotal(line), left: left.quantity };
  });
}

function pastRefund(till: Till, refund: RefundRow): PastRefund {
  const { db } = till;
  const { id, at, amount, cash, staffId, approvedBy } = refund;
  const fiscal = fiscalOfRefund(db, id);
  const names = new Map(linesOf(db, refund.saleId).map((line) => [line.id, line.name]));
  return {
    id,
    at,
    amount,
    cash,
    cashier: findStaff(db, staffId)?.name ?? '',
    approvedBy: findStaff(db, approvedBy)?.name ?? '',
    lines: linesOfRefund(db, id).map((line) => ({
      name: names.get(line.lineId) ?? '',
      quantity: line.quantity,
      amount: line.amount,
    })),
    payments: paymentsOfRefund(db, id).map((payment) => paymentView(till, payment)),
    fiscal: fiscal ? { state: fiscal.state, url: fiscal.url, reason: fiscal.reason } : null,
  };
}

function paymentView({ db }: Till, row: RefundPaymentRow): RefundPaymentView {
  const { id, attemptId, amount, state, reason, message, managerSince } = row;
  const attempt = findAttempt(db, attemptId);
  const charged = attempt ? foreignRefund(row, attempt) : null;
  const kind = attempt?.kind ?? 'card';
  return { id, kind, amount, charged, state, reason, message, needsManager: managerSince !== null };
}
