import type { OpenItem, OpenItemKind } from '../../preload/api.ts';

/** The heaps a person looks at one by one; every kind of open item lies in exactly one of them. */
export type OpenGroup = 'doubt' | 'unpaid' | 'queue' | 'returning' | 'fiscal' | 'print' | 'match';

/** What the list is narrowed to: everything, what only a person can end (unpaid goods among it), or one heap. */
export type OpenFilter = 'all' | 'person' | Exclude<OpenGroup, 'unpaid'>;

/** The filters in the order of their chips. */
export const openFilters = [
  'all',
  'person',
  'doubt',
  'queue',
  'returning',
  'fiscal',
  'print',
  'match',
] as const satisfies readonly OpenFilter[];

const groups: Record<OpenItemKind, OpenGroup> = {
  'in-doubt': 'doubt',
  released: 'unpaid',
  queued: 'queue',
  cancelling: 'returning',
  'waits-for-shift': 'fiscal',
  'fiscal-waiting': 'fiscal',
  'fiscal-in-doubt': 'fiscal',
  'fiscal-refused': 'fiscal',
  'not-confirmed': 'fiscal',
  'z-not-taken': 'fiscal',
  'refund-payment': 'returning',
  'not-printed': 'print',
  finding: 'match',
};

/** The heap an item lies in. */
export function groupOf({ kind }: Pick<OpenItem, 'kind'>): OpenGroup {
  return groups[kind];
}

/** True when an item belongs under a filter. */
export function isUnder(filter: OpenFilter, item: Pick<OpenItem, 'kind' | 'needsPerson'>): boolean {
  if (filter === 'all') return true;
  return filter === 'person' ? item.needsPerson : groupOf(item) === filter;
}

/** How many items each chip counts. */
export function countsOf(items: readonly Pick<OpenItem, 'kind' | 'needsPerson'>[]): Record<OpenFilter, number> {
  const count = (filter: OpenFilter) => items.filter((item) => isUnder(filter, item)).length;
  return {
    all: items.length,
    person: count('person'),
    doubt: count('doubt'),
    queue: count('queue'),
    returning: count('returning'),
    fiscal: count('fiscal'),
    print: count('print'),
    match: count('match'),
  };
}
