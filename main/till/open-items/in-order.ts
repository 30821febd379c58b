import type { OpenItem } from '../../../preload/api.ts';

type Item = Pick<OpenItem, 'kind' | 'needsPerson' | 'since'>;

/** What waits for a person first, then money in doubt, then the rest; the oldest first in each. */
export function inOrder<T extends Item>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => rank(a) - rank(b) || a.since - b.since);
}

function rank({ needsPerson, kind }: Item): number {
  if (needsPerson) return 0;
  return kind === 'in-doubt' ? 1 : 2;
}
