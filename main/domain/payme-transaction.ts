import type { Tiyin } from './money.ts';

/** Payme's numbers: 1 created, 2 performed, -1 cancelled before it was performed, -2 cancelled after. */
export type PaymeState = 1 | 2 | -1 | -2;

/** Why a transaction ended, in Payme's numbers: 4 it was not performed in time. */
export const timedOut = 4;

/** The same for one we ended ourselves: 5 the money goes back, for the sale it was for is over. */
export const saleOver = 5;

/**
 * One payment of Payme against a link of ours. `time` is when Payme created it, by Payme's clock; the other times are ours, 0
 * while they have not come (developer help: integers, never null).
 */
export type PaymeTransaction = {
  id: string;
  paymeId: string;
  attemptId: string;
  amount: Tiyin;
  time: number;
  state: PaymeState;
  createTime: number;
  performTime: number;
  cancelTime: number;
  reason: number | null;
};

/** How long (ms) a transaction may stay created, counted from Payme's own time (developer help: 12 hours). */
const transactionLives = 43_200_000;

/** True when a transaction was not performed in time, or Payme made it so long ago that it cannot be. */
export function isTimedOut({ time }: Pick<PaymeTransaction, 'time'>, now: number): boolean {
  return now - time >= transactionLives;
}
