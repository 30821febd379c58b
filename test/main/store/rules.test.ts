import { describe, expect, test } from 'vitest';
import { thousandths, tiyin } from '../../../main/domain/money.ts';
import type { Db } from '../../../main/store/database.ts';
import { insertLine, linesOf, removeLineRow, setLineQuantity } from '../../../main/store/lines.ts';
import { endSale, findSale, setParked, setSaleState, setSaleTotal } from '../../../main/store/sales.ts';
import { closeShiftRow, findShift, insertShift } from '../../../main/store/shifts.ts';
import { insertTender } from '../../../main/store/tenders.ts';
import { morning, openShopFile, queueAttempt, startSale, tea } from './shop-file.ts';

const ended = { at: morning, shiftId: 'shift-1', businessDate: '2026-11-21' };
const cash = {
  kind: 'cash',
  amount: tiyin(100),
  given: tiyin(100),
  change: tiyin(0),
  attemptId: null,
  at: morning,
} as const;
const complete = (db: Db): void => endSale(db, 'sale-1', { ...ended, state: 'completed' });

describe('shifts', () => {
  test('only one is open at a time', () => {
    const db = openShopFile();
    const second = { id: 'shift-2', openedAt: morning, openedBy: 'dilnoza', float: tiyin(0) };
    expect(() => insertShift(db, second)).toThrow(/UNIQUE/);
    closeShiftRow(db, 'shift-1', { at: morning, by: 'dilnoza', expected: tiyin(0), counted: tiyin(0) });
    insertShift(db, second);
    expect(findShift(db, 'shift-2')).toMatchObject({ number: 2, state: 'open', closedAt: null });
  });

  test('a float or a count is never negative', () => {
    const db = openShopFile();
    const closing = { at: morning, by: 'dilnoza', expected: tiyin(0), counted: tiyin(-1) };
    expect(() => closeShiftRow(db, 'shift-1', closing)).toThrow(/CHECK/);
    expect(findShift(db, 'shift-1')?.state).toBe('open');
  });
});

describe('sales', () => {
  test('only one stands on the counter; parking it makes room', () => {
    const db = openShopFile();
    expect(() => startSale(db, 'sale-2')).toThrow(/UNIQUE/);
    setParked(db, 'sale-1', 1);
    startSale(db, 'sale-2');
    expect(findSale(db, 'sale-2')?.number).toBe(2);
    expect(() => setParked(db, 'sale-1', 0)).toThrow(/UNIQUE/);
  });

  test.each(['completed', 'voided'] as const)('a %s one is never edited', (state) => {
    const db = openShopFile();
    endSale(db, 'sale-1', { ...ended, state });
    for (const edit of [
      () => setSaleTotal(db, 'sale-1', tiyin(1)),
      () => setSaleState(db, 'sale-1', 'open'),
      () => setParked(db, 'sale-1', 1),
      () => endSale(db, 'sale-1', { ...ended, state: 'voided' }),
    ]) {
      expect(edit).toThrow('a finished sale is never edited');
    }
    expect(findSale(db, 'sale-1')).toMatchObject({ state, endedAt: morning, parked: 0 });
  });

  test('a sale belongs to a shift and to a person that exist', () => {
    const db = openShopFile();
    setParked(db, 'sale-1', 1);
    db.prepare("UPDATE staff SET id = 'gone' WHERE 0").run();
    const orphan = db.prepare(
      `INSERT INTO sale (id, number, shift_id, staff_id, state, currency, opened_at, business_date)
       VALUES ('s', 9, 'no-shift', 'dilnoza', 'open', 'UZS', 1, '2026-11-21')`,
    );
    expect(() => orphan.run()).toThrow(/FOREIGN KEY/);
  });

  test('a sum is a whole number, whatever writes it', () => {
    const db = openShopFile();
    expect(() => db.exec("UPDATE sale SET total = 'much' WHERE id = 'sale-1'")).toThrow(/cannot store TEXT/);
    expect(() => db.exec("UPDATE sale SET total = 1.5 WHERE id = 'sale-1'")).toThrow(/cannot store REAL/);
  });
});

describe('lines', () => {
  test('keep their places; a removed one stays for the audit', () => {
    const db = openShopFile();
    insertLine(db, 'sale-1', { ...tea, id: 'line-2' });
    removeLineRow(db, 'line-1', morning);
    expect(linesOf(db, 'sale-1')).toEqual([{ ...tea, id: 'line-2' }]);
    expect(db.prepare('SELECT id, position FROM line ORDER BY position').all()).toEqual([
      { id: 'line-1', position: 1 },
      { id: 'line-2', position: 2 },
    ]);
  });

  test.each(['tendering', 'completed'] as const)('are frozen while their sale is %s', (state) => {
    const db = openShopFile();
    if (state === 'tendering') setSaleState(db, 'sale-1', state);
    else complete(db);
    expect(() => setLineQuantity(db, 'line-1', thousandths(2000))).toThrow('lines are frozen');
    expect(() => removeLineRow(db, 'line-1', morning)).toThrow('lines are frozen');
    expect(() => insertLine(db, 'sale-1', { ...tea, id: 'line-2' })).toThrow('lines are frozen');
    expect(linesOf(db, 'sale-1')).toEqual([tea]);
  });

  test.each([
    ['a quantity of nothing', { quantity: thousandths(0) }],
    ['a negative price', { price: tiyin(-1) }],
    ['a negative discount', { discount: tiyin(-1) }],
    ['a VAT rate above a hundred', { vatPercent: 101 }],
  ])('never hold %s', (_what, part) => {
    const db = openShopFile();
    expect(() => insertLine(db, 'sale-1', { ...tea, ...part, id: 'line-2' })).toThrow(/CHECK/);
  });
});

describe('tenders', () => {
  const row = { ...cash, id: 't1', saleId: 'sale-1' };

  test.each([
    ['of nothing', { amount: tiyin(0), given: tiyin(0) }],
    ['for which too little was given', { amount: tiyin(200) }],
    ['with negative change', { change: tiyin(-1) }],
    ['in a wallet without the attempt that took it', { kind: 'payme-go' as const }],
  ])('%s are not taken', (_what, part) => {
    expect(() => insertTender(openShopFile(), { ...row, ...part })).toThrow(/CHECK/);
  });

  test('one attempt pays once', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    insertTender(db, { ...row, kind: 'payme-go', given: null, attemptId: 'a1' });
    expect(() => insertTender(db, { ...row, id: 't2', kind: 'payme-go', given: null, attemptId: 'a1' })).toThrow(
      /UNIQUE/,
    );
  });
});
