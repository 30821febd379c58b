import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from '../../../main/domain/backoff.ts';

const tries = fc.integer({ min: 1, max: 200 });
const ids = fc.integer({ min: 1, max: 10_000_000 });

test('waits a second, twice as long each time, up to a minute, give or take a fifth', () => {
  fc.assert(
    fc.property(tries, ids, (after, id) => {
      const base = Math.min(60_000, 1000 * 2 ** (after - 1));
      expect(backoff(after, id)).toBeGreaterThanOrEqual(base * 0.8);
      expect(backoff(after, id)).toBeLessThanOrEqual(base * 1.2);
    }),
  );
});

test('the same try of the same obligation always waits the same', () => {
  fc.assert(fc.property(tries, ids, (after, id) => backoff(after, id) === backoff(after, id)));
});

test('a hundred obligations that failed together do not return together', () => {
  const waits = Array.from({ length: 100 }, (_, id) => backoff(1, id + 1));
  expect(new Set(waits).size).toBeGreaterThan(90);
});

test('an obligation never tried is due after the first wait', () => expect(backoff(0, 1)).toBe(backoff(1, 1)));
