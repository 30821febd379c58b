import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addUp,
  allocate,
  asSums,
  divideHalfAway,
  fromProvider,
  isTiyin,
  multiply,
  onePiece,
  thousandths,
  tiyin,
  toProvider,
  zero,
} from '../../../main/domain/money.ts';

const price = fc.integer({ min: 0, max: 1_000_000_000_000 }).map(tiyin);
const quantity = fc.integer({ min: 1, max: 99_999_999 }).map(thousandths);
const weights = fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { minLength: 1, maxLength: 20 });
const unit = fc.constantFrom('sum' as const, 'tiyin' as const);

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

describe('an amount', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '100', null, undefined])('is never %s', (value) => {
    expect(isTiyin(value)).toBe(false);
    expect(() => tiyin(value as number)).toThrow(RangeError);
  });

  test.each([0, -1, 12_345_678, Number.MAX_SAFE_INTEGER])('may be %s tiyin', (value) => {
    expect(tiyin(value)).toBe(value);
  });

  test('a quantity is a whole number of thousandths', () => {
    expect(thousandths(250)).toBe(250);
    expect(() => thousandths(0.25)).toThrow(RangeError);
  });
});

describe('adding up', () => {
  test('nothing adds up to zero', () => expect(addUp([])).toBe(zero));

  test('a sum that leaves the safe range stops the sale instead of losing a tiyin', () => {
    expect(() => addUp([tiyin(Number.MAX_SAFE_INTEGER), tiyin(1)])).toThrow(RangeError);
  });
});

describe('price × quantity', () => {
  test.each([
    [400_000, 2000, 800_000],
    [1_200_000, 500, 600_000],
    [1_200_000, 1, 1200],
    [999, 500, 500],
    [1, 500, 1],
    [1, 499, 0],
    [-1, 500, -1],
    [-999, 500, -500],
  ])('%i tiyin × %i thousandths = %i tiyin', (each, many, product) => {
    expect(multiply(tiyin(each), thousandths(many))).toBe(product);
  });

  test('is never further than half a tiyin from the exact product', () => {
    fc.assert(
      fc.property(price, quantity, (each, many) => {
        fc.pre(BigInt(each) * BigInt(many) < 9_000_000_000_000_000_000n);
        const exact = BigInt(each) * BigInt(many);
        expect(magnitude(2n * (BigInt(multiply(each, many)) * 1000n - exact))).toBeLessThanOrEqual(1000n);
      }),
    );
  });

  test('halves go away from zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (half) => {
        const odd = tiyin(2 * half + 1);
        expect(multiply(odd, thousandths(500))).toBe(half + 1);
        expect(multiply(tiyin(-odd), thousandths(500))).toBe(-(half + 1));
      }),
    );
  });

  test('one piece costs its price', () => {
    fc.assert(fc.property(price, (each) => multiply(each, onePiece) === each));
  });

  test('a product outside the safe range is refused', () => {
    expect(() => multiply(tiyin(Number.MAX_SAFE_INTEGER), thousandths(2000))).toThrow(RangeError);
  });
});

test('a division is the same on both sides of zero', () => {
  const any = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
  fc.assert(
    fc.property(any, fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
      const rounded = divideHalfAway(n, d);
      expect(divideHalfAway(-n, d)).toBe(-rounded);
      expect(divideHalfAway(n, -d)).toBe(-rounded);
      expect(magnitude(2n * (rounded * d - n))).toBeLessThanOrEqual(d);
    }),
  );
});

describe('handing out a sum over lines', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [1, 2], [0, 1]],
    [5, [3, 3, 4], [2, 1, 2]],
    [10, [0, 0], [5, 5]],
    [10, [0, 5, 0], [0, 10, 0]],
    [0, [7, 3], [0, 0]],
    [7, [], []],
  ])('%i tiyin over %j is %j', (total, over, parts) => {
    expect(allocate(tiyin(total), over)).toEqual(parts);
  });

  test('the parts add up to the sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), weights, (total, over) => {
        const parts = allocate(tiyin(total), over);
        expect(parts).toHaveLength(over.length);
        expect(addUp(parts)).toBe(total);
      }),
    );
  });

  test('no part is a whole tiyin away from its exact share', () => {
    fc.assert(
      fc.property(price, weights, (total, over) => {
        const sum = over.reduce((all, one) => all + BigInt(one), 0n);
        fc.pre(sum > 0n);
        allocate(total, over).forEach((part, at) => {
          expect(magnitude(BigInt(part) * sum - BigInt(total) * BigInt(over[at]!))).toBeLessThan(sum);
        });
      }),
    );
  });

  test('a heavier line never gets less than a lighter one', () => {
    fc.assert(
      fc.property(price, weights, (total, over) => {
        fc.pre(over.some((one) => one > 0));
        const byWeight = allocate(total, over)
          .map((part, at) => ({ part, weight: over[at]! }))
          .toSorted((a, b) => a.weight - b.weight || a.part - b.part);
        byWeight.forEach(({ part }, at) => expect(part).toBeGreaterThanOrEqual(byWeight[at - 1]?.part ?? 0));
      }),
    );
  });
});

describe("a provider's unit", () => {
  test('a sum is a hundred tiyin', () => {
    expect(toProvider(tiyin(3_950_000), 'sum')).toEqual({ ok: true, value: 39_500 });
    expect(toProvider(tiyin(3_950_000), 'tiyin')).toEqual({ ok: true, value: 3_950_000 });
  });

  test('a provider that counts in sums is never sent tiyin', () => {
    expect(toProvider(tiyin(3_950_050), 'sum')).toEqual({ ok: false, code: 'not-whole-sums' });
  });

  test('what was sent and echoed is the amount we had', () => {
    fc.assert(
      fc.property(price, unit, (amount, counted) => {
        const sent = toProvider(amount, counted);
        const sendable = counted === 'tiyin' || amount % 100 === 0;
        expect(sent.ok ? fromProvider(sent.value, counted) : sent.code).toBe(sendable ? amount : 'not-whole-sums');
      }),
    );
  });

  test.each([
    [39_500.005, 'sum'],
    [0.5, 'tiyin'],
    [Number.NaN, 'sum'],
    [2 ** 53, 'tiyin'],
    [2 ** 50, 'sum'],
  ] as const)('%s %s is not an amount', (value, counted) => {
    expect(fromProvider(value, counted)).toBeUndefined();
  });
});

test('a negative sum is handed out as its opposite', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
      (t, w) => {
        expect(allocate(tiyin(-t), w)).toEqual(allocate(tiyin(t), w).map((part) => (part === 0 ? 0 : -part)));
      },
    ),
  );
});

describe('sums as a text', () => {
  test.each([
    [1, '0.01'],
    [100, '1.00'],
    [9_900, '99.00'],
    [10_000, '100.00'],
    [10_001, '100.01'],
    [1_234_567_890, '12345678.90'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%i tiyin are "%s"', (amount, text) => {
    expect(asSums(tiyin(amount))).toBe(text);
  });

  test('every tiyin is written, with two digits after the dot', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(tiyin), (amount) => {
        expect(asSums(amount)).toMatch(/^\d+\.\d{2}$/);
        expect(BigInt(asSums(amount).replace('.', ''))).toBe(BigInt(amount));
      }),
    );
  });

  test('nobody is asked for less than nothing', () => {
    expect(() => asSums(tiyin(-1))).toThrow(RangeError);
  });
});
