import { assertNever } from '../../domain/assert-never.ts';
import { findReceipt, setReceiptState } from '../../store/receipts.ts';
import type { ReceiptRow } from '../../store/receipts.ts';
import { play, say } from '../context.ts';
import type { Equipment, Till } from '../context.ts';
import type { TillPrinter } from '../devices.ts';
import type { Worked } from '../outbox.ts';
import { isAtPrinter, printOriginal } from '../print-receipt.ts';

/** How soon (ms) the lane looks again at a receipt that a person has sent to the printer meanwhile. */
const personPrints = 1000;

/** Prints a receipt once. One that may have come out, or was given up, is left to a person: a copy is one key away. */
export async function printReceipt(till: Till, { printer }: Equipment, receiptId: string): Promise<Worked> {
  const row = findReceipt(till.db, receiptId);
  if (!row) return { kind: 'done' };
  if (isAtPrinter(till, row.id)) return { kind: 'later', reason: 'printing', wait: personPrints };
  switch (row.state) {
    case 'printed':
    case 'sent':
      return { kind: 'done' };
    case 'uncertain':
    case 'failed':
      return { kind: 'dead', reason: row.reason ?? row.state };
    case 'printing':
      return leaveToPerson(till, row, 'uncertain', 'interrupted');
    case 'waiting':
      return printer ? print(till, printer, row) : leaveToPerson(till, row, 'failed', 'no-printer');
    default:
      return assertNever(row.state);
  }
}

async function print(till: Till, printer: TillPrinter, row: ReceiptRow): Promise<Worked> {
  const outcome = await printOriginal(till, printer, row);
  if (outcome.ok) return { kind: 'done' };
  if (till.memo.message?.code !== outcome.code) play(till, 'trouble');
  say(till, outcome.code, 'info');
  const waits = findReceipt(till.db, row.id)?.state === 'waiting';
  return { kind: waits ? 'later' : 'dead', reason: outcome.code };
}

function leaveToPerson(till: Till, row: ReceiptRow, state: 'uncertain' | 'failed', reason: string): Worked {
  setReceiptState(till.db, row.id, state, reason, null);
  return { kind: 'dead', reason };
}
