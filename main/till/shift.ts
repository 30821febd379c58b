import { tiyin } from '../domain/money.ts';
import { isCheckout } from '../domain/tender.ts';
import { shiftFigures } from '../report/shift-report.ts';
import { attemptsIn } from '../store/attempts.ts';
import { writeDesk } from '../store/desk.ts';
import { lastTerminal } from '../store/fiscal-documents.ts';
import { linesOf } from '../store/lines.ts';
import { currentSale, endSale, findSale } from '../store/sales.ts';
import { closeShiftRow, drawerCash, findShift, insertShift, openShiftRow } from '../store/shifts.ts';
import type { ShiftRow } from '../store/shifts.ts';
import { atomically } from '../store/statement.ts';
import type { Result, ShiftReport } from '../../preload/api.ts';
import { businessDate } from './business-date.ts';
import { completePaid } from './complete.ts';
import { ok, refuse } from './context.ts';
import type { Counter, Till } from './context.ts';
import { oweMatch } from './daily-match.ts';
import { freezeFigures, frozenFigures } from './frozen-figures.ts';
import { oweNow } from './owe.ts';
import { audit, bookCash, recordSale, recordShift } from './record.ts';

/** Opens the shift with a counted float in tiyin; the fiscal box opens its own through the outbox. */
export function openShift({ till, equipment, staff }: Counter, arg: { float: number }): Result<null> {
  if (openShiftRow(till.db)) return refuse(till, 'shift-open');
  const id = till.world.newId();
  const openedAt = till.world.now();
  atomically(till.db, () => {
    insertShift(till.db, { id, openedAt, openedBy: staff.id, float: tiyin(arg.float) });
    bookCash(till, { shiftId: id, kind: 'float', amount: tiyin(arg.float), saleId: null, staffId: staff.id });
    if (equipment.fiscal) oweNow(till, 'fiscal', 'fiscal-open', id);
    completePaid(till, equipment);
    audit(till, staff.id, 'shift-opened', id, { float: arg.float });
    recordShift(till, id);
  });
  till.memo.message = null;
  till.wake('fiscal');
  till.wake('print');
  return ok(null);
}

/**
 * Closes the shift with the counted cash in tiyin, not while money is on its way: the answer would come too late for
 * the report. What is in doubt is named on the report and carried over. The fiscal Z waits in the same lane behind every fiscal
 * document, so that the box closes with all of them in it.
 */
export function closeShift(counter: Counter, arg: { counted: number }): Result<ShiftReport> {
  const { till, equipment, staff } = counter;
  const shift = openShiftRow(till.db);
  if (!shift) return refuse(till, 'no-shift');
  const sale = currentSale(till.db);
  if (sale && linesOf(till.db, sale.id).length > 0) return refuse(till, 'shift-has-open-sale');
  const standing = checkoutOnItsWay(till);
  if (standing) return refuse(till, 'shift-has-checkout', { number: standing });
  if (moneyOnItsWay(till)) return refuse(till, 'attempt-live');
  const at = till.world.now();
  atomically(till.db, () => {
    if (sale) {
      endSale(till.db, sale.id, { ...sale, state: 'voided', at });
      recordSale(till, sale.id);
    }
    const expected = drawerCash(till.db, shift.id);
    closeShiftRow(till.db, shift.id, { at, by: staff.id, expected, counted: tiyin(arg.counted) });
    if (equipment.fiscal) oweNow(till, 'fiscal', 'fiscal-close', shift.id);
    oweMatch(till, businessDate(at, equipment.settings.shop.timezone));
    freezeFigures(till.db, shift.id);
    writeDesk(till.db, { doneSaleId: null, paymentStep: null, selectedLineId: null, lastLineId: null });
    audit(till, staff.id, 'shift-closed', shift.id, { expected, counted: arg.counted });
    recordShift(till, shift.id);
  });
  till.memo.message = null;
  till.wake('fiscal');
  till.wake('match');
  return ok(report(counter, shift.id));
}

/** The number of a sale, put aside, whose customer may still pay a checkout. */
function checkoutOnItsWay({ db }: Till): number | undefined {
  const live = [...attemptsIn(db, 'queued'), ...attemptsIn(db, 'sending')];
  const checkout = live.find(({ kind }) => isCheckout(kind));
  return checkout && findSale(db, checkout.saleId)?.number;
}

/** A code that waits for the line or a payment being sent would be taken after the report was made. */
function moneyOnItsWay({ db }: Till): boolean {
  return attemptsIn(db, 'queued').length > 0 || attemptsIn(db, 'sending').length > 0;
}

/** The figures of the open shift so far. */
export function xReport(counter: Counter): Result<ShiftReport> {
  const shift = openShiftRow(counter.till.db);
  return shift ? ok(report(counter, shift.id)) : refuse(counter.till, 'no-shift');
}

/** The figures of a shift with what the fiscal box has said about it so far. */
export function report({ till, equipment }: Pick<Counter, 'till' | 'equipment'>, shiftId: string): ShiftReport {
  const shift = findShift(till.db, shiftId);
  if (!shift) throw new Error(`no shift ${shiftId}`);
  const fiscal = { ...fiscalState(shift, equipment.fiscal !== null), terminalId: lastTerminal(till.db) };
  return { ...(frozenFigures(shift) ?? shiftFigures(till.db, shift)), fiscal };
}

function fiscalState(shift: ShiftRow, hasFiscal: boolean): Omit<ShiftReport['fiscal'], 'terminalId'> {
  const state = hasFiscal ? (shift.fiscalClosed === 1 ? 'closed' : 'waiting') : 'none';
  return { zNumber: shift.fiscalZ, state: shift.state === 'open' ? 'none' : state };
}
