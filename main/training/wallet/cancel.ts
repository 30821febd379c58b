import { assertNever } from '../../domain/assert-never.ts';
import type { Receipt, ReceiptState } from './book.ts';
import { findReceipt, isCharged, type Office } from './office.ts';
import { enter } from './states.ts';

/** How Payme cancels: after how long (ms) queued money is back, and whether an unpaid receipt can be cancelled at all. */
export type CancelTerms = { returnAfterMs: number; cancelsUnpaid: boolean };

/** The receipt after the call, or why it stays as it is. */
export type CancelResult = { ok: true; receipt: Receipt } | { ok: false; reason: 'not-found' | 'not-cancellable' };

/**
 * Queues a receipt for cancelling (21); its money is back, and it is cancelled (50), when the time of `terms` is over.
 * What was still to happen to it does not happen any more. Repeating it changes nothing (Subscribe API: receipts.cancel).
 */
export function cancelReceipt(office: Office, receiptId: string, terms: CancelTerms): CancelResult {
  const receipt = findReceipt(office, receiptId);
  if (!receipt) return { ok: false, reason: 'not-found' };
  const taken = way(receipt.state, isCharged(office, receipt), terms);
  switch (taken) {
    case 'refuse':
      return { ok: false, reason: 'not-cancellable' };
    case 'nothing':
      break;
    case 'at-once':
      office.agenda.drop(receiptId);
      enter(office, receiptId, 50, office.now());
      break;
    case 'queue':
      queue(office, receiptId, terms.returnAfterMs);
      break;
    default:
      return assertNever(taken);
  }
  return { ok: true, receipt: findReceipt(office, receiptId) ?? receipt };
}

/** A receipt paused for a person, or being told to hold, is not for the till to cancel. */
function way(
  state: ReceiptState,
  charged: boolean,
  { cancelsUnpaid }: CancelTerms,
): 'refuse' | 'nothing' | 'at-once' | 'queue' {
  if (state === 21 || state === 50) return 'nothing';
  if (state === 6 || state === 20) return 'refuse';
  if (state !== 0 || charged) return 'queue';
  return cancelsUnpaid ? 'at-once' : 'refuse';
}

function queue(office: Office, receiptId: string, returnAfterMs: number): void {
  const at = office.now();
  office.agenda.drop(receiptId);
  enter(office, receiptId, 21, at);
  office.agenda.add({ at: at + returnAfterMs, receiptId, happen: (then) => enter(office, receiptId, 50, then) });
  office.agenda.settle(at);
}
