import type { ReceiptState } from './book.ts';

/** One step of a payment: `afterMs` after the step before, the receipt is in `state`. */
export type Step = { state: ReceiptState; afterMs: number };

/**
 * How a payment goes once its code was accepted, and when its money is taken: at the sight of the code, with the last
 * step, or never. The code is used up in every case.
 */
export type PayPlan = { path: readonly Step[]; takes: 'at-sight' | 'at-end' | 'never' };

/** The usual payment: paid at once. */
export const paidAtOnce: PayPlan = { path: [{ state: 4, afterMs: 0 }], takes: 'at-sight' };

/**
 * A payment that only reserves its money: told to hold (6), then held (5) after `ms` (Subscribe API: states of a receipt, of
 * which Merchant API says that 6 leads to 5).
 */
export function heldAfter(ms: number): PayPlan {
  const path: Step[] = [
    { state: 6, afterMs: 0 },
    { state: 5, afterMs: ms },
  ];
  return { path, takes: 'never' };
}

/** False for a payment that would end up paid without its money. */
export function addsUp({ path, takes }: PayPlan): boolean {
  const early = takes === 'at-end' ? path.slice(0, -1) : path;
  return takes === 'at-sight' || early.every(({ state }) => state !== 4);
}
