import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import { cashLimit, likelyGiven, notes, stillDue, takeCash } from '../../../main/domain/tender.ts';

const amount = fc.integer({ min: 1, max: cashLimit }).map(tiyin);
const anyGoods = { total: tiyin(3_950_000), cashlessOnly: false };

describe('cash', () => {
  test('gives back what was handed over too much', () => {
    expect(takeCash(tiyin(3_950_000), tiyin(5_000_000), anyGoods)).toEqual({
      ok: true,
      tender: { kind: 'cash', amount: 3_950_000, given: 5_000_000, change: 1_050_000, attemptId: null },
    });
  });

  test('and change always add up to what was given', () => {
    fc.assert(
      fc.property(amount, amount, (due, given) => {
        const result = takeCash(due, given, { total: due, cashlessOnly: false });
        const expected = given < due ? 'cash-not-enough' : given;
        expect(result.ok ? result.tender.amount + result.tender.change : result.code).toBe(expected);
      }),
    );
  });

  test.each([
    ['cash-not-enough', tiyin(3_949_999), anyGoods],
    ['cash-not-allowed-goods', tiyin(5_000_000), { ...anyGoods, cashlessOnly: true }],
    ['cash-above-limit', tiyin(5_000_000_000), { ...anyGoods, total: tiyin(cashLimit + 1) }],
  ])('is refused: %s', (code, given, sale) => {
    expect(takeCash(tiyin(3_950_000), given, sale)).toEqual({ ok: false, code });
  });

  test('is taken for a sale of exactly 25 million sums', () => {
    expect(takeCash(cashLimit, cashLimit, { total: cashLimit, cashlessOnly: false })).toMatchObject({ ok: true });
  });
});

describe('what is still due', () => {
  test('is the total less what was paid', () => {
    expect(stillDue(tiyin(1000), [{ amount: tiyin(300) }, { amount: tiyin(200) }])).toBe(500);
  });

  test('is never negative', () => expect(stillDue(tiyin(1000), [{ amount: tiyin(1200) }])).toBe(0));
});

describe('the note buttons', () => {
  test.each([
    [3_950_000, [4_000_000, 5_000_000, 10_000_000, 20_000_000]],
    [400_000, [500_000, 1_000_000, 2_000_000, 5_000_000]],
    [20_000_000, []],
    [0, []],
  ])('for %i tiyin are %j', (due, given) => {
    expect(likelyGiven(tiyin(due))).toEqual(given);
  });

  test('are at most four, rising, each enough and not the exact sum, each a number of notes', () => {
    fc.assert(
      fc.property(amount, (due) => {
        const given = likelyGiven(due);
        expect(given.length).toBeLessThanOrEqual(4);
        expect(given).toEqual([...new Set(given)].toSorted((a, b) => a - b));
        for (const one of given) {
          expect(one).toBeGreaterThan(due);
          expect(notes.some((note) => one % note === 0 && one - due < note)).toBe(true);
        }
      }),
    );
  });
});
