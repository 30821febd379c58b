import { expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import { insertRefund, refundOfSale, refundsOfShift } from '../../../main/store/refunds.ts';
import type { RefundRow } from '../../../main/store/refunds.ts';
import { morning, openShopFile } from './shop-file.ts';

const refund: RefundRow = {
  id: 'refund-1',
  saleId: 'sale-1',
  shiftId: 'shift-1',
  staffId: 'dilnoza',
  approvedBy: 'dilnoza',
  amount: tiyin(3_150_000),
  at: morning,
  businessDate: '2026-11-21',
};

test('a refund is found by its sale, and counted in its shift', () => {
  const db = openShopFile();
  expect([refundOfSale(db, 'sale-1'), refundsOfShift(db, 'shift-1')]).toEqual([undefined, { count: 0, amount: 0 }]);
  insertRefund(db, refund);
  expect([refundOfSale(db, 'sale-1'), refundsOfShift(db, 'shift-1'), refundsOfShift(db, 'shift-2')]).toEqual([
    refund,
    { count: 1, amount: 3_150_000 },
    { count: 0, amount: 0 },
  ]);
});

test('a sale is given back once, and nobody changes that', () => {
  const db = openShopFile();
  insertRefund(db, refund);
  expect(() => insertRefund(db, { ...refund, id: 'refund-2' })).toThrow(/UNIQUE/);
  expect(() => db.exec('UPDATE refund SET amount = 1')).toThrow(/append-only/);
  expect(() => db.exec('DELETE FROM refund')).toThrow(/append-only/);
});
