import { addUp } from '../../domain/money.ts';
import { walletAttemptOf } from '../../domain/tender.ts';
import { readDesk } from '../../store/desk.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { fiscalOfRefund, fiscalOfSale } from '../../store/fiscal-documents.ts';
import { obligationsFor } from '../../store/outbox.ts';
import { refundPaymentsOfSale } from '../../store/refund-payments.ts';
import type { RefundPaymentRow } from '../../store/refund-payments.ts';
import { refundsOfSale } from '../../store/refunds.ts';
import { receiptOfSale } from '../../store/receipts.ts';
import { findSale } from '../../store/sales.ts';
import type { SaleRow } from '../../store/sales.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { Tender } from '../../domain/tender.ts';
import type { DoneView } from '../../../preload/api.ts';
import type { Till } from '../context.ts';
import { providerOf } from '../providers.ts';

type RefundMoney = NonNullable<DoneView['refund']>['money'];

/** The sale just completed and how far its fiscal receipt, its paper and its confirmation are; null when none is shown. */
export function doneView(till: Till): DoneView | null {
  const { doneSaleId } = readDesk(till.db);
  const sale = doneSaleId === null ? undefined : findSale(till.db, doneSaleId);
  if (!sale) return null;
  const tenders = tendersOf(till.db, sale.id);
  return {
    saleId: sale.id,
    number: sale.number,
    total: sale.total,
    tenders: tenders.map(({ kind, amount, given, change }) => ({ kind, amount, given, change })),
    change: addUp(tenders.map((tender) => tender.change)),
    fiscal: fiscalOf(till, sale.id),
    print: printOf(till, sale.id),
    confirm: confirmOf(till, tenders),
    refund: refundOf(till, sale, tenders),
  };
}

function fiscalOf(till: Till, saleId: string): DoneView['fiscal'] {
  const row = fiscalOfSale(till.db, saleId);
  return row ? { state: row.state, url: row.url, reason: row.reason } : { state: 'waiting', url: null, reason: null };
}

function printOf(till: Till, saleId: string): DoneView['print'] {
  const row = receiptOfSale(till.db, saleId);
  return row ? { state: row.state, reason: row.reason } : { state: 'waiting', reason: null };
}

/** Not every wallet wants to hear of the receipt. */
function confirmOf(till: Till, tenders: readonly Tender[]): DoneView['confirm'] {
  const attemptId = walletAttemptOf(tenders);
  const attempt = attemptId === undefined ? undefined : findAttempt(till.db, attemptId);
  const last = attempt && obligationsFor(till.db, attempt.id).findLast(({ kind }) => kind === 'wallet-confirm');
  const hears = attempt && till.equipment ? providerOf(till.equipment, attempt)?.confirm : null;
  if (!last) return hears ? 'waiting' : 'none';
  if (last.state === 'waiting') return 'waiting';
  return last.state === 'done' ? 'done' : 'refused';
}

/** How far the sale was given back: in sum, with the document of its last refund, and with the money that is furthest from home. */
function refundOf(till: Till, { id, total }: SaleRow, tenders: readonly Tender[]): DoneView['refund'] {
  const refunds = refundsOfSale(till.db, id);
  const last = refunds.at(-1);
  if (!last) return null;
  const amount = addUp(refunds.map((refund) => refund.amount));
  const fiscal = fiscalOfRefund(till.db, last.id)?.state ?? 'registered';
  return { fiscal, money: moneyOf(till, id, tenders), amount, whole: amount >= total };
}

function moneyOf(till: Till, saleId: string, tenders: readonly Tender[]): RefundMoney {
  const payments = refundPaymentsOfSale(till.db, saleId);
  const attemptId = walletAttemptOf(tenders);
  const attempt = attemptId === undefined ? undefined : findAttempt(till.db, attemptId);
  const ways = [
    ...payments.map(moneyOfPayment),
    ...(attempt && payments.length === 0 ? [moneyOfAttempt(attempt)] : []),
  ];
  return (['by-hand', 'going-back'] as const).find((money) => ways.includes(money)) ?? 'returned';
}

function moneyOfPayment({ state, managerSince }: RefundPaymentRow): RefundMoney {
  if (state === 'returned') return 'returned';
  return state === 'closed-by-manager' || managerSince !== null ? 'by-hand' : 'going-back';
}

/** A payment that was taken back whole, by its provider or in its cabinet. */
function moneyOfAttempt({ state }: AttemptRow): RefundMoney {
  if (state === 'returned') return 'returned';
  return state === 'cancelling' ? 'going-back' : 'by-hand';
}
