import { assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSight, scrolledTo } from '../../../../renderer/screens/open-items/sight.ts';

describe('a long list', () => {
  it('draws every row that is seen and only a handful more, wherever it is scrolled to', () => {
    assert(
      property(nat(100_000), nat(1500), integer({ min: 40, max: 200 }), nat(500), (top, height, row, count) => {
        const { from, to } = inSight(top, height, row, count);
        const seen = Array.from({ length: count }, (_, at) => at).filter(
          (at) => (at + 1) * row > top && at * row < top + height,
        );
        expect(seen.every((at) => at >= from && at < to)).toBe(true);
        expect(Math.max(0, to - from)).toBeLessThanOrEqual(Math.ceil(height / row) + 10);
      }),
    );
  });

  it('stays where it is when the row is wholly seen, and moves just enough when it is not', () => {
    expect([scrolledTo(2, 100, 500, 100), scrolledTo(0, 100, 500, 100), scrolledTo(9, 100, 500, 100)]).toEqual([
      100, 0, 500,
    ]);
  });
});
