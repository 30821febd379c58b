import type { PrintOutcome } from '../../native/printer/printer.ts';
import { setReceiptState } from '../store/receipts.ts';
import type { ReceiptRow } from '../store/receipts.ts';
import type { Till } from './context.ts';
import type { TillPrinter } from './devices.ts';
import { printerIs } from './reach.ts';
import { parseReceipt } from './receipt-document.ts';
import { receiptJob } from './receipt-job.ts';

/** A receipt that nobody could print for a quarter of an hour is no longer wanted by itself; it is one key away. */
const patience = 15 * 60_000;

const atPrinter = new WeakMap<Till, Set<string>>();

/** Whether this receipt is being printed now. One that its row says is printing, and is not, was cut off by a killed till. */
export function isAtPrinter(till: Till, receiptId: string): boolean {
  return atPrinter.get(till)?.has(receiptId) ?? false;
}

/** Whether the first paper of a receipt never came out, for sure. */
export function neverCameOut({ state }: ReceiptRow): boolean {
  return state === 'waiting' || state === 'failed';
}

/**
 * Prints a receipt whose first paper never came out, and notes what became of it. The row says "printing" before the
 * first byte leaves, so that neither a key pressed twice nor a killed till makes two originals of one sale.
 */
export function printOriginal(till: Till, printer: TillPrinter, row: ReceiptRow): Promise<PrintOutcome> {
  return alone(till, row, async () => {
    const job = receiptJob(parseReceipt(row.document), { columns: printer.model.columns, copy: false });
    setReceiptState(till.db, row.id, 'printing', null, null);
    till.changed();
    const outcome = await printer.print(job);
    note(till, row, outcome);
    printerIs(till, outcome.ok ? 'ready' : 'trouble');
    return outcome;
  });
}

/** Prints a receipt once more, marked "copy". A first paper that only may have come out is settled by it. */
export function printCopy(till: Till, printer: TillPrinter, row: ReceiptRow): Promise<PrintOutcome> {
  return alone(till, row, async () => {
    const job = receiptJob(parseReceipt(row.document), { columns: printer.model.columns, copy: true });
    const outcome = await printer.print(job);
    if (outcome.ok && !onPaper(row)) note(till, row, outcome);
    printerIs(till, outcome.ok ? 'ready' : 'trouble');
    return outcome;
  });
}

function onPaper({ state }: ReceiptRow): boolean {
  return state === 'printed' || state === 'sent';
}

async function alone(till: Till, row: ReceiptRow, print: () => Promise<PrintOutcome>): Promise<PrintOutcome> {
  const held = atPrinter.get(till) ?? new Set<string>();
  atPrinter.set(till, held.add(row.id));
  try {
    return await print();
  } finally {
    held.delete(row.id);
  }
}

function note(till: Till, row: ReceiptRow, outcome: PrintOutcome): void {
  if (outcome.ok) setReceiptState(till.db, row.id, outcome.confirmed ? 'printed' : 'sent', null, till.world.now());
  else setReceiptState(till.db, row.id, stateAfter(till, row, outcome.printed), outcome.code, null);
}

/** When paper may have come out it is never repeated by itself: two papers for one sale look like two sales. */
function stateAfter(till: Till, row: ReceiptRow, printed: 'nothing' | 'maybe'): ReceiptRow['state'] {
  if (printed === 'maybe') return 'uncertain';
  return till.world.now() - row.createdAt > patience ? 'failed' : 'waiting';
}
