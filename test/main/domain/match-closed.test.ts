import { expect, test } from 'vitest';
import { matchDay } from '../../../main/domain/daily-match.ts';
import type { OurPayment } from '../../../main/domain/daily-match.ts';
import { tiyin } from '../../../main/domain/money.ts';
import type { Booked } from '../../../main/domain/statement.ts';

const at = Date.UTC(2026, 10, 21, 5, 0, 0);
const day = {
  from: at - 36_000_000,
  to: at + 36_000_000,
  readAt: at + 3_600_000,
  register: { kkmId: '1', deviceId: '1' },
  fiscalOwed: false,
};
const ours = (attemptId: string, more: Partial<OurPayment>): OurPayment => ({
  attemptId,
  saleId: `sale-${attemptId}`,
  state: 'in-doubt',
  verdict: null,
  amount: tiyin(3_950_000),
  currency: 'UZS',
  providerPaymentId: null,
  sentAt: at,
  endedAt: null,
  salePaidBy: 'nobody',
  fiscal: 'none',
  ...more,
});
const row = (state: Booked['state'], createdAt: number): Booked => ({
  paymentId: 'p1',
  amount: tiyin(3_950_000),
  currency: 'UZS',
  state,
  createdAt,
  account: { kkmId: '1', deviceId: '1', document: null },
  hasFiscal: null,
});
const closed = ours('closed', {
  state: 'closed-by-manager',
  verdict: 'not-taken',
  endedAt: at - 30_000,
  salePaidBy: 'other',
  sentAt: at - 60_000,
});

test('a payment a manager believed not taken is never given to the next customer of the same sum', () => {
  const { toSettle } = matchDay([closed, ours('open', {})], [row('paid', at - 59_000)], [], day);
  expect(toSettle).toEqual([]);
});

test('a payment that went back after a manager closed it never ends the doubt of the next of the same sum', () => {
  const { toSettle } = matchDay([closed, ours('open', {})], [row('returned', at - 59_000)], [], day);
  expect(toSettle).toEqual([]);
});
