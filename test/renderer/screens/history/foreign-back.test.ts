import { describe, expect, it } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { Foreign, PastSaleView } from '../../../../preload/api.ts';
import { foreignBack } from '../../../../renderer/screens/history/foreign-back.ts';

const yen = { amount: 1001, currency: 'JPY' };

type Paid = [kind: 'cash' | 'flitt' | 'smartpay', amount: number, charged: Foreign];

/** A past sale as far as this is about it; `refunded` tiyin of it went back before. */
const past = (tenders: readonly Paid[], refunded = 0): PastSaleView =>
  ({
    sale: { refunded: tiyin(refunded) },
    tenders: tenders.map(([kind, amount, charged]) => ({ kind, amount: tiyin(amount), charged, state: 'paid' })),
  }) as unknown as PastSaleView;

const back = (tenders: readonly Paid[], amount: number, refunded = 0) =>
  foreignBack(past(tenders, refunded), tiyin(amount));

describe('what of a sale goes back in yen', () => {
  it('is the part of the yen that the goods are of the sale', () => {
    expect(back([['smartpay', 3_950_000, yen]], 400_000)).toEqual([{ amount: 101, currency: 'JPY' }]);
  });

  it('goes on where the last refund stopped, so that all parts are all the yen', () => {
    const sale: Paid[] = [['smartpay', 3_950_000, yen]];
    const parts = [
      [400_000, 0],
      [3_150_000, 400_000],
      [400_000, 3_550_000],
    ] as const;
    expect(parts.flatMap(([amount, before]) => back(sale, amount, before)).map(({ amount }) => amount)).toEqual([
      101, 799, 101,
    ]);
  });

  it('is none of what goes back in cash, nor while nothing is chosen', () => {
    const sale: Paid[] = [
      ['cash', 1_000_000, null],
      ['smartpay', 2_950_000, yen],
    ];
    expect([back(sale, 2_950_000), back(sale, 400_000, 2_950_000), back(sale, 0)]).toEqual([[yen], [], []]);
  });

  it('is nothing where the shop’s own money was taken', () => {
    expect(back([['flitt', 3_950_000, null]], 400_000)).toEqual([]);
  });
});
