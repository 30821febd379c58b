import type { Db } from '../../store/database.ts';
import { refundsOfSale } from '../../store/refunds.ts';
import { attemptSteps, documentSteps, paperSteps, refundPaymentSteps } from '../../store/sale-history.ts';
import type { DocumentStep } from '../../store/sale-history.ts';
import type { SaleRow } from '../../store/sales.ts';
import type { HistoryStep } from '../../../preload/api.ts';

/** Every step in the life of a completed sale, oldest first; what happened in the same moment stands as it followed. */
export function stepsOf(db: Db, sale: SaleRow): HistoryStep[] {
  return [
    ...attemptSteps(db, sale.id).map((step): HistoryStep => ({ of: 'attempt', ...step })),
    { ...blank, at: sale.endedAt ?? sale.openedAt, of: 'sale', state: 'completed', amount: sale.total } as const,
    ...refundsOfSale(db, sale.id).map(({ at, amount }): HistoryStep => ({
      ...blank,
      at,
      of: 'refund',
      state: 'completed',
      amount,
    })),
    ...refundPaymentSteps(db, sale.id).map((step): HistoryStep => ({ of: 'refund-payment', ...step })),
    ...documentSteps(db, sale.id).flatMap(documentStep),
    ...paperSteps(db, sale.id).map(({ state, reason, createdAt, printedAt }): HistoryStep => ({
      ...blank,
      at: printedAt ?? createdAt,
      of: 'receipt',
      state,
      reason,
    })),
  ].toSorted((a, b) => a.at - b.at);
}

const blank = { kind: null, amount: null, reason: null } as const;

/** A document was asked for, and then stands where it stands: registered, or where it hangs. */
function documentStep({ state, reason, createdAt, registeredAt, sentAt, amount }: DocumentStep): HistoryStep[] {
  const asked: HistoryStep = { ...blank, at: createdAt, of: 'fiscal', state: 'waiting', amount };
  if (state === 'waiting' && reason === null) return [asked];
  return [asked, { ...asked, at: registeredAt ?? sentAt ?? createdAt, state, reason }];
}
