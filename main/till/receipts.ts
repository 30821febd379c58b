import { makeReceipt } from '../domain/receipt.ts';
import type { Receipt, ReceiptFiscal } from '../domain/receipt.ts';
import type { FiscalRow } from '../store/fiscal-documents.ts';
import { fiscalOfSale } from '../store/fiscal-documents.ts';
import { linesOf } from '../store/lines.ts';
import { owe } from '../store/outbox.ts';
import { insertReceipt } from '../store/receipts.ts';
import { findSale } from '../store/sales.ts';
import { findShift } from '../store/shifts.ts';
import { findStaff } from '../store/staff.ts';
import { tendersOf } from '../store/tenders.ts';
import type { Equipment, Till } from './context.ts';

/** Writes the receipt of a sale and owes its printing; call it in the transaction that makes the receipt complete. */
export function oweReceipt(till: Till, equipment: Equipment, saleId: string): void {
  const id = till.world.newId();
  const createdAt = till.world.now();
  insertReceipt(till.db, { id, saleId, document: JSON.stringify(composeReceipt(till, equipment, saleId)), createdAt });
  owe(till.db, 'print', 'print', id, createdAt);
}

/** The receipt of a sale as its rows stand now: without fiscal values while the box has not given them. */
export function composeReceipt(till: Till, { settings }: Equipment, saleId: string): Receipt {
  const sale = findSale(till.db, saleId);
  if (!sale) throw new Error(`no sale ${saleId}`);
  const { name, tin, address, phone, timezone, receiptLanguage } = settings.shop;
  const frame = {
    language: receiptLanguage,
    training: till.mode === 'training',
    shop: { name, tin, address, phone: phone ?? null },
    register: settings.register.name,
    cashier: findStaff(till.db, sale.staffId)?.name ?? '',
    saleNumber: sale.number,
    shiftNumber: findShift(till.db, sale.shiftId)?.number ?? 0,
    at: sale.endedAt ?? sale.openedAt,
    timeZone: timezone,
    fiscal: fiscalValues(fiscalOfSale(till.db, saleId)),
  };
  return makeReceipt(frame, linesOf(till.db, saleId), tendersOf(till.db, saleId));
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
