import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRestart } from '../../../main/shell/restart-policy.ts';

const pausesOf = (times: readonly number[]): (number | null)[] => {
  let crashes: readonly number[] = [];
  return times.map((at) => {
    const decision = decideRestart(crashes, at);
    crashes = decision.crashes;
    return decision.pauseMs;
  });
};

describe('a till that crashes', () => {
  test('is started again after a pause that doubles', () => {
    expect(pausesOf([0, 1_000, 2_000, 3_000, 4_000])).toEqual([300, 600, 1_200, 2_400, 4_800]);
  });

  test('is given up at the sixth crash within a minute', () => {
    expect(pausesOf([0, 1, 2, 3, 4, 59_999]).at(-1)).toBeNull();
  });

  test('starts with a short pause again after a quiet minute', () => {
    expect(pausesOf([0, 1_000, 62_000])).toEqual([300, 600, 300]);
  });

  test('is never started more than five times in any minute', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30_000 }), { maxLength: 40 }), (gaps) => {
        let at = 0;
        const times = gaps.map((gap) => (at += gap));
        const started = times.filter((_, index) => pausesOf(times)[index] !== null);
        for (const from of started) {
          expect(started.filter((time) => time >= from && time < from + 60_000).length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 50 },
    );
  });
});
