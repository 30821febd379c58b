import { jobToPng } from '../../native/printer/paint.ts';
import type { PrinterModel } from '../../native/printer/job.ts';
import type { PrintOutcome } from '../../native/printer/printer.ts';
import { fiscalOfSale } from '../store/fiscal-documents.ts';
import { receiptOfSale, unprintedSlip } from '../store/receipts.ts';
import type { ReceiptRow } from '../store/receipts.ts';
import { findSale, lastCompletedSale } from '../store/sales.ts';
import { atomically } from '../store/statement.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { Facts, ReceiptPreview, Result } from '../../preload/api.ts';
import { ok, refuse, refused } from './context.ts';
import type { Counter, Till } from './context.ts';
import type { TillPrinter } from './devices.ts';
import { isAtPrinter, neverCameOut, printCopy, printOriginal } from './print-receipt.ts';
import { printerIs } from './reach.ts';
import { parseReceipt } from './receipt-document.ts';
import { receiptJob, receiptText } from './receipt-job.ts';
import { composeReceipt } from './receipts.ts';
import { audit } from './record.ts';

/** The paper a preview is drawn on when the shop has no printer: 80 mm. */
const anyPaper: PrinterModel = { columns: 48, dots: 576, mode: 'raster', codepage: 'cp866', qr: 'raster' };

/**
 * Prints the receipt of a sale again (the last one when none is named); the paper says "copy", unless the first never
 * came out. The slip of a refund that never came out is printed before a copy of the receipt is made. A sale that the
 * fiscal box has not registered gets a paper that says so. While a receipt is at the printer it is refused with
 * `printer-uncertain`: the person looks at the paper first.
 */
export async function reprint(counter: Counter, arg: { saleId?: string | undefined }): Promise<Result<null>> {
  const { till, equipment } = counter;
  const sale = arg.saleId === undefined ? lastCompletedSale(till.db) : findSale(till.db, arg.saleId);
  if (sale?.state !== 'completed') return refuse(till, 'nothing-to-print');
  if (!equipment.printer) return refuse(till, 'printer-unreachable');
  const row = toPrint(till, sale.id);
  if (!row) return printNotFiscal(counter, equipment.printer, sale.id);
  if (isAtPrinter(till, row.id)) return refuse(till, 'printer-uncertain');
  if (!neverCameOut(row)) return copied(counter, sale.id, {}, await printCopy(till, equipment.printer, row));
  return cameOut(till, await printOriginal(till, equipment.printer, row));
}

function toPrint({ db }: Till, saleId: string): ReceiptRow | undefined {
  const receipt = receiptOfSale(db, saleId);
  return receipt && neverCameOut(receipt) ? receipt : (unprintedSlip(db, saleId) ?? receipt);
}

/** Marked "copy" too: the sale's one original is still to come, with the values of the fiscal box. */
async function printNotFiscal(
  { till, equipment, staff }: Counter,
  printer: TillPrinter,
  saleId: string,
): Promise<Result<null>> {
  const receipt = composeReceipt(till, equipment, saleId);
  const outcome = await printer.print(receiptJob(receipt, { columns: printer.model.columns, copy: true }));
  printerIs(till, outcome.ok ? 'ready' : 'trouble');
  return copied({ till, equipment, staff }, saleId, { fiscal: 'no' }, outcome);
}

/** Also a copy that only may have come out is written down. */
function copied({ till, staff }: Counter, saleId: string, facts: Facts, outcome: PrintOutcome): Result<null> {
  const paper = outcome.ok || outcome.printed === 'maybe';
  if (paper) atomically(till.db, () => audit(till, staff.id, 'receipt-copied', saleId, facts));
  return cameOut(till, outcome);
}

function cameOut(till: Till, outcome: PrintOutcome): Result<null> {
  if (!outcome.ok) return refuse(till, outcome.code);
  till.memo.message = null;
  return ok(null);
}

/** Opens the drawer without a sale; it is written down before it opens. */
export async function openDrawer({ till, equipment, staff }: Counter): Promise<Result<null>> {
  atomically(till.db, () => audit(till, staff.id, 'drawer-opened', null));
  const outcome = await equipment.printer?.pulse();
  return outcome?.ok ? ok(null) : refuse(till, 'drawer-not-opened');
}

/** The receipt of a completed sale as the paper shows it, dot for dot, as a PNG data address. */
export function receiptPreview(counter: Counter, arg: { saleId: string }): Result<ReceiptPreview> {
  const { till, equipment } = counter;
  if (findSale(till.db, arg.saleId)?.state !== 'completed') return refused('sale-not-found');
  const receipt = receiptOf(counter, arg.saleId);
  const model = equipment.printer?.model ?? anyPaper;
  const png = jobToPng(receiptJob(receipt, { columns: model.columns, copy: false }), model);
  return ok({
    png: `data:image/png;base64,${png.toString('base64')}`,
    fiscalUrl: fiscalOfSale(till.db, arg.saleId)?.url ?? null,
    text: receiptText(receipt),
  });
}

function receiptOf({ till, equipment }: Counter, saleId: string): Receipt {
  const row = receiptOfSale(till.db, saleId);
  return row ? parseReceipt(row.document) : composeReceipt(till, equipment, saleId);
}
