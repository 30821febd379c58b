import { findReceipt, setReceiptState } from '../../store/receipts.ts';
import type { ReceiptRow } from '../../store/receipts.ts';
import type { PrintOutcome } from '../../../native/printer/printer.ts';
import type { Equipment, Till } from '../context.ts';
import { play, say } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { parseReceipt } from '../receipt-document.ts';
import { receiptJob } from '../receipt-job.ts';

/** A receipt that nobody could print for a quarter of an hour is no longer wanted by itself; a copy is one key away. */
const patience = 15 * 60_000;

/**
 * Prints a receipt once. When paper may have come out (a lost line, a killed till) it is never repeated by itself:
 * two papers for one sale look like two sales.
 */
export async function printReceipt(till: Till, { printer }: Equipment, receiptId: string): Promise<Worked> {
  const row = findReceipt(till.db, receiptId);
  if (!row || row.state === 'printed' || row.state === 'sent') return { kind: 'done' };
  if (!printer) return park(till, row, 'failed', 'no-printer');
  if (row.state === 'printing') return park(till, row, 'uncertain', 'interrupted');
  setReceiptState(till.db, row.id, 'printing', null, null);
  till.changed();
  const job = receiptJob(parseReceipt(row.document), { columns: printer.model.columns, copy: false });
  return noteOutcome(till, row, await printer.print(job));
}

function noteOutcome(till: Till, row: ReceiptRow, outcome: PrintOutcome): Worked {
  if (outcome.ok) {
    till.memo.printer = 'ready';
    if (till.memo.message?.code.startsWith('printer-')) till.memo.message = null;
    setReceiptState(till.db, row.id, outcome.confirmed ? 'printed' : 'sent', null, till.world.now());
    return { kind: 'done' };
  }
  till.memo.printer = 'trouble';
  if (till.memo.message?.code !== outcome.code) play(till, 'trouble');
  say(till, outcome.code, 'info');
  if (outcome.printed === 'maybe') return park(till, row, 'uncertain', outcome.code);
  if (till.world.now() - row.createdAt > patience) return park(till, row, 'failed', outcome.code);
  setReceiptState(till.db, row.id, 'waiting', outcome.code, null);
  return { kind: 'later', reason: outcome.code };
}

function park(till: Till, row: ReceiptRow, state: 'uncertain' | 'failed', reason: string): Worked {
  setReceiptState(till.db, row.id, state, reason, null);
  return { kind: 'dead', reason };
}
