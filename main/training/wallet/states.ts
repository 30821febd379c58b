import type { ReceiptState } from './book.ts';
import { amend, findReceipt, giveBack, isCharged, type Office } from './office.ts';

/** Puts the receipt into `state` as of `at` (ms); cancelling gives the money back, and nothing comes after it. */
export function enter(office: Office, receiptId: string, state: ReceiptState, at: number): void {
  const receipt = findReceipt(office, receiptId);
  if (!receipt || receipt.state === 50) return;
  const payTime = state === 4 && receipt.payTime === 0 ? at : receipt.payTime;
  const cancelTime = state === 50 && receipt.cancelTime === 0 ? at : receipt.cancelTime;
  if (state === 50) giveBack(office, receipt, at);
  amend(office, receipt, { state, payTime, cancelTime });
}

/**
 * Puts a receipt into a state by hand, and whatever was to happen to it does not. Cancelling gives its money back. Throws
 * when the book would lie: paid without a charge, unpaid with one, or anything after a cancelling.
 */
export function setByHand(office: Office, receiptId: string, state: ReceiptState): void {
  const receipt = findReceipt(office, receiptId);
  if (!receipt) throw new RangeError(`no receipt ${receiptId}`);
  const charged = isCharged(office, receipt);
  const lies = (state === 4 && !charged) || (state === 0 && charged) || receipt.state === 50;
  if (lies) throw new RangeError(`a receipt in state ${receipt.state} cannot be put into state ${state}`);
  office.agenda.drop(receiptId);
  enter(office, receiptId, state, office.now());
}
