import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import type { PaymeTransaction } from '../../../main/domain/payme-transaction.ts';
import {
  cancelPayme,
  findPayme,
  insertPayme,
  keepPaymeFiscal,
  lastPayme,
  openPayme,
  paymeStatement,
  performPayme,
} from '../../../main/store/payme-transactions.ts';
import { morning, openShopFile, queueAttempt } from './shop-file.ts';

/** A shop with a link attempt, and a transaction of Payme's for it. */
function open() {
  const db = openShopFile();
  queueAttempt(db, 'a1', { kind: 'payme-link', provider: 'payme-link', codeCipher: null, codeHash: null });
  return db;
}

const begun = (id: string, part: Partial<PaymeTransaction> = {}): PaymeTransaction => ({
  id,
  paymeId: `payme-${id}`,
  attemptId: 'a1',
  amount: tiyin(3_150_000),
  time: morning,
  state: 1,
  createTime: morning + 1,
  performTime: 0,
  cancelTime: 0,
  reason: null,
  ...part,
});

test('a transaction is kept as it was told', () => {
  const db = open();
  insertPayme(db, begun('t1'));
  expect([findPayme(db, 'payme-t1'), findPayme(db, 't1')]).toEqual([begun('t1'), undefined]);
});

describe('one attempt', () => {
  test('has one open transaction, and Payme’s own name stands once', () => {
    const db = open();
    insertPayme(db, begun('t1'));
    expect(() => insertPayme(db, begun('t2'))).toThrow(/UNIQUE/);
    cancelPayme(db, 't1', morning + 2, 3);
    expect(() => insertPayme(db, begun('t2', { paymeId: 'payme-t1' }))).toThrow(/UNIQUE/);
    insertPayme(db, begun('t2'));
    expect(openPayme(db, 'a1')?.id).toBe('t2');
  });

  test('is told by its open transaction, also when the clock was set back before it began', () => {
    const db = open();
    insertPayme(db, begun('t1'));
    cancelPayme(db, 't1', morning + 2, 3);
    insertPayme(db, begun('t2', { createTime: morning - 3_600_000 }));
    expect(lastPayme(db, 'a1')?.id).toBe('t2');
    cancelPayme(db, 't2', morning + 3, 3);
    expect(lastPayme(db, 'a1')?.id).toBe('t2');
  });
});

test('a transaction is performed once, and not after it was cancelled', () => {
  const db = open();
  insertPayme(db, begun('t1'));
  expect([performPayme(db, 't1', morning + 5), performPayme(db, 't1', morning + 6)]).toEqual([true, false]);
  expect(findPayme(db, 'payme-t1')).toEqual(begun('t1', { state: 2, performTime: morning + 5 }));
  cancelPayme(db, 't1', morning + 7, 5);
  cancelPayme(db, 't1', morning + 8, 1);
  expect(performPayme(db, 't1', morning + 9)).toBe(false);
  expect(findPayme(db, 'payme-t1')).toEqual(
    begun('t1', { state: -2, performTime: morning + 5, cancelTime: morning + 7, reason: 5 }),
  );
});

test('a statement holds both its ends and is in the order of Payme’s time', () => {
  const db = open();
  for (const [id, time] of [
    ['t1', 30],
    ['t2', 10],
    ['t3', 20],
    ['t4', 40],
  ] as const) {
    insertPayme(db, begun(id, { time }));
    cancelPayme(db, id, morning, 3);
  }
  expect(paymeStatement(db, 10, 30).map(({ id }) => id)).toEqual(['t2', 't3', 't1']);
});

test('the fiscal receipt of a payment and that of its cancellation stand apart, and only for a payment that is known', () => {
  const db = open();
  insertPayme(db, begun('t1'));
  expect([
    keepPaymeFiscal(db, 'payme-t1', 'PERFORM', '{"a":1}'),
    keepPaymeFiscal(db, 'payme-t1', 'CANCEL', '{"a":2}'),
    keepPaymeFiscal(db, 'x', 'PERFORM', '{}'),
  ]).toEqual([true, true, false]);
  expect(db.prepare('SELECT fiscal_perform AS perform, fiscal_cancel AS cancel FROM payme_transaction').all()).toEqual([
    { perform: '{"a":1}', cancel: '{"a":2}' },
  ]);
});
