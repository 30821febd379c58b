import { anySaleCompleted } from '../../store/sales.ts';
import { listStaff } from '../../store/staff.ts';
import type { StaffRow } from '../../store/staff.ts';
import { lastClosedShift, openShiftRow } from '../../store/shifts.ts';
import type { ShiftRow } from '../../store/shifts.ts';
import { salesOfShift } from '../../store/totals.ts';
import { listQuickKeys } from '../../store/catalogue/quick-keys.ts';
import type { QuickKeyView, ShiftReport, ShiftView, StaffView, TillView, TrainingView } from '../../../preload/api.ts';
import type { Equipment, Till } from '../context.ts';
import { report } from '../shift.ts';
import { signedIn } from '../sign-in.ts';
import { trainingFaults } from '../training-faults.ts';
import { checkoutPage } from '../training-pay.ts';
import { doneView } from './done.ts';
import { paymentView } from './payment.ts';
import { parkedView, saleView } from './sale.ts';
import { stripView } from './strip.ts';

/** The whole screen as data, read from the database each time: there is no second truth that could disagree. */
export function tillView(till: Till, revision: number): TillView {
  const { equipment, memo, db } = till;
  const person = signedIn(till);
  const shift = openShiftRow(db);
  const shown = person !== undefined && equipment !== null;
  return {
    revision,
    mode: equipment === null ? 'first-start' : till.mode,
    now: till.world.now(),
    ...shopView(till),
    staff: listStaff(db).map(staffView),
    signedIn: person ? staffView(person) : null,
    shift: shift ? shiftView(till, shift) : null,
    sale: shown ? saleView(till) : null,
    nextQuantity: memo.nextQuantity,
    payment: shown ? paymentView(till, equipment) : null,
    done: shown ? doneView(till) : null,
    parked: shown ? parkedView(till) : [],
    quickKeys: shown ? quickKeys(till) : [],
    strip: stripView(till),
    canReprint: shown && anySaleCompleted(db),
    message: memo.message,
    sound: memo.sound,
    closedShift: shown && !shift ? closedShift(till, equipment) : null,
    training: trainingView(till),
  };
}

function shopView({ equipment }: Till): Pick<TillView, 'shop' | 'register'> {
  if (!equipment) return { shop: null, register: null };
  const { name, tin, address, currency, timezone, receiptLanguage } = equipment.settings.shop;
  return {
    shop: { name, tin, address, currency, timezone, receiptLanguage },
    register: { name: equipment.settings.register.name },
  };
}

function staffView({ id, name, role, language, lockedUntil }: StaffRow): StaffView {
  return { id, name, role, language, lockedUntil };
}

function shiftView(till: Till, { id, number, openedAt, float }: ShiftRow): ShiftView {
  const { count, amount } = salesOfShift(till.db, id, 'completed');
  return { id, number, openedAt, float, sales: count, taken: amount };
}

function closedShift(till: Till, equipment: Equipment): ShiftReport | null {
  const last = lastClosedShift(till.db);
  return last ? report({ till, equipment }, last.id) : null;
}

function quickKeys(till: Till): QuickKeyView[] {
  return listQuickKeys(till.db).map(({ item: { id, name, price, unit, weighed, group } }) => ({
    itemId: id,
    name,
    price,
    unit,
    weighed,
    group,
  }));
}

function trainingView(till: Till): TrainingView | null {
  const { training } = till;
  if (!training) return null;
  const { paper, printer } = training;
  const faults = trainingFaults(training);
  return { paper, drawerOpenings: printer.pulses.length, faults, checkoutPage: checkoutPage(till) };
}
