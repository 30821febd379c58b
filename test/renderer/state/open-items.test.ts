import { array, assert, boolean, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpenItemKind } from '../../../preload/api.ts';
import { countsOf, groupOf, isUnder, openFilters } from '../../../renderer/state/open-items.ts';

const kinds: OpenItemKind[] = [
  'queued',
  'in-doubt',
  'cancelling',
  'released',
  'waits-for-shift',
  'fiscal-waiting',
  'fiscal-in-doubt',
  'fiscal-refused',
  'not-confirmed',
  'not-printed',
  'z-not-taken',
  'finding',
];

const item = (kind: OpenItemKind, since: number, needsPerson = false) => ({ kind, since, needsPerson });
const anyItem = record({ kind: constantFrom(...kinds), since: nat(), needsPerson: boolean() });

describe('the chips', () => {
  it('count every item under everything, and under its own heap', () => {
    const items = [item('in-doubt', 1, true), item('cancelling', 2), item('not-printed', 3), item('queued', 4)];
    expect(countsOf(items)).toEqual({
      all: 4,
      person: 1,
      doubt: 1,
      queue: 1,
      returning: 1,
      fiscal: 0,
      print: 1,
      match: 0,
    });
  });

  it('show as many items as they count, whatever is open', () => {
    assert(
      property(array(anyItem), (items) => {
        const counts = countsOf(items);
        const shown = openFilters.map((filter) => items.filter((each) => isUnder(filter, each)).length);
        expect(shown).toEqual(openFilters.map((filter) => counts[filter]));
      }),
    );
  });

  it('call nothing money in doubt but money in doubt', () => {
    expect(kinds.filter((kind) => groupOf({ kind }) === 'doubt')).toEqual(['in-doubt']);
  });
});
