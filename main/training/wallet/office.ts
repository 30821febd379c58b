import { hex, type Random } from '../wire/random.ts';
import type { Tiyin } from '../../domain/money.ts';
import type { Agenda } from './agenda.ts';
import type { Book, Receipt } from './book.ts';
import type { Codes } from './codes.ts';

/** What the parts of the wallet work on. `now` in ms. */
export type Office = { now: () => number; random: Random; book: Book; codes: Codes; agenda: Agenda };

/** What a receipt is made of; `account` tells whose payment it is, `amount` in tiyin. */
export type Draft = {
  amount: Tiyin;
  account: Readonly<Record<string, string>>;
  description?: string;
  detail?: unknown;
  hold?: boolean;
};

/** Makes a receipt in state 0; nothing tells two of the same draft apart but their ids (Subscribe API: receipts.create). */
export function createReceipt(office: Office, draft: Draft): Receipt {
  const { amount, account, description = '', detail = null, hold = false } = draft;
  const receipt: Receipt = {
    id: hex(office.random, 24),
    number: office.book.receipts.length + 1,
    amount,
    account,
    description,
    detail,
    state: 0,
    createTime: office.now(),
    payTime: 0,
    cancelTime: 0,
    clientPhone: null,
    hold,
  };
  office.book.receipts.push(receipt);
  return receipt;
}

/** The receipt as it is now. */
export function findReceipt({ book }: Office, receiptId: string): Receipt | undefined {
  return book.receipts.find((one) => one.id === receiptId);
}

/** Writes `changes` into the book and gives the receipt as it is then. */
export function amend({ book }: Office, receipt: Receipt, changes: Partial<Receipt>): Receipt {
  const amended = { ...receipt, ...changes };
  book.receipts[receipt.number - 1] = amended;
  return amended;
}

/** True while a customer's money for this receipt is with the shop. */
export function isCharged({ book }: Office, { id }: Receipt): boolean {
  const named = (one: { receiptId: string }) => one.receiptId === id;
  return book.charges.some(named) && !book.returns.some(named);
}

/** Gives the money back, if any was taken and not given back yet. */
export function giveBack(office: Office, receipt: Receipt, at: number): void {
  if (isCharged(office, receipt)) office.book.returns.push({ receiptId: receipt.id, amount: receipt.amount, at });
}

/** Keeps the fiscal receipt of a receipt whose money was taken; false when there is none such. */
export function handOver(office: Office, receiptId: string, data: Readonly<Record<string, unknown>>): boolean {
  if (!office.book.charges.some((one) => one.receiptId === receiptId)) return false;
  office.book.fiscalData.push({ receiptId, at: office.now(), data });
  return true;
}

/** Sends a customer a message that asks to pay a receipt; false when there is none such that waits for money. */
export function sendMessage(office: Office, receiptId: string, phone: string): boolean {
  if (findReceipt(office, receiptId)?.state !== 0) return false;
  office.book.messages.push({ receiptId, phone, at: office.now() });
  return true;
}
