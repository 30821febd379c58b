import { assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thousandths, tiyin } from '../../../main/domain/money.ts';
import type { PastLine } from '../../../preload/api.ts';
import { asEntry, askedLines, stepped, sumBack, wantedOf } from '../../../renderer/state/give-back.ts';

const line = (over: Partial<PastLine> = {}): PastLine => ({
  id: 'l',
  name: 'Non',
  code: '1',
  unit: 'dona',
  weighed: false,
  price: tiyin(450_000),
  quantity: thousandths(3000),
  total: tiyin(1_350_000),
  left: thousandths(3000),
  ...over,
});
const olma = line({ id: 'o', weighed: true, quantity: thousandths(1234), left: thousandths(1234) });

describe('what goes back of a line', () => {
  it('is nothing until something is keyed in, and never more than is left', () => {
    expect([{}, { l: '2' }, { l: '4' }].map((entries) => wantedOf(line(), entries))).toEqual([0, 2000, undefined]);
  });

  it('is whole for pieces and any weight for weighed goods', () => {
    expect([wantedOf(line(), { l: '1,5' }), wantedOf(olma, { o: '0,35' })]).toEqual([undefined, 350]);
  });

  it('is counted with two keys, between nothing and what is left', () => {
    const twice = stepped(line(), stepped(line(), {}, 1), 1);
    expect([twice, stepped(line(), { l: '3' }, 1), stepped(line(), { l: '1' }, -1)]).toEqual([
      { l: '2' },
      { l: '3' },
      { l: '' },
    ]);
  });
});

describe('what the till is asked to give back', () => {
  it('are the chosen lines alone', () => {
    expect(askedLines([line(), olma], { o: '0,35' })).toEqual([{ lineId: 'o', quantity: 350 }]);
  });

  it('is nothing while one line is wrong or none is chosen', () => {
    expect([askedLines([line(), olma], { l: '9', o: '0,35' }), askedLines([line()], {})]).toEqual([null, null]);
  });
});

it('shows the sum of the parts, which never add up to more than their line', () => {
  assert(
    property(integer({ min: 1, max: 9 }), integer({ min: 0, max: 9 }), nat(10_000_000), (all, some, sum) => {
      const first = Math.min(some, all);
      const sold = line({ quantity: thousandths(all * 1000), total: tiyin(sum), left: thousandths(all * 1000) });
      const rest = line({ ...sold, left: thousandths((all - first) * 1000) });
      const part = (of: PastLine, quantity: number) => sumBack([of], { l: quantity === 0 ? '' : asEntry(quantity) });
      expect(part(sold, first * 1000) + part(rest, (all - first) * 1000)).toBe(sum);
    }),
  );
});
