import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addUp, thousandths, tiyin, zero } from '../../../main/domain/money.ts';
import { linesLeft, refundLines, worth } from '../../../main/domain/refund.ts';
import type { AskedLine, RefundLine } from '../../../main/domain/refund.ts';
import { lineTotal, lineVat, saleTotals } from '../../../main/domain/sale.ts';
import type { Line } from '../../../main/domain/sale.ts';
import { loaves } from './loaves.ts';

const line = (part: Partial<Line> & Pick<Line, 'id'>): Line => ({ ...loaves, ...part });
const bread = line({ id: 'bread' });
const cucumber = line({ id: 'cucumber', weighed: true, price: tiyin(1_234_500), quantity: thousandths(1333) });

/** Any line a till can sell: pieces or kilograms, with any discount up to all of it. */
const anyLine = (id: string): fc.Arbitrary<Line> =>
  fc
    .record({
      weighed: fc.boolean(),
      price: fc.integer({ min: 1, max: 5_000_000 }),
      pieces: fc.integer({ min: 1, max: 12 }),
      grams: fc.integer({ min: 1, max: 9999 }),
      share: fc.integer({ min: 0, max: 100 }),
      vatPercent: fc.constantFrom(null, 0, 12, 20),
    })
    .map(({ weighed, price, pieces, grams, share, vatPercent }) => {
      const quantity = thousandths(weighed ? grams : pieces * 1000);
      const whole = line({ id, weighed, price: tiyin(price), quantity, vatPercent });
      return { ...whole, discount: tiyin(Math.floor((lineTotal(whole) * share) / 100)) };
    });
const anySale = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...[...Array(count).keys()].map((n) => anyLine(`l${n}`))));

/** Gives back what `wishes` say, part after part, then the rest; every part that may not be given back is left out. */
function giveBackInParts(lines: readonly Line[], wishes: readonly { at: number; part: number }[]): RefundLine[][] {
  const refunds: RefundLine[][] = [];
  const give = (asked?: AskedLine[]): void => {
    const result = refundLines(lines, refunds.flat(), asked);
    if (result.ok) refunds.push(result.lines);
  };
  for (const { at, part } of wishes) {
    const { line: chosen, left } = linesLeft(lines, refunds.flat())[at % lines.length]!;
    const step = chosen.weighed ? 1 : 1000;
    const quantity = Math.max(step, Math.floor((left.quantity * part) / 100 / step) * step);
    give([{ lineId: chosen.id, quantity }]);
  }
  give();
  return refunds;
}
const anyWishes = fc.array(fc.record({ at: fc.nat(20), part: fc.integer({ min: 1, max: 100 }) }), { maxLength: 12 });

describe('a sale given back in parts', () => {
  test('ends in exactly the sale, whatever was given back in which order: sums, discounts and VAT', () => {
    fc.assert(
      fc.property(anySale, anyWishes, (lines, wishes) => {
        fc.pre(saleTotals(lines).total > 0);
        const given = giveBackInParts(lines, wishes).flat();
        const sums = (id: string): object => {
          const mine = given.filter(({ lineId }) => lineId === id);
          return {
            amount: worth(mine),
            discount: addUp(mine.map(({ discount }) => discount)),
            vat: addUp(mine.map(({ vat }) => vat)),
          };
        };
        const isBack = ({ id, quantity }: Line): boolean =>
          given.reduce((sum, part) => sum + (part.lineId === id ? part.quantity : 0), 0) === quantity;
        const back = lines.filter(isBack);
        expect(back.map(({ id }) => sums(id))).toEqual(
          back.map((one) => ({ amount: lineTotal(one), discount: one.discount, vat: lineVat(one) })),
        );
        expect(worth(given)).toBe(saleTotals(lines).total);
      }),
      { numRuns: 500 },
    );
  });

  test('never gives back more than was paid on the way, nor less than nothing', () => {
    fc.assert(
      fc.property(anySale, anyWishes, (lines, wishes) => {
        const parts = giveBackInParts(lines, wishes).flat();
        expect(
          parts.every(({ amount, discount, vat }) => amount >= 0 && discount >= 0 && vat >= 0 && vat <= amount),
        ).toBe(true);
        expect(worth(parts)).toBeLessThanOrEqual(saleTotals(lines).total);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps the price of piece goods to the tiyin, and that of weighed goods to two', () => {
    fc.assert(
      fc.property(anyLine('l0'), anyWishes, (sold, wishes) => {
        for (const { amount, discount, quantity } of giveBackInParts([sold], wishes).flat()) {
          const off = Math.abs(amount + discount - Math.round((sold.price * quantity) / 1000));
          expect(off).toBeLessThanOrEqual(sold.weighed ? 2 : 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('gives back 7.00 of what was sold for 7.00, not 8.00', () => {
    const sold = line({ id: 'l', price: tiyin(350), discount: zero });
    const once = refundLines([sold], [], [{ lineId: 'l', quantity: 1000 }]);
    const given = once.ok ? once.lines : [];
    const rest = refundLines([sold], given, undefined);
    expect([worth(given), rest.ok && worth(rest.lines)]).toEqual([350, 350]);
    const all = [...given, ...(rest.ok ? rest.lines : [])];
    expect(refundLines([sold], all, undefined)).toEqual({ ok: false, code: 'refund-nothing-left' });
  });
});

describe('what is asked for', () => {
  const ask = (...asked: AskedLine[]): unknown => refundLines([bread, cucumber], [], asked);

  test('is a line with the part of its sums', () => {
    expect(ask({ lineId: 'bread', quantity: 1000 })).toEqual({
      ok: true,
      lines: [{ lineId: 'bread', quantity: 1000, discount: 0, amount: 400_000, vat: 42_857 }],
    });
  });

  test('stands in the order of the sale', () => {
    const result = refundLines(
      [bread, cucumber],
      [],
      [
        { lineId: 'cucumber', quantity: 333 },
        { lineId: 'bread', quantity: 2000 },
      ],
    );
    expect(result.ok && result.lines.map(({ lineId }) => lineId)).toEqual(['bread', 'cucumber']);
  });

  test.each([
    ['a line of another sale', [{ lineId: 'tea', quantity: 1000 }]],
    ['more than was sold', [{ lineId: 'bread', quantity: 3000 }]],
    ['half a loaf', [{ lineId: 'bread', quantity: 500 }]],
    ['nothing of a line', [{ lineId: 'bread', quantity: 0 }]],
    ['less than nothing', [{ lineId: 'bread', quantity: -1000 }]],
    ['a broken quantity', [{ lineId: 'cucumber', quantity: 0.5 }]],
    ['no line at all', []],
    [
      'the same line twice',
      [
        { lineId: 'bread', quantity: 1000 },
        { lineId: 'bread', quantity: 1000 },
      ],
    ],
  ])('is wrong when it is %s', (_, asked) => {
    expect(refundLines([bread, cucumber], [], asked)).toEqual({ ok: false, code: 'refund-lines-wrong' });
  });

  test('is wrong when it is more than earlier refunds have left', () => {
    const first = refundLines([bread], [], [{ lineId: 'bread', quantity: 1000 }]);
    const given = first.ok ? first.lines : [];
    expect(refundLines([bread], given, [{ lineId: 'bread', quantity: 2000 }])).toEqual({
      ok: false,
      code: 'refund-lines-wrong',
    });
  });
});
