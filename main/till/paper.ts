import { jobToPng } from '../../native/printer/paint.ts';
import type { PrinterModel } from '../../native/printer/job.ts';
import { fiscalOfSale } from '../store/fiscal-documents.ts';
import { receiptOfSale, setReceiptState } from '../store/receipts.ts';
import { findSale, lastCompletedSale } from '../store/sales.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { ReceiptPreview, Result } from '../../preload/api.ts';
import { ok, refuse, refused } from './context.ts';
import type { Counter } from './context.ts';
import { parseReceipt } from './receipt-document.ts';
import { receiptJob, receiptText } from './receipt-job.ts';
import { composeReceipt } from './receipts.ts';
import { audit } from './record.ts';

/** The paper a preview is drawn on when the shop has no printer: 80 mm. */
const anyPaper: PrinterModel = { columns: 48, dots: 576, mode: 'raster', codepage: 'cp866', qr: 'raster' };

/** Prints the receipt of a sale again (the last one when none is named); the paper says "copy", unless the first never came out. */
export async function reprint(
  { till, equipment, staff }: Counter,
  arg: { saleId?: string | undefined },
): Promise<Result<null>> {
  const sale = arg.saleId === undefined ? lastCompletedSale(till.db) : findSale(till.db, arg.saleId);
  const row = sale && receiptOfSale(till.db, sale.id);
  if (!row) return refuse(till, 'nothing-to-print');
  if (!equipment.printer) return refuse(till, 'printer-unreachable');
  const copy = row.state !== 'failed' && row.state !== 'waiting';
  const job = receiptJob(parseReceipt(row.document), { columns: equipment.printer.model.columns, copy });
  const outcome = await equipment.printer.print(job);
  if (!outcome.ok) return refuse(till, outcome.code);
  till.memo.printer = 'ready';
  setReceiptState(till.db, row.id, outcome.confirmed ? 'printed' : 'sent', null, till.world.now());
  if (copy) audit(till, staff.id, 'receipt-copied', row.saleId);
  till.memo.message = null;
  return ok(null);
}

/** Opens the drawer without a sale; it is written down before it opens. */
export async function openDrawer({ till, equipment, staff }: Counter): Promise<Result<null>> {
  audit(till, staff.id, 'drawer-opened', null);
  const outcome = await equipment.printer?.pulse();
  return outcome?.ok ? ok(null) : refuse(till, 'drawer-not-opened');
}

/** The receipt as the paper shows it, dot for dot, as a PNG data address. */
export function receiptPreview(counter: Counter, arg: { saleId: string }): Result<ReceiptPreview> {
  const { till, equipment } = counter;
  if (!findSale(till.db, arg.saleId)) return refused('sale-not-found');
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
