import { describe, expect, test } from 'vitest';
import { thousandths, tiyin, zero } from '../../../main/domain/money.ts';
import type { Db } from '../../../main/store/database.ts';
import { fiscalOfRefund, insertFiscal, saleOfReceipt, setRegistered } from '../../../main/store/fiscal-documents.ts';
import {
  findRefundPayment,
  insertRefundPayment,
  moveRefundPayment,
  newestStep,
  openRefundPayments,
  refundPaymentHistory,
} from '../../../main/store/refund-payments.ts';
import {
  insertRefund,
  linesGivenBack,
  linesOfRefund,
  refundedBefore,
  refundsOfSale,
  refundsOfShift,
} from '../../../main/store/refunds.ts';
import type { RefundRow } from '../../../main/store/refunds.ts';
import { morning, openShopFile, queueAttempt } from './shop-file.ts';

const refund: RefundRow = {
  id: 'refund-1',
  saleId: 'sale-1',
  shiftId: 'shift-1',
  staffId: 'dilnoza',
  approvedBy: 'dilnoza',
  amount: tiyin(3_150_000),
  cash: tiyin(150_000),
  at: morning,
  businessDate: '2026-11-21',
};
const line = {
  lineId: 'line-1',
  quantity: thousandths(1000),
  discount: zero,
  amount: tiyin(3_150_000),
  vat: tiyin(337_500),
};

describe('a refund', () => {
  test('is found by its sale with its lines, and counted in its shift', () => {
    const db = openShopFile();
    expect([refundsOfSale(db, 'sale-1'), refundsOfShift(db, 'shift-1')]).toEqual([[], { count: 0, amount: 0 }]);
    insertRefund(db, refund, [line]);
    expect([refundsOfSale(db, 'sale-1'), linesOfRefund(db, 'refund-1'), linesGivenBack(db, 'sale-1')]).toEqual([
      [refund],
      [line],
      [line],
    ]);
    expect([refundsOfShift(db, 'shift-1'), refundsOfShift(db, 'shift-2')]).toEqual([
      { count: 1, amount: 3_150_000 },
      { count: 0, amount: 0 },
    ]);
  });

  test('may be one of several of a sale, each knowing what went back before it', () => {
    const db = openShopFile();
    insertRefund(db, { ...refund, amount: tiyin(1_000_000), cash: zero }, []);
    insertRefund(db, { ...refund, id: 'refund-2', amount: tiyin(2_150_000) }, []);
    const all = refundsOfSale(db, 'sale-1');
    expect(all.map((row) => [row.id, refundedBefore(db, row)])).toEqual([
      ['refund-1', 0],
      ['refund-2', 1_000_000],
    ]);
  });

  test('is never changed, nor are its lines, and no more goes out in cash than it gives back', () => {
    const db = openShopFile();
    insertRefund(db, refund, [line]);
    expect(() => db.exec('UPDATE refund SET amount = 1')).toThrow(/append-only/);
    expect(() => db.exec('DELETE FROM refund_line')).toThrow(/append-only/);
    expect(() => insertRefund(db, { ...refund, id: 'r2', cash: tiyin(3_150_001) }, [])).toThrow(/CHECK/);
    expect(() => insertRefund(db, { ...refund, id: 'r3' }, [line, line])).toThrow(/UNIQUE/);
  });

  test('has one fiscal document, by which its sale is found', () => {
    const db = openShopFile();
    insertRefund(db, refund, [line]);
    const document = { saleId: 'sale-1', operation: 'refund', refundId: 'refund-1', createdAt: morning } as const;
    insertFiscal(db, { ...document, id: 'f1' });
    expect(() => insertFiscal(db, { ...document, id: 'f2' })).toThrow(/UNIQUE/);
    const word = {
      terminalId: 'ZZ1',
      receiptSeq: '7',
      dateTime: '20261121090000',
      fiscalSign: '1',
      url: 'https://ofd',
    };
    setRegistered(db, 'f1', word, morning);
    expect(fiscalOfRefund(db, 'refund-1')).toMatchObject({ id: 'f1', refundId: 'refund-1', state: 'registered' });
    expect([saleOfReceipt(db, 'ZZ1', '7'), saleOfReceipt(db, 'ZZ1', '8')]).toEqual(['sale-1', undefined]);
  });
});

