import { addUp, tiyin, zero } from '../domain/money.ts';
import type { Tiyin } from '../domain/money.ts';
import { lineTotal, lineVat } from '../domain/sale.ts';
import type { Line } from '../domain/sale.ts';
import { isCheckout, walletAttemptOf } from '../domain/tender.ts';
import type { Tender } from '../domain/tender.ts';
import type { FiscalLine, FiscalReceipt, FiscalRefund, FiscalSale } from '../fiscal/service.ts';
import { findAttempt } from '../store/attempts.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { fiscalOfSale } from '../store/fiscal-documents.ts';
import type { FiscalRow } from '../store/fiscal-documents.ts';
import { linesOf } from '../store/lines.ts';
import { findRefund, linesOfRefund } from '../store/refunds.ts';
import type { RefundRow } from '../store/refunds.ts';
import { findSale } from '../store/sales.ts';
import { findStaff } from '../store/staff.ts';
import { tendersOf } from '../store/tenders.ts';
import type { Till } from './context.ts';
import { providerOf } from './providers.ts';

/**
 * A completed sale as the fiscal module wants it. The wallet's payment id is read from this sale's own attempt:
 * another till once sent the previous customer's id with every receipt.
 */
export function fiscalSale(till: Till, row: FiscalRow): FiscalSale {
  const sale = findSale(till.db, row.saleId);
  if (!sale) throw new Error(`fiscal document ${row.id} has no sale`);
  const tenders = tendersOf(till.db, sale.id);
  return {
    documentId: row.id,
    number: sale.number,
    at: till.world.now(),
    cashier: findStaff(till.db, sale.staffId)?.name ?? '',
    lines: linesOf(till.db, sale.id).map(fiscalLine),
    cash: sumOf(tenders, (tender) => tender.kind === 'cash'),
    card: sumOf(tenders, (tender) => tender.kind !== 'cash'),
    change: addUp(tenders.map((tender) => tender.change)),
    wallet: walletOf(till, tenders),
  };
}

/**
 * What of a sale was given back, by whoever stood at the counter then: only those lines, with the sums they were sold for, and the
 * kinds of money that went back. The module wants the receipt it gave when it was sold.
 */
export function fiscalRefund(till: Till, row: FiscalRow): FiscalRefund {
  const sale = fiscalSale(till, row);
  const refund = row.refundId === null ? undefined : findRefund(till.db, row.refundId);
  if (!refund) throw new Error(`fiscal document ${row.id} has no refund`);
  const card = tiyin(refund.amount - refund.cash);
  return {
    ...sale,
    cashier: findStaff(till.db, refund.staffId)?.name ?? sale.cashier,
    lines: refundedLines(till, refund),
    cash: refund.cash,
    card,
    change: zero,
    wallet: card > 0 ? sale.wallet : null,
    original: originalOf(till, row),
  };
}

function refundedLines(till: Till, { id, saleId }: RefundRow): FiscalLine[] {
  const sold = new Map(linesOf(till.db, saleId).map((line) => [line.id, line]));
  return linesOfRefund(till.db, id).flatMap(({ lineId, quantity, discount, amount, vat }) => {
    const line = sold.get(lineId);
    return line ? [{ ...fiscalLine(line), quantity, discount, total: amount, vat }] : [];
  });
}

function originalOf(till: Till, row: FiscalRow): FiscalReceipt {
  const { terminalId, receiptSeq, dateTime, fiscalSign, url } = fiscalOfSale(till.db, row.saleId) ?? {};
  if (!terminalId || !receiptSeq || !dateTime || !fiscalSign || !url)
    throw new Error(`refund ${row.id} has no original`);
  return { terminalId, receiptSeq, dateTime, fiscalSign, url };
}

function fiscalLine(line: Line): FiscalLine {
  const { name, code, price, quantity, discount, vatPercent, unit, ikpu, packageCode } = line;
  const sums = { total: lineTotal(line), vat: lineVat(line) };
  return {
    name,
    code,
    price,
    quantity,
    discount,
    vatPercent,
    unit,
    ikpu: ikpu ?? '',
    packageCode: packageCode ?? '',
    ...sums,
  };
}

function sumOf(tenders: readonly Tender[], wanted: (tender: Tender) => boolean): Tiyin {
  return addUp(tenders.filter(wanted).map((tender) => tender.amount));
}

function walletOf(till: Till, tenders: readonly Tender[]): FiscalSale['wallet'] {
  const attemptId = walletAttemptOf(tenders);
  const attempt = attemptId ? findAttempt(till.db, attemptId) : undefined;
  const provider = attempt && till.equipment ? providerOf(till.equipment, attempt) : undefined;
  const paymentId = attempt && paidAs(attempt);
  const providerCode = provider?.fiscalProviderCode ?? null;
  if (!attempt || !paymentId || providerCode === null) return null;
  return { paymentId, providerCode, clientPhone: attempt.clientPhone };
}

/** What the wallet itself calls the payment: for a checkout it may have another name than the one it is asked by. */
function paidAs({ kind, providerPaymentId, transactionId }: AttemptRow): string | null {
  return (isCheckout(kind) ? transactionId : null) ?? providerPaymentId;
}
