import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chargedOfSlice, handOut } from '../../../main/domain/hand-out.ts';
import { addUp, tiyin, zero } from '../../../main/domain/money.ts';
import type { Tiyin } from '../../../main/domain/money.ts';
import type { TenderKind } from '../../../main/domain/tender.ts';

type Paid = { kind: TenderKind; amount: Tiyin };
const cash: Paid = { kind: 'cash', amount: tiyin(1000) };
const wallet: Paid = { kind: 'flitt', amount: tiyin(3000) };
const given = (before: number, amount: number): unknown =>
  handOut([cash, wallet], tiyin(before), tiyin(amount)).map(({ tender, amount: part }) => [tender.kind, part]);

describe('money that goes back', () => {
  test('goes to the wallet first, and in cash only what the wallet did not pay', () => {
    expect(given(0, 2500)).toEqual([['flitt', 2500]]);
    expect(given(0, 3500)).toEqual([
      ['flitt', 3000],
      ['cash', 500],
    ]);
  });

  test('goes on where the refund before it stopped', () => {
    expect(given(2500, 1500)).toEqual([
      ['flitt', 500],
      ['cash', 1000],
    ]);
    expect(given(3000, 400)).toEqual([['cash', 400]]);
  });

  const sum = fc.integer({ min: 1, max: 1_000_000_000 }).map(tiyin);
  const tenders = fc.array(fc.record({ kind: fc.constantFrom('cash' as const, 'flitt' as const), amount: sum }), {
    minLength: 1,
    maxLength: 4,
  });
  const cuts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 8 });
  const inParts = (whole: number, at: readonly number[]): [Tiyin, Tiyin][] => {
    const ends = [...new Set([...at.map((cut) => Math.floor((whole * cut) / 1_000_000)), whole])]
      .filter((end) => end > 0)
      .toSorted((a, b) => a - b);
    return ends.map((end, n) => [tiyin(ends[n - 1] ?? 0), tiyin(end - (ends[n - 1] ?? 0))]);
  };

  test('adds up to every tender exactly, however many parts it goes in', () => {
    fc.assert(
      fc.property(tenders, cuts, (paid, at) => {
        const back = new Map(paid.map((tender) => [tender, zero]));
        for (const [before, amount] of inParts(addUp(paid.map(({ amount: whole }) => whole)), at)) {
          const slices = handOut(paid, before, amount);
          expect(addUp(slices.map((slice) => slice.amount))).toBe(amount);
          for (const { tender, amount: part } of slices) back.set(tender, addUp([back.get(tender)!, part]));
        }
        expect([...back.values()]).toEqual(paid.map(({ amount }) => amount));
      }),
    );
  });

  test('adds up to what a provider took in its own currency', () => {
    fc.assert(
      fc.property(sum, fc.integer({ min: 1, max: 10_000_000 }), cuts, (amount, yen, at) => {
        const tender = { kind: 'smartpay' as const, amount };
        const parts = inParts(amount, at).flatMap(([before, part]) => handOut([tender], before, part));
        const charged = parts.map((slice) => chargedOfSlice(slice, yen));
        expect(charged.reduce((a, b) => a + b, 0)).toBe(yen);
        expect(charged.every((part) => part >= 0)).toBe(true);
      }),
    );
  });
});
