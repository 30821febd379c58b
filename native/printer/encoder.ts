import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { pageOf } from './code-page.ts';
import type { DrawerPin, PrinterModel } from './job.ts';

/**
 * The library's encoder set up for our lines. It accepts few widths and would wrap by its own rules, so it is given
 * the widest: our layout has already made every line fit. Its default newline, LF CR, prints empty lines on some printers.
 */
export function encoderFor(model: PrinterModel): ReceiptPrinterEncoder {
  const { table, number } = pageOf(model);
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: 48,
    newline: '\n',
    codepageMapping: { [table]: number },
  });
  return encoder.initialize().codepage(table);
}

/** Opens the drawer: 50 ms on, 500 ms off, which every drawer's magnet survives and obeys. */
export function pulseBytes(pin: DrawerPin): Uint8Array {
  return new ReceiptPrinterEncoder({ language: 'esc-pos' }).pulse(pin === 2 ? 0 : 1, 50, 500).encode();
}

/**
 * Four lines up to the knife, then a partial cut; printers without a knife still push the receipt out to the tear bar. Ours, because the
 * library's cut ends with a line feed that would stand on top of the next receipt.
 */
export const cutBytes = Uint8Array.of(0x0a, 0x0a, 0x0a, 0x0a, 0x1d, 0x56, 0x01);
