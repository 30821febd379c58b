import { addUp, tiyin } from '../domain/money.ts';
import type { Tiyin } from '../domain/money.ts';
import type { Tender } from '../domain/tender.ts';
import { findAttempt } from '../store/attempts.ts';
import { fiscalOfSale, insertFiscal } from '../store/fiscal-documents.ts';
import type { FiscalRow } from '../store/fiscal-documents.ts';
import { insertRefund, refundOfSale } from '../store/refunds.ts';
import { findSale } from '../store/sales.ts';
import type { SaleRow } from '../store/sales.ts';
import { drawerCash, openShiftRow } from '../store/shifts.ts';
import type { ShiftRow } from '../store/shifts.ts';
import type { StaffRow } from '../store/staff.ts';
import { atomically } from '../store/statement.ts';
import { tendersOf } from '../store/tenders.ts';
import type { Approval, Fault, Result } from '../../preload/api.ts';
import { approver } from './approval.ts';
import { changeAttempt, oweAsking } from './attempts.ts';
import { businessDate } from './business-date.ts';
import { inBackground, ok, play, refuse, refused } from './context.ts';
import type { Counter, Equipment, Till } from './context.ts';
import { oweNow } from './owe.ts';
import { oweRefundSlip } from './receipts.ts';
import { openDrawerFor } from './drawer.ts';
import { audit, bookCash } from './record.ts';

/** What giving a sale back takes: cash out of the drawer, payments to take back, a document that points to the sale's own. */
type Plan = { sale: SaleRow; shift: ShiftRow; cash: Tiyin; attemptIds: string[]; document: FiscalRow | undefined };

/**
 * Gives a completed sale back whole, once, with a manager's consent, as the customer paid it: cash out of the drawer, a
 * wallet's money through the provider. Refused before anything is written: `sale-not-found`, `refund-done-before`,
 * `no-shift`, `refund-no-cash` (facts in tiyin), `refund-not-registered` (the box wants the receipt of the sale),
 * `refund-wallet-by-hand` (nobody here can ask the provider), and what `approver` refuses.
 */
export async function refundSale(
  counter: Counter,
  arg: { saleId: string; approval?: Approval | undefined },
): Promise<Result<null>> {
  const early = plan(counter, arg.saleId);
  if (!early.ok) return refuseFor(counter, early.error);
  const manager = await approver(counter, arg.approval);
  if (!manager.ok) return manager;
  const planned = plan(counter, arg.saleId);
  if (!planned.ok) return refuseFor(counter, planned.error);
  write(counter, planned.value, manager.value);
  tellRefund(counter, planned.value);
  return ok(null);
}

/** Asked before a manager is called, and once more after the PIN was checked, for that takes a while. */
function plan({ till, equipment }: Counter, saleId: string): Result<Plan> {
  const sale = findSale(till.db, saleId);
  if (sale?.state !== 'completed') return refused('sale-not-found');
  if (refundOfSale(till.db, saleId)) return refused('refund-done-before');
  const shift = openShiftRow(till.db);
  if (!shift) return refused('no-shift');
  const document = fiscalOfSale(till.db, saleId);
  if ((equipment.fiscal || document) && document?.state !== 'registered') return refused('refund-not-registered');
  const tenders = tendersOf(till.db, saleId);
  const attemptIds = toTakeBack(till, equipment, tenders);
  if (!attemptIds) return refused('refund-wallet-by-hand');
  const cash = addUp(tenders.filter(({ kind }) => kind === 'cash').map(({ amount }) => amount));
  const drawer = drawerCash(till.db, shift.id);
  if (cash > drawer) return refused('refund-no-cash', { amount: cash, drawer });
  return ok({ sale, shift, cash, attemptIds, document });
}

/** The payments behind what was not paid in cash; undefined when one of them can only be given back by hand. */
function toTakeBack(till: Till, { payme }: Equipment, tenders: readonly Tender[]): string[] | undefined {
  const ids: string[] = [];
  for (const { kind, attemptId } of tenders) {
    if (kind === 'cash') continue;
    const attempt = attemptId === null ? undefined : findAttempt(till.db, attemptId);
    const paidThere = attempt?.state === 'paid' && attempt.provider === payme?.name;
    if (!attempt || !paidThere || !payme?.book) return undefined;
    ids.push(attempt.id);
  }
  return ids;
}

/**
 * One commit. A till killed before it has given nothing back. A till killed after it has everything on disk: the payments
 * are `cancelling` and asked about at the start, the document waits in its lane, and the cash is booked out of the drawer,
 * whether or not the customer has it in hand; the audit row says who was there.
 */
function write({ till, equipment, staff }: Counter, planned: Plan, manager: StaffRow): void {
  const { sale, shift, cash, attemptIds } = planned;
  const at = till.world.now();
  atomically(till.db, () => {
    insertRefund(till.db, {
      id: till.world.newId(),
      saleId: sale.id,
      shiftId: shift.id,
      staffId: staff.id,
      approvedBy: manager.id,
      amount: sale.total,
      at,
      businessDate: businessDate(at, equipment.settings.shop.timezone),
    });
    if (cash > 0) bookOut(till, planned, staff);
    for (const id of attemptIds) takeBack(till, equipment, id);
    if (planned.document) oweRefundDocument(till, sale.id, at);
    else oweRefundSlip(till, equipment, sale.id);
    audit(till, manager.id, 'sale-refunded', sale.id, { amount: sale.total, cash, counter: staff.id });
  });
}

function bookOut(till: Till, { sale, shift, cash }: Plan, staff: StaffRow): void {
  bookCash(till, { shiftId: shift.id, kind: 'refund', amount: tiyin(-cash), saleId: sale.id, staffId: staff.id });
}

function takeBack(till: Till, equipment: Equipment, attemptId: string): void {
  changeAttempt(till, attemptId, 'cancelling', { reason: 'refund' });
  oweAsking(till, equipment, attemptId);
}

function oweRefundDocument(till: Till, saleId: string, at: number): void {
  const id = till.world.newId();
  insertFiscal(till.db, { id, saleId, operation: 'refund', createdAt: at });
  oweNow(till, 'fiscal', 'fiscal-refund', id);
}

/** After the commit: every lane goes on, and the drawer opens when cash goes back. */
function tellRefund({ till, equipment }: Counter, { cash }: Plan): void {
  till.memo.message = null;
  play(till, 'accepted');
  for (const lane of ['fiscal', 'print', 'ask'] as const) till.wake(lane);
  if (cash > 0) inBackground(till, 'open-drawer', openDrawerFor(till, equipment));
}

function refuseFor({ till }: Counter, { code, facts }: Fault): { ok: false; error: Fault } {
  return refuse(till, code, facts);
}
