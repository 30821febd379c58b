import type { DayMatch, Finding, FiscalPayment, MatchedDay, OurPayment } from '../../../main/domain/daily-match.ts';
import { tiyin } from '../../../main/domain/money.ts';
import type { Booked } from '../../../main/domain/statement.ts';

export const hour = 3_600_000;
export const noon = 12 * hour;
export const register = { kkmId: '11', deviceId: '12' };
export const day: MatchedDay = { from: 0, to: 24 * hour, readAt: 30 * hour, register, fiscalOwed: true };

/** An attempt sent at noon that paid its sale, with a registered receipt, unless said otherwise. */
export function our(part: Partial<OurPayment> = {}): OurPayment {
  return {
    attemptId: 'a1',
    saleId: 's1',
    state: 'paid',
    verdict: null,
    amount: tiyin(3_150_000),
    currency: 'UZS',
    providerPaymentId: 'p1',
    sentAt: noon,
    endedAt: noon + 2000,
    salePaidBy: 'this',
    fiscal: 'registered',
    ...part,
  };
}

/** Its payment in the book. */
export function their(part: Partial<Booked> = {}): Booked {
  return {
    paymentId: 'p1',
    amount: tiyin(3_150_000),
    currency: 'UZS',
    state: 'paid',
    createdAt: noon,
    account: { ...register, document: null },
    hasFiscal: true,
    ...part,
  };
}

/** Its fiscal document. */
export function receipt(part: Partial<FiscalPayment> = {}): FiscalPayment {
  return {
    saleId: 's1',
    attemptId: 'a1',
    paymentId: 'p1',
    amount: tiyin(3_150_000),
    registeredAt: noon + 3000,
    refunded: false,
    ...part,
  };
}

export const about = { attemptId: 'a1', saleId: 's1', paymentId: 'p1', amount: tiyin(3_150_000) };
export const nobody = { attemptId: null, saleId: null };
export const inDoubt = { state: 'in-doubt', endedAt: null, salePaidBy: 'nobody', fiscal: 'none' } as const;
export const declined = { state: 'declined', salePaidBy: 'nobody', fiscal: 'none' } as const;
export const unnamed = { ...inDoubt, providerPaymentId: null };

/** What a match found, without its sums. */
export const found = ({ findings, rows, toSettle }: DayMatch): unknown => ({
  findings,
  rows: rows.map(({ row, as }) => `${row.paymentId} ${as}`),
  settle: toSettle.map(({ attemptId, booked }) => `${attemptId} ${booked.paymentId}`),
});
export const only = (finding: Finding): unknown => ({ findings: [finding], rows: ['p1 finding'], settle: [] });
export const explained = { findings: [], rows: ['p1 explained'], settle: [] };
export const settles = { findings: [], rows: ['p1 settle'], settle: ['a1 p1'] };
