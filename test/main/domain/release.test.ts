import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import { nearLimits, releaseFault } from '../../../main/domain/release.ts';
import type { AtRisk, ReleaseFault, NearLimit } from '../../../main/domain/release.ts';

const limits = { enabled: true, perSale: tiyin(1), total: tiyin(300_000_000), count: 100, maxAge: 7_200_000 };
const nothing: AtRisk = { count: 0, amount: tiyin(0), oldestDoubt: 0 };
const smallest = { amount: tiyin(1), excludedGoods: false };

/** What is out when `percent` of one limit is used, and nothing of the others. */
const used = {
  total: (percent: number): AtRisk => ({ ...nothing, amount: tiyin(percent * 3_000_000) }),
  count: (percent: number): AtRisk => ({ ...nothing, count: percent }),
  age: (percent: number): AtRisk => ({ ...nothing, oldestDoubt: percent * 72_000 }),
};

describe.each(['total', 'count', 'age'] as const)('of what the owner allows by %s', (limit) => {
  test.each<[number, NearLimit[], ReleaseFault | undefined]>([
    [49, [], undefined],
    [50, [limit], undefined],
    [99, [limit], undefined],
    [100, [limit], `release-limit-${limit}`],
  ])('%i percent are used', (percent, near, fault) => {
    const atRisk = used[limit](percent);
    expect([nearLimits(limits, atRisk), releaseFault(limits, atRisk, smallest)]).toEqual([near, fault]);
  });
});

test('one tiyin, one sale and one millisecond below half of the limits nothing is said yet', () => {
  const atRisk = { amount: tiyin(149_999_999), count: 49, oldestDoubt: 3_599_999 };
  expect(nearLimits(limits, atRisk)).toEqual([]);
});

test('every limit that is near is named', () => {
  const atRisk = { amount: tiyin(150_000_000), count: 50, oldestDoubt: 3_600_000 };
  expect(nearLimits(limits, atRisk)).toEqual(['total', 'count', 'age']);
});
