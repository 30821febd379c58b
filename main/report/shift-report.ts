import { addUp, tiyin } from '../domain/money.ts';
import type { Thousandths } from '../domain/money.ts';
import type { ShiftFigures } from '../domain/shift.ts';
import { lineVat } from '../domain/sale.ts';
import type { Db } from '../store/database.ts';
import { unsentFiscal } from '../store/fiscal-documents.ts';
import { openFindings } from '../store/matches.ts';
import { refundsOfShift } from '../store/refunds.ts';
import { drawerCash } from '../store/shifts.ts';
import type { ShiftRow } from '../store/shifts.ts';
import { findStaff } from '../store/staff.ts';
import {
  attemptHeap,
  goingBackHeap,
  otherCurrenciesOfShift,
  salesOfShift,
  soldLines,
  tendersOfShift,
} from '../store/totals.ts';

/** The figures of `shift` as the tables stand now; what is still in doubt is named, never counted as taken. */
export function shiftFigures(db: Db, shift: ShiftRow): ShiftFigures {
  const completed = salesOfShift(db, shift.id, 'completed');
  const expectedCash = shift.expectedCash ?? drawerCash(db, shift.id);
  return {
    kind: shift.state === 'open' ? 'x' : 'z',
    shiftNumber: shift.number,
    openedAt: shift.openedAt,
    closedAt: shift.closedAt,
    cashier: findStaff(db, shift.closedBy ?? shift.openedBy)?.name ?? '',
    sales: completed.count,
    voided: salesOfShift(db, shift.id, 'voided').count,
    total: completed.amount,
    vat: addUp(soldLines(db, shift.id).map((line) => lineVat({ ...line, quantity: line.quantity as Thousandths }))),
    refunds: refundsOfShift(db, shift.id),
    byTender: tendersOfShift(db, shift.id),
    otherCurrencies: otherCurrenciesOfShift(db, shift.id),
    float: shift.float,
    expectedCash,
    countedCash: shift.countedCash,
    difference: shift.countedCash === null ? null : tiyin(shift.countedCash - expectedCash),
    inDoubt: attemptHeap(db, 'in-doubt'),
    queued: attemptHeap(db, 'queued'),
    goingBack: goingBackHeap(db),
    unsentFiscal: unsentFiscal(db).count,
    findings: openFindings(db).length,
  };
}
