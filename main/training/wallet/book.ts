import type { Tiyin } from '../../domain/money.ts';
import type { CodeRefusal } from './codes.ts';

/** The states of a receipt (Subscribe API: states of a receipt). */
export const receiptStates = [0, 1, 2, 3, 4, 5, 6, 20, 21, 30, 50] as const;

/**
 * 0 created, 1 checks, 2 debiting, 3 closing, 4 paid, 5 held, 6 told to hold, 20 paused for a person, 21 queued for
 * cancelling, 30 queued for closing, 50 cancelled.
 */
export type ReceiptState = (typeof receiptStates)[number];

/** Payme's receipt of one payment; times in ms, 0 for never, as Payme writes it. Its `account` keeps the order it came in. */
export type Receipt = Readonly<{
  id: string;
  number: number;
  amount: Tiyin;
  account: Readonly<Record<string, string>>;
  description: string;
  detail: unknown;
  state: ReceiptState;
  createTime: number;
  payTime: number;
  cancelTime: number;
  clientPhone: string | null;
  /** True when paying only reserves the money, until the shop takes it. */
  hold: boolean;
}>;

/** Money reserved for the shop and not taken yet; it is free again once its receipt is cancelled (50). */
export type HeldMoney = Readonly<{ code: string; receiptId: string; amount: Tiyin; at: number }>;

/** A message to a customer's phone that asks to pay a receipt. */
export type Message = Readonly<{ receiptId: string; phone: string; at: number }>;

/** Money taken from a customer. */
export type Charge = Readonly<{ code: string; receiptId: string; amount: Tiyin; at: number }>;

/** Money given back to a customer. */
export type Return = Readonly<{ receiptId: string; amount: Tiyin; at: number }>;

/** Why a receipt was not paid: its code, or the receipt is not one that waits for money. */
export type PayRefusal = CodeRefusal | 'not-found' | 'not-waiting';

/** A payment that was refused; no money moved, and the code is not written down. */
export type Refusal = Readonly<{ receiptId: string; at: number; reason: PayRefusal }>;

/** A fiscal receipt handed to the wallet; its fields as they came. */
export type FiscalHandOver = Readonly<{ receiptId: string; at: number; data: Readonly<Record<string, unknown>> }>;

/** Payme's own book: what really happened, whatever was answered. The judge of every fault campaign. */
export type Book = {
  receipts: Receipt[];
  holds: HeldMoney[];
  charges: Charge[];
  refusals: Refusal[];
  returns: Return[];
  fiscalData: FiscalHandOver[];
  messages: Message[];
};

/** The book as others may see it. */
export type BookView = Readonly<{ [K in keyof Book]: readonly Book[K][number][] }>;

/** An empty book. */
export function emptyBook(): Book {
  return { receipts: [], holds: [], charges: [], refusals: [], returns: [], fiscalData: [], messages: [] };
}
