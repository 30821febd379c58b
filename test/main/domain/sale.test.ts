import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onePiece, thousandths, tiyin, zero } from '../../../main/domain/money.ts';
import { lineToGrow, lineTotal, lineVat, quantityFault, saleTotals } from '../../../main/domain/sale.ts';
import type { Line } from '../../../main/domain/sale.ts';

const tea: Line = {
  id: 'line-1',
  code: '4780000000021',
  name: 'Choy',
  unit: 'dona',
  unitCode: '1500002',
  ikpu: '00902001001000000',
  packageCode: '1500002',
  vatPercent: 12,
  price: tiyin(3_150_000),
  weighed: false,
  minAge: null,
  cashlessOnly: false,
  quantity: onePiece,
  discount: zero,
};

const anyLine = fc
  .record({
    price: fc.integer({ min: 0, max: 100_000_000 }).map(tiyin),
    quantity: fc.integer({ min: 1, max: 999_999 }).map(thousandths),
    vatPercent: fc.constantFrom(null, 0, 12, 15),
    discountPercent: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ discountPercent, ...line }): Line => {
    const discount = tiyin(Math.floor((lineTotal({ ...line, discount: zero }) * discountPercent) / 100));
    return { ...tea, ...line, discount };
  });

describe('a line', () => {
  test('costs price × quantity less its discount, with VAT on what is left', () => {
    const line = { price: tiyin(50_000), quantity: thousandths(4000), discount: tiyin(50_000), vatPercent: 12 };
    expect([lineTotal(line), lineVat(line)]).toEqual([150_000, 16_071]);
  });
});

describe('the totals of a sale', () => {
  test('of no lines are zero', () => {
    expect(saleTotals([])).toEqual({ total: 0, discount: 0, vat: 0, quantity: 0 });
  });

  test('are the sums of its lines', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const sum = (of: (line: Line) => number): number => lines.reduce((all, line) => all + of(line), 0);
        expect(saleTotals(lines)).toEqual({
          total: sum(lineTotal),
          discount: sum((line) => line.discount),
          vat: sum(lineVat),
          quantity: sum((line) => line.quantity),
        });
      }),
    );
  });
});

describe('a quantity', () => {
  const fault = (quantity: number, item: Partial<Line> = {}): string | undefined =>
    quantityFault(thousandths(quantity), { ...tea, ...item });

  test.each([
    [1000, {}, undefined],
    [99_999_000, { price: tiyin(100) }, undefined],
    [1, { weighed: true }, undefined],
    [0, {}, 'quantity-not-positive'],
    [-1000, { weighed: true }, 'quantity-not-positive'],
    [1500, {}, 'quantity-not-whole'],
    [100_000_000, { price: tiyin(1) }, 'quantity-too-large'],
    [1000, { price: tiyin(1_000_000_000_000) }, undefined],
    [1000, { price: tiyin(1_000_000_000_001) }, 'amount-too-large'],
  ])('of %i thousandths with %j: %s', (quantity, item, expected) => {
    expect(fault(quantity, item)).toBe(expected);
  });
});

describe('a second scan', () => {
  test('of the same piece goods grows the last line', () => expect(lineToGrow([tea], tea)).toBe(tea));

  test.each<[string, Line[], Partial<Line>]>([
    ['the first line of all', [], {}],
    ['other goods', [tea], { code: '4780000000014' }],
    ['a price changed meanwhile', [tea], { price: tiyin(3_200_000) }],
    ['weighed goods', [{ ...tea, weighed: true }], { weighed: true }],
    ['a line with a discount', [{ ...tea, discount: tiyin(100) }], {}],
    ['a line further up', [tea, { ...tea, id: 'line-2', code: '4780000000014' }], {}],
  ])('opens a line of its own for %s', (_case, lines, item) => {
    expect(lineToGrow(lines, { ...tea, ...item })).toBeUndefined();
  });
});
