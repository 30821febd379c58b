import { tiyin } from '../../domain/money.ts';
import { changeAttempt, oweAsking } from '../attempts.ts';
import { insertFiscal } from '../../store/fiscal-documents.ts';
import { insertRefund } from '../../store/refunds.ts';
import type { StaffRow } from '../../store/staff.ts';
import { atomically } from '../../store/statement.ts';
import type { Approval, Fault, RefundLines, Result } from '../../../preload/api.ts';
import { approver } from '../approval.ts';
import { businessDate } from '../business-date.ts';
import { inBackground, ok, play, refuse } from '../context.ts';
import type { Counter, Till } from '../context.ts';
import { openDrawerFor } from '../drawer.ts';
import { oweNow } from '../owe.ts';
import { oweRefundSlip } from '../receipts.ts';
import { audit, bookCash, recordRefund } from '../record.ts';
import { oweRefundPayment } from './payments.ts';
import { planRefund } from './plan.ts';
import type { Plan } from './plan.ts';

/** What is given back: the lines named (quantities in thousandths), or all that is left of the sale. */
export type Refunding = { saleId: string; lines?: RefundLines | undefined; approval?: Approval | undefined };

/**
 * Gives goods of a completed sale back, with a manager's consent, as the customer paid: cash out of the drawer, other money
 * through the provider that took it. Refused before anything is written: `sale-not-found`, `refund-done-before` (all is back),
 * `no-shift`, `refund-nothing-left`, `refund-lines-wrong`, `refund-not-registered` (the box wants the receipt of the sale),
 * `refund-wallet-by-hand` (nobody here can ask the provider), `refund-parts-not-possible`, `attempt-cancelling`,
 * `refund-no-cash` (facts in tiyin), and what `approver` refuses.
 */
export async function refundSale(counter: Counter, arg: Refunding): Promise<Result<null>> {
  const { till, equipment } = counter;
  const early = planRefund(till, equipment, arg);
  if (!early.ok) return refuseFor(till, early.error);
  const manager = await approver(counter, arg.approval);
  if (!manager.ok) return manager;
  const written = writeRefund(counter, arg, manager.value);
  if (!written.ok) return refuseFor(till, written.error);
  tellRefund(counter, written.value);
  return ok(null);
}

/**
 * One commit, planned anew inside it, since checking a PIN takes a while. A till killed before it has given nothing back. A till
 * killed after it has everything on disk: money and document wait in their lanes, payments to take back are asked about at the
 * start, and the cash is booked out of the drawer, whether or not the customer has it in hand; the audit row says who was there.
 */
function writeRefund({ till, equipment, staff }: Counter, arg: Refunding, manager: StaffRow): Result<Plan> {
  return atomically(till.db, () => {
    const planned = planRefund(till, equipment, arg);
    if (!planned.ok) return planned;
    const { sale, amount, ways } = planned.value;
    const refundId = insertPlanned({ till, equipment, staff }, planned.value, manager);
    moveMoney({ till, equipment, staff }, planned.value, refundId);
    oweDocument({ till, equipment, staff }, planned.value, refundId);
    recordRefund(till, refundId);
    audit(till, manager.id, 'sale-refunded', sale.id, { amount, cash: ways.cash, counter: staff.id });
    return planned;
  });
}

function insertPlanned({ till, equipment, staff }: Counter, plan: Plan, manager: StaffRow): string {
  const at = till.world.now();
  const id = till.world.newId();
  const { sale, shift, amount, ways, lines } = plan;
  const people = { staffId: staff.id, approvedBy: manager.id };
  const day = businessDate(at, equipment.settings.shop.timezone);
  const refund = { id, saleId: sale.id, shiftId: shift.id, ...people, amount, cash: ways.cash, at, businessDate: day };
  insertRefund(till.db, refund, lines);
  return id;
}

function moveMoney({ till, equipment, staff }: Counter, { sale, shift, ways }: Plan, refundId: string): void {
  if (ways.cash > 0) {
    const amount = tiyin(-ways.cash);
    bookCash(till, { shiftId: shift.id, kind: 'refund', amount, saleId: sale.id, staffId: staff.id });
  }
  for (const { attempt, amount, charged } of ways.payments)
    oweRefundPayment(till, {
      id: till.world.newId(),
      refundId,
      attemptId: attempt.id,
      amount,
      chargedAmount: charged.amount,
      chargedCurrency: charged.currency,
      createdAt: till.world.now(),
    });
  for (const attempt of ways.takeBack) {
    changeAttempt(till, attempt.id, 'cancelling', { reason: 'refund' });
    oweAsking(till, equipment, attempt);
  }
}

/** In a shop without fiscal receipts the slip is complete at once; else it is made from the box's word. */
function oweDocument({ till, equipment }: Counter, { sale, document }: Plan, refundId: string): void {
  if (!document) return oweRefundSlip(till, equipment, refundId);
  const id = till.world.newId();
  insertFiscal(till.db, { id, saleId: sale.id, operation: 'refund', refundId, createdAt: till.world.now() });
  oweNow(till, 'fiscal', 'fiscal-refund', id);
}

/** After the commit: every lane goes on, and the drawer opens when cash goes back. */
function tellRefund({ till, equipment }: Counter, { ways }: Plan): void {
  till.memo.message = null;
  play(till, 'accepted');
  for (const lane of ['fiscal', 'print', 'ask', 'refund'] as const) till.wake(lane);
  if (ways.cash > 0) inBackground(till, 'open-drawer', openDrawerFor(till, equipment));
}

function refuseFor(till: Till, { code, facts }: Fault): { ok: false; error: Fault } {
  return refuse(till, code, facts);
}
