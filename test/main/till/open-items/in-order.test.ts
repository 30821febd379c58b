import { array, assert, boolean, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../../../main/till/open-items/in-order.ts';
import type { OpenItemKind } from '../../../../preload/api.ts';

const item = (kind: OpenItemKind, since: number, needsPerson = false) => ({ kind, since, needsPerson });

describe('the order of open items', () => {
  test('begins with what waits for a person, then money in doubt, then the rest, the oldest first in each', () => {
    const printed = item('not-printed', 1);
    const young = item('in-doubt', 9);
    const old = item('in-doubt', 2);
    const refused = item('fiscal-refused', 8, true);
    const released = item('released', 3, true);
    expect(inOrder([printed, young, refused, old, released])).toEqual([released, refused, old, young, printed]);
  });

  test('loses nothing and adds nothing', () => {
    const kind = constantFrom<OpenItemKind[]>('queued', 'in-doubt', 'released', 'not-printed', 'finding');
    assert(
      property(array(record({ kind, since: nat(), needsPerson: boolean() })), (items) => {
        expect([inOrder(items).length, new Set(inOrder(items))]).toEqual([items.length, new Set(items)]);
      }),
    );
  });
});
