import { describe, expect, test } from 'vitest';
import { tiyin, zero } from '../../../main/domain/money.ts';
import { moveAttempt } from '../../../main/store/attempt-moves.ts';
import type { Db } from '../../../main/store/database.ts';
import { insertFiscal, setRegistered } from '../../../main/store/fiscal-documents.ts';
import { fiscalPayments, ourPayments } from '../../../main/store/match-payments.ts';
import type { Wanted } from '../../../main/store/match-payments.ts';
import { insertRefund } from '../../../main/store/refunds.ts';
import { setSaleTotal } from '../../../main/store/sales.ts';
import { insertTender } from '../../../main/store/tenders.ts';
import { morning, openShopFile, queueAttempt, walk } from './shop-file.ts';

const price = tiyin(3_150_000);
const day: Wanted = { from: morning, to: morning + 86_400_000, paymentIds: [], attemptIds: [] };

/** What the match sees of an attempt that was sent a second and paid two seconds after it was written. */
const paid = {
  attemptId: 'a1',
  saleId: 'sale-1',
  state: 'paid',
  verdict: null,
  amount: price,
  currency: 'UZS',
  providerPaymentId: 'payment of a1',
  sentAt: morning + 1000,
  endedAt: morning + 2000,
  salePaidBy: 'nobody',
  fiscal: 'none',
};

function openPaid(): Db {
  const db = openShopFile();
  queueAttempt(db, 'a1');
  walk(db, 'a1', ['sending', 'paid']);
  return db;
}

function tender(db: Db, attemptId: string | null): void {
  const kind = attemptId === null ? 'cash' : 'payme-go';
  const given = attemptId === null ? price : null;
  insertTender(db, { id: 't1', saleId: 'sale-1', kind, amount: price, given, change: zero, attemptId, at: morning });
}

function document(db: Db): void {
  insertFiscal(db, { id: 'f1', saleId: 'sale-1', operation: 'sale', createdAt: morning });
}

function register(db: Db): void {
  const word = { terminalId: 'ZZ1', receiptSeq: '7', dateTime: '20261121090000', fiscalSign: '1', url: 'https://ofd' };
  setRegistered(db, 'f1', word, morning + 5000);
}

describe('our attempts of a day', () => {
  test('are those sent in it, and what became of their sales', () => {
    const db = openPaid();
    expect(ourPayments(db, day)).toEqual([paid]);
    tender(db, 'a1');
    document(db);
    expect(ourPayments(db, day)).toEqual([{ ...paid, salePaidBy: 'this', fiscal: 'open' }]);
    register(db);
    expect(ourPayments(db, day)).toEqual([{ ...paid, salePaidBy: 'this', fiscal: 'registered' }]);
  });

  test('tell when something else paid their sale', () => {
    const db = openPaid();
    tender(db, null);
    expect(ourPayments(db, day)).toEqual([{ ...paid, salePaidBy: 'other' }]);
  });

  test('begin with the first moment of the day and end before the last', () => {
    const db = openPaid();
    const sent = (from: number, to: number): number => ourPayments(db, { ...day, from, to }).length;
    expect([sent(morning + 1000, morning + 1001), sent(morning, morning + 1000), sent(morning + 1001, day.to)]).toEqual(
      [1, 0, 0],
    );
  });

  test('that never left the till are none of them', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    expect(ourPayments(db, day)).toEqual([]);
  });

  test.each([
    ['by its payment id', { paymentIds: ['made-ready'] }],
    ['by its own id', { attemptIds: ['a1'] }],
  ])('are joined by one the book names %s, whenever it was sent', (_, named) => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    moveAttempt(db, 'a1', 'expired', { at: morning + 20_000, providerPaymentId: 'made-ready' });
    const expired = { ...paid, state: 'expired', sentAt: morning, endedAt: morning + 20_000 };
    expect(ourPayments(db, { ...day, from: 0, to: 0, ...named })).toEqual([
      { ...expired, providerPaymentId: 'made-ready' },
    ]);
  });

  test('carry what a manager said', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', ['sending', 'in-doubt']);
    const closing = { verdict: 'not-taken', evidence: 'cabinet', by: 'dilnoza' } as const;
    moveAttempt(db, 'a1', 'closed-by-manager', { at: morning + 9000, closing });
    expect(ourPayments(db, day)).toMatchObject([{ state: 'closed-by-manager', verdict: 'not-taken' }]);
  });
});

describe('the fiscal side', () => {
  test('has the registered documents of wallet sales with the id of their payment', () => {
    const db = openPaid();
    tender(db, 'a1');
    document(db);
    expect(fiscalPayments(db, day)).toEqual([]);
    register(db);
    const receipt = { saleId: 'sale-1', attemptId: 'a1', paymentId: 'payment of a1', amount: price };
    expect(fiscalPayments(db, day)).toEqual([{ ...receipt, registeredAt: morning + 5000, refunded: false }]);
  });

  test('needs no payment once a sale was given back whole, and still does while a part of it was not', () => {
    const db = openPaid();
    setSaleTotal(db, 'sale-1', price);
    tender(db, 'a1');
    document(db);
    register(db);
    const people = { shiftId: 'shift-1', staffId: 'dilnoza', approvedBy: 'dilnoza' };
    const refund = { saleId: 'sale-1', ...people, cash: zero, at: morning, businessDate: '2026-11-21' };
    insertRefund(db, { ...refund, id: 'r1', amount: tiyin(150_000) }, []);
    expect(fiscalPayments(db, day)).toMatchObject([{ refunded: false }]);
    insertRefund(db, { ...refund, id: 'r2', amount: tiyin(3_000_000) }, []);
    expect(fiscalPayments(db, day)).toMatchObject([{ refunded: true }]);
  });

  test('leaves out a sale that cash paid after all', () => {
    const db = openPaid();
    tender(db, null);
    document(db);
    register(db);
    expect(fiscalPayments(db, day)).toEqual([]);
  });
});
