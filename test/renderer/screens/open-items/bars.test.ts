import { expect, it } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { MatchView } from '../../../../preload/api.ts';
import { barsOf } from '../../../../renderer/screens/open-items/bars.ts';

const heap = (count: number, amount: number) => ({ count, amount: tiyin(amount) });
const day = (over: Partial<MatchView>): MatchView => ({
  date: '2026-11-21',
  madeAt: 1,
  ours: heap(2, 200),
  theirs: heap(2, 200),
  fiscal: heap(2, 200),
  findings: 0,
  ...over,
});

it('draws three equal bars for a day that fits', () => {
  expect(barsOf(day({}))).toEqual([
    { whose: 'ours', amount: 200, share: 1, differs: false },
    { whose: 'theirs', amount: 200, share: 1, differs: false },
    { whose: 'fiscal', amount: 200, share: 1, differs: false },
  ]);
});

it('marks a figure that differs from ours, in money or in number, on one scale', () => {
  expect(barsOf(day({ theirs: heap(3, 400), fiscal: heap(1, 200) }))).toEqual([
    { whose: 'ours', amount: 200, share: 0.5, differs: false },
    { whose: 'theirs', amount: 400, share: 1, differs: true },
    { whose: 'fiscal', amount: 200, share: 0.5, differs: true },
  ]);
});

it('draws no bar for a book that was not read yet, and empty bars for a day without money', () => {
  expect(barsOf(day({ ours: heap(0, 0), theirs: null, fiscal: heap(0, 0) }))).toEqual([
    { whose: 'ours', amount: 0, share: 0, differs: false },
    { whose: 'theirs', amount: null, share: 0, differs: false },
    { whose: 'fiscal', amount: 0, share: 0, differs: false },
  ]);
});
