import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import { vatInside } from '../../../main/domain/tax.ts';

/** The first two are samples of the fiscal services: 500 000 − 250 000 − 100 000 and 100 000 − 50 000. */
test.each([
  [150_000, 12, 16_071],
  [50_000, 12, 5357],
  [112, 12, 12],
  [3_150_000, 12, 337_500],
  [115_000, 15, 15_000],
  [0, 12, 0],
  [-150_000, 12, -16_071],
])('%i tiyin contain at %i %% a VAT of %i', (net, percent, vat) => {
  expect(vatInside(tiyin(net), percent)).toBe(vat);
});

test('without VAT and 0 % both contain none', () => {
  expect([vatInside(tiyin(150_000), null), vatInside(tiyin(150_000), 0)]).toEqual([0, 0]);
});

test('the VAT inside is on the price before it, to the tiyin', () => {
  const any = fc.integer({ min: 0, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: 100 }), (net, percent) => {
      const exact = BigInt(net) * BigInt(percent);
      const off = BigInt(vatInside(tiyin(net), percent)) * BigInt(100 + percent) - exact;
      expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(BigInt(100 + percent));
    }),
  );
});
