import type { MatchView } from '../../../preload/api.ts';

/** One of the three figures of a day: whose, how much (tiyin), its length (0 to 1), and whether it differs from ours. */
export type Bar = { whose: 'ours' | 'theirs' | 'fiscal'; amount: number | null; share: number; differs: boolean };

/** The three bars of a day on one scale; a day without money has empty bars, a book not read yet has none of its own. */
export function barsOf({ ours, theirs, fiscal }: MatchView): Bar[] {
  const most = Math.max(ours.amount, theirs?.amount ?? 0, fiscal.amount, 1);
  const bar = (whose: Bar['whose'], heap: { count: number; amount: number } | null): Bar => ({
    whose,
    amount: heap?.amount ?? null,
    share: (heap?.amount ?? 0) / most,
    differs: heap !== null && (heap.amount !== ours.amount || heap.count !== ours.count),
  });
  return [bar('ours', ours), bar('theirs', theirs), bar('fiscal', fiscal)];
}
