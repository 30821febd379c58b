import type { Tiyin } from './money.ts';
import type { TenderKind } from './tender.ts';

/** A number of things, their sum in tiyin, and since when (ms) the oldest waits. */
export type Heap = { count: number; amount: Tiyin; oldestAt: number | null };

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
  float: Tiyin;
  expectedCash: Tiyin;
  countedCash: Tiyin | null;
  difference: Tiyin | null;
  inDoubt: Heap;
  queued: Heap;
  unsentFiscal: number;
};
