import { handOut } from '../domain/hand-out.ts';
import type { Slice } from '../domain/hand-out.ts';
import { zero } from '../domain/money.ts';
import { makeReceipt } from '../domain/receipt.ts';
import { makeRefundSlip } from '../domain/refund-slip.ts';
import type { Receipt, ReceiptFiscal, ReceiptFrame } from '../domain/receipt.ts';
import type { Tender } from '../domain/tender.ts';
import { fiscalOfRefund, fiscalOfSale } from '../store/fiscal-documents.ts';
import type { FiscalRow } from '../store/fiscal-documents.ts';
import { linesOf } from '../store/lines.ts';
import { insertReceipt } from '../store/receipts.ts';
import { findRefund, linesOfRefund, refundedBefore } from '../store/refunds.ts';
import { findSale } from '../store/sales.ts';
import { findShift } from '../store/shifts.ts';
import { findStaff } from '../store/staff.ts';
import { tendersOf } from '../store/tenders.ts';
import type { Equipment, Till } from './context.ts';
import { oweNow } from './owe.ts';

/** Writes the receipt of a sale and owes its printing; call it in the transaction that makes the receipt complete. */
export function oweReceipt(till: Till, equipment: Equipment, saleId: string): void {
  owePaper(till, saleId, composeReceipt(till, equipment, saleId));
}

/** Writes the slip of a refund and owes its printing; call it in the transaction that makes the slip complete. */
export function oweRefundSlip(till: Till, equipment: Equipment, refundId: string): void {
  const { saleId, slip } = composeRefundSlip(till, equipment, refundId);
  owePaper(till, saleId, slip);
}

function owePaper(till: Till, saleId: string, receipt: Receipt): void {
  const id = till.world.newId();
  insertReceipt(till.db, { id, saleId, document: JSON.stringify(receipt), createdAt: till.world.now() });
  oweNow(till, 'print', 'print', id);
}

/** The receipt of a sale as its rows stand now: without fiscal values while the box has not given them. */
export function composeReceipt(till: Till, equipment: Equipment, saleId: string): Receipt {
  const sale = findSale(till.db, saleId);
  if (!sale) throw new Error(`no sale ${saleId}`);
  const at = sale.endedAt ?? sale.openedAt;
  const act: Act = { kind: 'sale', saleNumber: sale.number, staffId: sale.staffId, shiftId: sale.shiftId, at };
  const frame = frameOf(till, equipment, act, fiscalOfSale(till.db, saleId));
  return makeReceipt(frame, linesOf(till.db, saleId), tendersOf(till.db, saleId));
}

/** The slip of a refund: the lines and sums given back and how, with who gave them back, when, in which shift. */
function composeRefundSlip(till: Till, equipment: Equipment, refundId: string): { saleId: string; slip: Receipt } {
  const refund = findRefund(till.db, refundId);
  const sale = refund && findSale(till.db, refund.saleId);
  if (!refund || !sale) throw new Error(`no refund ${refundId}`);
  const { staffId, shiftId, at, amount } = refund;
  const act: Act = { kind: 'refund', saleNumber: sale.number, staffId, shiftId, at };
  const frame = frameOf(till, equipment, act, fiscalOfRefund(till.db, refundId));
  const before = refundedBefore(till.db, refund);
  const tenders = handOut(tendersOf(till.db, sale.id), before, amount).map(givenBack);
  return {
    saleId: sale.id,
    slip: makeRefundSlip(frame, linesOf(till.db, sale.id), linesOfRefund(till.db, refundId), tenders),
  };
}

/** What the customer handed over then, and the change, have nothing to do with what they get back now. */
function givenBack({ tender, amount }: Slice<Tender>): Tender {
  return { ...tender, amount, given: null, change: zero };
}

/** What a receipt is about: a sale, or that it was given back; when (ms), by whom, in which shift. */
type Act = { kind: Receipt['kind']; saleNumber: number; staffId: string; shiftId: string; at: number };

function frameOf(till: Till, { settings }: Equipment, act: Act, document: FiscalRow | undefined): ReceiptFrame {
  const { name, tin, address, phone, timezone, receiptLanguage } = settings.shop;
  return {
    kind: act.kind,
    language: receiptLanguage,
    training: till.mode === 'training',
    shop: { name, tin, address, phone: phone ?? null },
    register: settings.register.name,
    cashier: findStaff(till.db, act.staffId)?.name ?? '',
    saleNumber: act.saleNumber,
    shiftNumber: findShift(till.db, act.shiftId)?.number ?? 0,
    at: act.at,
    timeZone: timezone,
    fiscal: fiscalValues(document),
  };
}

function fiscalValues(row: FiscalRow | undefined): ReceiptFiscal | null {
  if (!row || row.state !== 'registered') return null;
  const { terminalId, receiptSeq, dateTime, fiscalSign, url } = row;
  return {
    terminalId: terminalId ?? '',
    receiptSeq: receiptSeq ?? '',
    dateTime: dateTime ?? '',
    fiscalSign: fiscalSign ?? '',
    url: url ?? '',
  };
}
