import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepUnchanged, saysTheSame } from '../../../renderer/state/unchanged.ts';

describe('two parts of a view', () => {
  it('say the same when one is a copy of the other', () => {
    fc.assert(fc.property(fc.jsonValue(), (part) => saysTheSame(part, structuredClone(part))));
  });

  it('say the same exactly when they read the same', () => {
    const part = fc.jsonValue({ maxDepth: 2, stringUnit: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(
        part,
        part,
        (a, b) => saysTheSame(a, b) === (JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))),
      ),
    );
  });

  it.each([
    [{ count: 1 }, { count: 2 }],
    [{ paid: undefined }, { due: undefined }],
    [[], {}],
    [null, {}],
    [['a'], ['a', 'b']],
  ])('%j is not %j', (a, b) => {
    expect(saysTheSame(a, b)).toBe(false);
  });
});

describe('a new view', () => {
  const before = { revision: 1, keys: [{ name: 'Non' }], strip: { count: 500 } };

  it('keeps what has not changed and takes what has', () => {
    const next = { revision: 2, keys: [{ name: 'Non' }], strip: { count: 499 } };
    const kept = keepUnchanged(before, next);
    expect(kept).toEqual(next);
    expect(kept.keys).toBe(before.keys);
    expect(kept.strip).toBe(next.strip);
  });

  it('is taken as it is when it is the first', () => {
    expect(keepUnchanged(null, before)).toBe(before);
  });
});

/** The same value with the names of its records in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { record: parts.map(([name, part]) => [name, sorted(part)]) };
}
