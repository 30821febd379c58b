import type { BookedState } from '../../domain/statement.ts';

/**
 * The states of a Payme receipt (developer help, "Состояния чека"), each with what it says about the money.
 * 30 waits for the merchant's billing after the debit, like 3; 5 and 6 are holds, which only an invoice asks for.
 */
export const receiptStates = {
  0: 'unpaid',
  1: 'moving',
  2: 'moving',
  3: 'moving',
  4: 'paid',
  5: 'held',
  6: 'held',
  20: 'stuck',
  21: 'returning',
  30: 'moving',
  50: 'returned',
} as const satisfies Readonly<Record<number, BookedState>>;

const byNumber: ReadonlyMap<number, BookedState> = new Map(
  Object.entries(receiptStates).map(([number, state]) => [Number(number), state]),
);

/** What Payme's state `number` says about the money, or undefined for a state Payme does not document. */
export function bookedState(number: number): BookedState | undefined {
  return byNumber.get(number);
}
