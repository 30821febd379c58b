import type ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { assertNever } from '../assert-never.ts';
import { encoderFor } from './encoder.ts';
import type { PrinterModel } from './job.ts';
import { layout, type Line } from './layout.ts';
import { qrBitmap } from './qr.ts';
import { rasterBytes } from './raster.ts';

/** Lines in the printer's own letters; a QR is painted, because cheap printers know no QR command. */
export function textBytes(lines: readonly Line[], model: PrinterModel): Uint8Array {
  const encoder = encoderFor(model);
  lines.forEach((line) => add(encoder, line, model));
  return encoder.encode();
}

function add(encoder: ReceiptPrinterEncoder, line: Line, model: PrinterModel): void {
  switch (line.kind) {
    case 'text':
      return addText(encoder, line);
    case 'rule':
      encoder.line('-'.repeat(model.columns));
      return;
    case 'feed':
      if (line.lines > 0) encoder.newline(line.lines);
      return;
    case 'qr':
      return addQr(encoder, line.data, model);
    default:
      return assertNever(line);
  }
}

function addText(encoder: ReceiptPrinterEncoder, line: Extract<Line, { kind: 'text' }>): void {
  const scale = line.size === 'large' ? 2 : 1;
  encoder.bold(line.bold).size(scale, scale).text(line.text).bold(false).size(1, 1).newline();
}

function addQr(encoder: ReceiptPrinterEncoder, data: string, model: PrinterModel): void {
  const qr = qrBitmap(data, model.dots);
  if (qr) encoder.raw(rasterBytes(qr));
  else layout([{ kind: 'text', text: data }], model.columns).forEach((line) => add(encoder, line, model));
}
