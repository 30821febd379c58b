import { zero } from '../domain/money.ts';
import type { Tender } from '../domain/tender.ts';
import { paidWithoutSale } from '../store/attempts.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { writeDesk } from '../store/desk.ts';
import { insertFiscal } from '../store/fiscal-documents.ts';
import { endSale, findSale } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { openShiftRow } from '../store/shifts.ts';
import { insertTender } from '../store/tenders.ts';
import { businessDate } from './business-date.ts';
import type { Equipment, Till } from './context.ts';
import { oweNow } from './owe.ts';
import { oweReceipt } from './receipts.ts';
import { bookCash, recordSale } from './record.ts';

/**
 * Completes a sale with the attempt that paid it. While no shift is open it waits for the next one, for a closed shift's
 * report must never change: the attempt is paid, and `completePaid` at the opening finds it.
 */
export function completeBy(till: Till, equipment: Equipment, sale: SaleRow, attempt: AttemptRow): void {
  if (sale.state !== 'tendering' || !openShiftRow(till.db)) return;
  const { kind, amount, id: attemptId } = attempt;
  completeSale(till, equipment, sale, { kind, amount, given: null, change: zero, attemptId });
}

/** Completes what was paid while no shift was open; call it in the transaction that opens one. */
export function completePaid(till: Till, equipment: Equipment): void {
  for (const attempt of paidWithoutSale(till.db)) {
    const sale = findSale(till.db, attempt.saleId);
    if (sale) completeBy(till, equipment, sale, attempt);
  }
}

/**
 * Completes a sale with the tender that paid it. Call it inside the transaction of the payment's own fact:
 * tender, cash, sale, fiscal document and obligations are on disk together, so a till killed at any moment
 * has either an unpaid sale or a sale with everything it still owes.
 */
export function completeSale(till: Till, equipment: Equipment, sale: SaleRow, tender: Tender): void {
  const at = till.world.now();
  const shiftId = openShiftRow(till.db)?.id ?? sale.shiftId;
  insertTender(till.db, { ...tender, id: till.world.newId(), saleId: sale.id, at });
  if (tender.kind === 'cash')
    bookCash(till, { shiftId, kind: 'sale', amount: tender.amount, saleId: sale.id, staffId: sale.staffId });
  showDone(till, sale);
  endSale(till.db, sale.id, {
    state: 'completed',
    at,
    shiftId,
    businessDate: businessDate(at, equipment.settings.shop.timezone),
  });
  recordSale(till, sale.id);
  if (equipment.fiscal) oweFiscal(till, sale.id, at);
  else oweReceipt(till, equipment, sale.id);
}

function oweFiscal(till: Till, saleId: string, at: number): void {
  const id = till.world.newId();
  insertFiscal(till.db, { id, saleId, operation: 'sale', createdAt: at });
  oweNow(till, 'fiscal', 'fiscal-sale', id);
}

/** A late answer for a sale put aside must not take the screen from the customer now served. */
function showDone(till: Till, sale: SaleRow): void {
  if (sale.parked === 1) return;
  writeDesk(till.db, { doneSaleId: sale.id, paymentStep: null, selectedLineId: null, lastLineId: null });
}
