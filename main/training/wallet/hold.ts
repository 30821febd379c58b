import type { Receipt } from './book.ts';
import { findReceipt, isCharged, type Office } from './office.ts';
import { enter } from './states.ts';

/** The receipt after the call, or why no money moves. */
export type TakeResult = { ok: true; receipt: Receipt } | { ok: false; reason: 'not-found' | 'not-held' };

/**
 * Takes money that is held: the receipt is paid, at once as in the example of Payme or after `ms`, meanwhile in state 6
 * (Subscribe API: receipts.confirm_hold). What is not held is refused, whatever else became of it.
 */
export function takeHeld(office: Office, receiptId: string, ms: number): TakeResult {
  const receipt = findReceipt(office, receiptId);
  if (!receipt) return { ok: false, reason: 'not-found' };
  const held = office.book.holds.find((one) => one.receiptId === receiptId);
  if (receipt.state !== 5 || !held || isCharged(office, receipt)) return { ok: false, reason: 'not-held' };
  const take = (at: number): void => {
    office.book.charges.push({ ...held, at });
    enter(office, receiptId, 4, at);
  };
  enter(office, receiptId, 6, office.now());
  office.agenda.add({ at: office.now() + ms, receiptId, happen: take });
  office.agenda.settle(office.now());
  return { ok: true, receipt: findReceipt(office, receiptId) ?? receipt };
}
