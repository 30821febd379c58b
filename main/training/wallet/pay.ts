import { digits } from '../wire/random.ts';
import type { PayRefusal, Receipt } from './book.ts';
import { amend, findReceipt, isCharged, type Office } from './office.ts';
import type { PayPlan } from './plan.ts';
import { enter } from './states.ts';

/** The receipt after the call, or why no money moves. */
export type PayResult = { ok: true; receipt: Receipt } | { ok: false; reason: PayRefusal };

/**
 * Takes the money for a receipt with a customer's code. A receipt that is paid, cancelled or at work does not wait for
 * money: it is refused before its code is looked at, and never charged twice.
 */
export function payReceipt(office: Office, receiptId: string, code: string, plan: PayPlan): PayResult {
  const receipt = findReceipt(office, receiptId);
  if (!receipt) return refuse(office, receiptId, 'not-found');
  if (!waitsForMoney(office, receipt)) return refuse(office, receiptId, 'not-waiting');
  const refusal = office.codes.spend(code, receipt.amount);
  if (refusal) return refuse(office, receiptId, refusal);
  const phoned = amend(office, receipt, { clientPhone: `99890${digits(office.random, 7)}` });
  carryOut(office, phoned, code, plan);
  office.agenda.settle(office.now());
  return { ok: true, receipt: findReceipt(office, receiptId) ?? phoned };
}

function waitsForMoney(office: Office, receipt: Receipt): boolean {
  return receipt.state === 0 && !office.agenda.has(receipt.id) && !isCharged(office, receipt);
}

function refuse(office: Office, receiptId: string, reason: PayRefusal): PayResult {
  office.book.refusals.push({ receiptId, at: office.now(), reason });
  return { ok: false, reason };
}

function carryOut(office: Office, { id, amount, hold }: Receipt, code: string, { path, takes }: PayPlan): void {
  const take = (at: number) => {
    if (findReceipt(office, id)?.state !== 50) office.book.charges.push({ code, receiptId: id, amount, at });
  };
  let at = office.now();
  if (hold) office.book.holds.push({ code, receiptId: id, amount, at });
  if (takes === 'at-sight') take(at);
  for (const { state, afterMs } of path) {
    at += afterMs;
    office.agenda.add({ at, receiptId: id, happen: (then) => enter(office, id, state, then) });
  }
  if (takes === 'at-end') office.agenda.add({ at, receiptId: id, happen: take });
}
