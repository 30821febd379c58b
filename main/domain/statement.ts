import type { Tiyin } from './money.ts';

/** How far a payment is in the provider's own book. */
export type BookedState = 'unpaid' | 'moving' | 'paid' | 'held' | 'stuck' | 'returning' | 'returned';

/**
 * One payment as the provider's own book has it; times in ms. `account` is what was said about the register when it was made:
 * the ids it carries name the till, `document` our attempt where the till itself made it.
 */
export type Booked = {
  paymentId: string;
  amount: Tiyin;
  currency: string;
  state: BookedState;
  createdAt: number;
  account: { kkmId: string | null; deviceId: string | null; document: string | null };
  /** True when the fiscal receipt was handed over, false when not, null when the book does not say. */
  hasFiscal: boolean | null;
};

/** Each payment once: pages overlap when payments are added while they are read, and the last reading is the newest. */
export function onceEach<Row extends Booked>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.paymentId, row])).values()];
}
