import { addUp } from '../../domain/money.ts';
import { walletAttemptOf } from '../../domain/tender.ts';
import { readDesk } from '../../store/desk.ts';
import { findAttempt } from '../../store/attempts.ts';
import { fiscalOfRefund, fiscalOfSale } from '../../store/fiscal-documents.ts';
import { obligationsFor } from '../../store/outbox.ts';
import { refundOfSale } from '../../store/refunds.ts';
import { receiptOfSale } from '../../store/receipts.ts';
import { findSale } from '../../store/sales.ts';
import { tendersOf } from '../../store/tenders.ts';
import type { Tender } from '../../domain/tender.ts';
import type { DoneView } from '../../../preload/api.ts';
import type { Till } from '../context.ts';

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
    refund: refundOf(till, sale.id, tenders),
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

function confirmOf(till: Till, tenders: readonly Tender[]): DoneView['confirm'] {
  const attemptId = walletAttemptOf(tenders);
  if (!attemptId) return 'none';
  const last = obligationsFor(till.db, attemptId).findLast(({ kind }) => kind === 'wallet-confirm');
  if (!last || last.state === 'waiting') return 'waiting';
  return last.state === 'done' ? 'done' : 'refused';
}

function refundOf(till: Till, saleId: string, tenders: readonly Tender[]): DoneView['refund'] {
  if (!refundOfSale(till.db, saleId)) return null;
  const attemptId = walletAttemptOf(tenders);
  const state = attemptId ? findAttempt(till.db, attemptId)?.state : 'returned';
  const money = state === 'returned' ? 'returned' : state === 'cancelling' ? 'going-back' : 'by-hand';
  return { fiscal: fiscalOfRefund(till.db, saleId)?.state ?? 'registered', money };
}
