import type { Tiyin } from './money.ts';
import type { TenderKind } from './tender.ts';

/** A number of things, their sum in tiyin, and since when (ms) the oldest waits. */
export type Heap = { count: number; amount: Tiyin; oldestAt: number | null };

/** A ledger in another currency than the shop's, in its own minor units (JPY has none smaller): `count` payments came to `taken`. */
export type OtherCurrency = { currency: string; count: number; taken: number; givenBack: number };

/** What one shift took: an X report while it is open, a Z report once it is closed. Sums in tiyin, times in ms. */
export type ShiftFigures = {
  kind: 'x' | 'z';
  shiftNumber: number;
  openedAt: number;
  closedAt: number | null;
  cashier: string;
  sales: number;
  voided: number;
  total: Tiyin;
  vat: Tiyin;
  /** Sales given back in this shift, whichever shift sold them; they are not taken off `total`. */
  refunds: { count: number; amount: Tiyin };
  byTender: { kind: TenderKind; count: number; amount: Tiyin }[];
  /** What providers took in other currencies, and what this shift's refunds give back there; never part of a sum in tiyin. */
  otherCurrencies: OtherCurrency[];
  float: Tiyin;
  expectedCash: Tiyin;
  countedCash: Tiyin | null;
  difference: Tiyin | null;
  inDoubt: Heap;
  queued: Heap;
  /** Money of refunds that nobody has vouched for yet, whichever shift gave it back. */
  goingBack: Heap;
  unsentFiscal: number;
  /** What the daily match found and nobody has settled yet, of whichever day. */
  findings: number;
};
