import { expect, it } from 'vitest';
import { thousandths, tiyin } from '../../../../main/domain/money.ts';
import type { PastSaleView } from '../../../../preload/api.ts';
import { bindHistory } from '../../../../renderer/screens/history/keys.ts';

const past = (left: number, mayRefund: PastSaleView['mayRefund']): PastSaleView => ({
  sale: {
    id: 's',
    number: 1,
    at: 0,
    total: tiyin(100),
    lines: 1,
    tenders: ['cash'],
    cashier: 'Dilnoza',
    refunded: tiyin(0),
  },
  lines: [
    {
      id: 'l',
      name: 'Non',
      code: '1',
      unit: 'dona',
      weighed: false,
      price: tiyin(100),
      quantity: thousandths(1000),
      total: tiyin(100),
      left: thousandths(left),
    },
  ],
  tenders: [],
  refunds: [],
  steps: [],
  print: null,
  mayRefund,
});

const able = (view: PastSaleView | null): string[] =>
  Object.keys(bindHistory(view, () => {})).filter((name) => /giveBack|reprint/.test(name));

it('offers what the sale allows, and nothing once all of it went back', () => {
  expect([
    able(null),
    able(past(1000, { whole: true, parts: true })),
    able(past(1000, { whole: true, parts: false })),
    able(past(0, { whole: true, parts: true })),
  ]).toEqual([[], ['reprint', 'giveBack', 'giveBackSome'], ['reprint', 'giveBack'], ['reprint']]);
});
