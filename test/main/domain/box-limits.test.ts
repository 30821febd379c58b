import { describe, expect, test } from 'vitest';
import { boxLimits, newlyReached } from '../../../main/domain/box-limits.ts';
import type { BoxFacts, BoxLimit } from '../../../main/domain/box-limits.ts';

const now = Date.UTC(2026, 10, 21, 4, 0, 0);
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const well: BoxFacts = {
  currentTime: now,
  unsentReceipts: 0,
  unsentLimit: 858,
  unsentSince: null,
  zReports: 12,
  zReportLimit: 832,
};
const limitsOf = (part: Partial<BoxFacts>): BoxLimit[] => boxLimits({ ...well, ...part }, now);

describe('a box', () => {
  test('that is well is near nothing', () => expect(limitsOf({})).toEqual([]));

  test('that tells neither its clock nor its limits is near nothing', () => {
    const silent = { currentTime: null, unsentLimit: null, unsentReceipts: 900, zReports: 900, zReportLimit: null };
    expect(limitsOf(silent)).toEqual([]);
  });

  test('that is near everything names each in its own unit', () => {
    const worn = { currentTime: now + 3 * minute, unsentReceipts: 500, unsentSince: now - 30 * hour, zReports: 800 };
    expect(limitsOf(worn)).toEqual([
      { kind: 'clock', level: 'near', value: 3 * minute, limit: 5 * minute },
      { kind: 'unsent', level: 'near', value: 500, limit: 858 },
      { kind: 'unsent-age', level: 'near', value: 30 * hour + 3 * minute, limit: 48 * hour },
      { kind: 'z-reports', level: 'near', value: 800, limit: 832 },
    ]);
  });
});

const levelOf = (part: Partial<BoxFacts>): string => limitsOf(part)[0]?.level ?? 'none';

describe('the clock', () => {
  test.each([
    [2 * minute - second, 'none'],
    [2 * minute, 'near'],
    [5 * minute - second, 'near'],
    [5 * minute, 'reached'],
    [6 * hour, 'reached'],
  ])('%i ms before or behind the box is %s', (apart, level) => {
    expect([levelOf({ currentTime: now + apart }), levelOf({ currentTime: now - apart })]).toEqual([level, level]);
  });
});

describe('receipts the tax office has not got', () => {
  test.each([
    [428, 'none'],
    [429, 'near'],
    [857, 'near'],
    [858, 'reached'],
  ])('%i of 858 are %s', (unsentReceipts, level) => expect(levelOf({ unsentReceipts })).toBe(level));

  test.each([
    [24 * hour - second, 'none'],
    [24 * hour, 'near'],
    [48 * hour - second, 'near'],
    [48 * hour, 'reached'],
  ])('for %i ms are %s', (age, level) => expect(levelOf({ unsentSince: now - age })).toBe(level));

  test('are as old as the box says, whatever clock the till has', () => {
    const box = { ...well, unsentSince: now - 25 * hour };
    expect(boxLimits(box, now + 10 * minute)).toContainEqual({
      kind: 'unsent-age',
      level: 'near',
      value: 25 * hour,
      limit: 48 * hour,
    });
  });
});

describe('Z reports', () => {
  test.each([
    [790, 'none'],
    [791, 'near'],
    [831, 'near'],
    [832, 'reached'],
  ])('%i of 832 in the life of the module are %s', (zReports, level) => expect(levelOf({ zReports })).toBe(level));
});

describe('what is new', () => {
  const near: BoxLimit = { kind: 'clock', level: 'near', value: 1, limit: 2 };
  const reached: BoxLimit = { ...near, level: 'reached', value: 2 };
  const other: BoxLimit = { kind: 'unsent', level: 'near', value: 1, limit: 2 };

  test.each([
    ['a limit that came near', [], [near], [near]],
    ['a limit that was reached', [near], [reached], [reached]],
    ['a limit beside one that is known', [near], [near, other], [other]],
    ['nothing while it stays near', [near], [{ ...near, value: 1.5 }], []],
    ['nothing when it is only near again', [reached], [near], []],
    ['nothing when it is gone', [reached], [], []],
  ])('is %s', (_what, before, after, fresh) => expect(newlyReached(before, after)).toEqual(fresh));
});
