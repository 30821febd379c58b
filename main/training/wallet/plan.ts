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

/** False for a payment that would end up paid without its money. */
export function addsUp({ path, takes }: PayPlan): boolean {
  const early = takes === 'at-end' ? path.slice(0, -1) : path;
  return takes === 'at-sight' || early.every(({ state }) => state !== 4);
}
