import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatForeign, formatQuantity, formatSum } from '../../../main/domain/format.ts';

test.each([
  [0, '0'],
  [5, '0,05'],
  [100, '1'],
  [99_900, '999'],
  [100_000, '1 000'],
  [1_234_560, '12 345,60'],
  [123_456_789_00, '123 456 789'],
  [-3_950_050, '−39 500,50'],
])('%i tiyin read as %s sums', (amount, text) => {
  expect(formatSum(amount, ' ')).toBe(text);
});

test('on the screen the groups of a sum never wrap', () => {
  expect(formatSum(100_000_000)).toBe('1\u202f000\u202f000');
});

test('a sum reads back as the amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      const [whole = '', rest = '0'] = formatSum(amount, ' ').replace('−', '').replaceAll(' ', '').split(',');
      expect(BigInt(whole) * 100n + BigInt(rest)).toBe(BigInt(Math.abs(amount)));
    }),
  );
});

test.each([
  [0, '0'],
  [1000, '1'],
  [3000, '3'],
  [1234, '1,234'],
  [500, '0,5'],
  [50, '0,05'],
  [1, '0,001'],
  [10_250, '10,25'],
  [1_234_500, '1\u202f234,5'],
])('%i thousandths read as %s', (quantity, text) => {
  expect(formatQuantity(quantity)).toBe(text);
});

test('a quantity reads back as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (quantity) => {
      expect(Math.round(Number(formatQuantity(quantity).replaceAll(/\s/g, '').replace(',', '.')) * 1000)).toBe(
        quantity,
      );
    }),
  );
});

test.each([
  [1250, 'JPY', '1 250 JPY'],
  [1250, 'EUR', '12,50 EUR'],
  [5, 'USD', '0,05 USD'],
  [-1250, 'EUR', '−12,50 EUR'],
])('%i minor units of %s read as %s', (amount, currency, text) => {
  expect(formatForeign(amount, currency, ' ')).toBe(text);
});