function openPayment(): Db {
  const db = openShopFile();
  insertRefund(db, refund, [line]);
  queueAttempt(db, 'a1');
  const money = { amount: tiyin(3_000_000), chargedAmount: 3_000_000, chargedCurrency: 'UZS' };
  insertRefundPayment(db, { id: 'p1', refundId: 'refund-1', attemptId: 'a1', ...money, createdAt: morning });
  return db;
}

describe('money of a refund that goes back through a provider', () => {
  test('is open until it is back, and its history tells each move', () => {
    const db = openPayment();
    moveRefundPayment(db, 'p1', 'sending', { at: morning + 1 });
    moveRefundPayment(db, 'p1', 'in-doubt', { at: morning + 2, reason: 'timeout' });
    moveRefundPayment(db, 'p1', 'sending', { at: morning + 3 });
    expect(openRefundPayments(db).map(({ id }) => id)).toEqual(['p1']);
    moveRefundPayment(db, 'p1', 'returned', { at: morning + 4, providerRefundId: 'r1' });
    expect(openRefundPayments(db)).toEqual([]);
    expect(findRefundPayment(db, 'p1')).toMatchObject({
      state: 'returned',
      reason: null,
      providerRefundId: 'r1',
      sentAt: morning + 3,
      endedAt: morning + 4,
    });
    expect(refundPaymentHistory(db, 'p1').map(({ state, reason }) => [state, reason])).toEqual([
      ['waiting', null],
      ['sending', null],
      ['in-doubt', 'timeout'],
      ['sending', null],
      ['returned', null],
    ]);
  });

  test('keeps its baseline and its name while it is at the provider, and neither when it is taken up again', () => {
    const db = openPayment();
    const stands = (): unknown => {
      const { state, baseline, providerRefundId, keyNumber } = findRefundPayment(db, 'p1')!;
      return [state, baseline, providerRefundId, keyNumber];
    };
    moveRefundPayment(db, 'p1', 'sending', { at: morning, baseline: 400_000 });
    moveRefundPayment(db, 'p1', 'accepted', { at: morning, providerRefundId: 'R1' });
    moveRefundPayment(db, 'p1', 'sending', { at: morning });
    expect(stands()).toEqual(['sending', 400_000, 'R1', 1]);
    moveRefundPayment(db, 'p1', 'refused', { at: morning, keySpent: true });
    expect(stands()).toEqual(['refused', 400_000, 'R1', 2]);
    moveRefundPayment(db, 'p1', 'waiting', { at: morning });
    expect(stands()).toEqual(['waiting', null, null, 2]);
  });

  test('knows whether another refund of its payment moved since', () => {
    const db = openPayment();
    const before = newestStep(db, 'a1');
    moveRefundPayment(db, 'p1', 'sending', { at: morning });
    expect([newestStep(db, 'a1') > before, newestStep(db, 'a2')]).toEqual([true, 0]);
  });

  test('moves only as the domain allows', () => {
    const db = openPayment();
    expect(() => moveRefundPayment(db, 'p1', 'returned', { at: morning })).toThrow('from waiting to returned');
    expect(() => moveRefundPayment(db, 'p2', 'sending', { at: morning })).toThrow('from undefined');
  });

  test('keeps its sum for ever, and a manager’s word needs evidence', () => {
    const db = openPayment();
    expect(() => db.exec('UPDATE refund_payment SET amount = 1')).toThrow(/frozen/);
    expect(() => db.exec('DELETE FROM refund_payment')).toThrow(/never deleted/);
    expect(() => moveRefundPayment(db, 'p1', 'closed-by-manager', { at: morning })).toThrow(/CHECK/);
  });
});
