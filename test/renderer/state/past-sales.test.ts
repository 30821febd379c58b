import { expect, it } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import type { PastSale } from '../../../preload/api.ts';
import { moved, withChanged, withOlder } from '../../../renderer/state/past-sales.ts';

const sale = (id: string, refunded = 0): PastSale => ({
  id,
  number: 1,
  at: 0,
  total: tiyin(100),
  lines: 1,
  tenders: ['cash'],
  cashier: 'Dilnoza',
  refunded: tiyin(refunded),
});
const ids = (sales: readonly PastSale[]): string[] => sales.map(({ id }) => id);

it('shows a sale once, also when two pages hold it', () => {
  expect(ids(withOlder([sale('c'), sale('b')], [sale('b'), sale('a')]))).toEqual(['c', 'b', 'a']);
});

it('stays the same list when there is nothing older', () => {
  const sales = [sale('a')];
  expect(withOlder(sales, [sale('a')])).toBe(sales);
});

it('shows at once that a sale was given back, and draws nothing when nothing changed', () => {
  const sales = [sale('b'), sale('a')];
  expect([withChanged(sales, sale('a', 50))[1]?.refunded, withChanged(sales, sale('a')) === sales]).toEqual([50, true]);
});

it('moves inside the list with the arrows', () => {
  const sales = [sale('c'), sale('b'), sale('a')];
  expect([moved(sales, null, 1), moved(sales, 'c', -1), moved(sales, 'b', 6), moved([], null, 1)]).toEqual([
    'c',
    'c',
    'a',
    null,
  ]);
});
