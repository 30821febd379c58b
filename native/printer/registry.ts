import { assertNever } from '../assert-never.ts';
import { fileOpener } from '../transport/file.ts';
import type { OpenLink } from '../transport/link.ts';
import { serialOpener } from '../transport/serial.ts';
import { tcpOpener } from '../transport/tcp.ts';
import { createTransport } from '../transport/transport.ts';
import type { PrinterModel } from './job.ts';
import { createPrinter, type Printer } from './printer.ts';

/** Where a printer is, as the shop's settings name it. */
export type PrinterPlace =
  | { kind: 'tcp'; host: string; port: number }
  | { kind: 'serial'; path: string; baudRate: number }
  | { kind: 'file'; path: string };

/** The printer at a place. Nothing is opened before the first job. */
export function openPrinter(place: PrinterPlace, model: PrinterModel): Printer {
  return createPrinter(model, createTransport(opener(place)));
}

function opener(place: PrinterPlace): OpenLink {
  switch (place.kind) {
    case 'tcp':
      return tcpOpener(place);
    case 'serial':
      return serialOpener(place);
    case 'file':
      return fileOpener(place);
    default:
      return assertNever(place);
  }
}
