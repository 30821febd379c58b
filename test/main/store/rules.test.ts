import { describe, expect, test } from 'vitest';
import { thousandths, tiyin } from '../../../main/domain/money.ts';
import { insertAudit } from '../../../main/store/audit.ts';
import type { Db } from '../../../main/store/database.ts';
import { readDesk, writeDesk } from '../../../main/store/desk.ts';
import { insertFiscal, setFiscalState, setRegistered } from '../../../main/store/fiscal-documents.ts';
import { seal } from '../../../main/store/journal.ts';
import { insertLine, linesOf, removeLineRow, setLineQuantity } from '../../../main/store/lines.ts';
import { endSale, findSale, setParked, setSaleState, setSaleTotal } from '../../../main/store/sales.ts';
import { closeShiftRow, drawerCash, findShift, insertCash, insertShift } from '../../../main/store/shifts.ts';
import { insertStaff } from '../../../main/store/staff.ts';
import { insertTender } from '../../../main/store/tenders.ts';
import { morning, openShopFile, queueAttempt, startSale, tea, walk } from './shop-file.ts';

const dilnoza = { id: 'dilnoza', name: 'Dilnoza', role: 'cashier', pinHash: 'x', language: 'uz' } as const;
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

describe('history', () => {
  const filled = (): Db => {
    const db = openShopFile();
    insertTender(db, { ...cash, id: 't1', saleId: 'sale-1' });
    insertCash(db, {
      id: 'c1',
      shiftId: 'shift-1',
      kind: 'sale',
      amount: tiyin(100),
      saleId: 'sale-1',
      staffId: 'dilnoza',
      at: morning,
    });
    insertAudit(db, { id: 'x1', at: morning, staffId: 'dilnoza', action: 'signed-in', subject: null, facts: '{}' });
    seal(db, { at: morning, type: 'audit', subject: 'x1', body: {} });
    queueAttempt(db, 'a1');
    return db;
  };

  test.each(['tender', 'cash_movement', 'audit', 'journal_entry', 'attempt_event'])('%s is only added to', (table) => {
    const db = filled();
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(1);
    expect(() => db.exec(`UPDATE ${table} SET at = 1`)).toThrow(`${table} is append-only`);
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(`${table} is append-only`);
  });

  test('an attempt is never deleted and its money never changes', () => {
    const db = filled();
    expect(() => db.exec('DELETE FROM attempt')).toThrow('attempts are never deleted');
    for (const part of ["sale_id = 'sale-1'", 'amount = 1', "currency = 'JPY'", "provider = 'other'"]) {
      expect(() => db.exec(`UPDATE attempt SET ${part}`)).toThrow('the amount of an attempt is frozen');
    }
  });

  test('the drawer adds up what went in and out', () => {
    const db = filled();
    const out = {
      id: 'c2',
      shiftId: 'shift-1',
      kind: 'paid-out',
      saleId: null,
      staffId: 'dilnoza',
      at: morning,
    } as const;
    insertCash(db, { ...out, amount: tiyin(-30) });
    expect(drawerCash(db, 'shift-1')).toBe(70);
  });
});

describe('fiscal documents', () => {
  const word = {
    terminalId: 'ZZ0',
    receiptSeq: '1',
    dateTime: '20261121090000',
    fiscalSign: '9',
    url: 'https://ofd.uz/?t=1',
  };
  const asked = (): Db => {
    const db = openShopFile();
    insertFiscal(db, { id: 'f1', saleId: 'sale-1', operation: 'sale', createdAt: morning });
    return db;
  };

  test('a sale has one', () => {
    expect(() => insertFiscal(asked(), { id: 'f2', saleId: 'sale-1', operation: 'sale', createdAt: morning })).toThrow(
      /UNIQUE/,
    );
  });

  test('a registered one is never edited', () => {
    const db = asked();
    setRegistered(db, 'f1', word, morning);
    expect(() => setFiscalState(db, 'f1', 'refused', 'why')).toThrow('a registered fiscal document is never edited');
    expect(() => setRegistered(db, 'f1', { ...word, url: 'other' }, morning)).toThrow(/never edited/);
  });

  test('none is registered without its address and sign', () => {
    expect(() => asked().exec("UPDATE fiscal_document SET state = 'registered'")).toThrow(/CHECK/);
  });
});

describe('attempts', () => {
  test('a sale has one that lives', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    expect(() => queueAttempt(db, 'a2')).toThrow(/UNIQUE/);
    walk(db, 'a1', ['sending']);
    expect(() => queueAttempt(db, 'a2')).toThrow(/UNIQUE/);
    walk(db, 'a1', ['in-doubt']);
    expect(() => queueAttempt(db, 'a2')).toThrow(/UNIQUE/);
    walk(db, 'a1', ['declined']);
    expect(() => queueAttempt(db, 'a2')).not.toThrow();
  });

  test("the customer's code stands on disk only while nothing was sent", () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', ['sending']);
    expect(() => db.exec("UPDATE attempt SET code_cipher = x'00'")).toThrow(/CHECK/);
  });

  test("none is paid without the provider's id", () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    expect(() => db.exec("UPDATE attempt SET code_cipher = NULL, state = 'paid'")).toThrow(/CHECK/);
  });

  test('one payment of a provider belongs to one attempt', () => {
    const db = openShopFile();
    queueAttempt(db, 'a1');
    walk(db, 'a1', ['sending', 'paid']);
    queueAttempt(db, 'a2');
    db.exec("UPDATE attempt SET code_cipher = NULL, state = 'sending' WHERE id = 'a2'");
    expect(() => db.exec("UPDATE attempt SET provider_payment_id = 'payment of a1' WHERE id = 'a2'")).toThrow(/UNIQUE/);
  });
});

describe('people and the desk', () => {
  test('two people never share a name on the sign-in screen', () => {
    expect(() => insertStaff(openShopFile(), { ...dilnoza, id: 'other' })).toThrow(/UNIQUE/);
  });

  test('there is one desk, and it remembers the parts it is told', () => {
    const db = openShopFile();
    writeDesk(db, { staffId: 'dilnoza', bootId: 'boot-1' });
    writeDesk(db, { paymentStep: 'cash' });
    expect(readDesk(db)).toEqual({
      bootId: 'boot-1',
      staffId: 'dilnoza',
      selectedLineId: null,
      lastLineId: null,
      paymentStep: 'cash',
      doneSaleId: null,
    });
    expect(() => db.exec('INSERT INTO desk (id) VALUES (2)')).toThrow(/CHECK/);
  });
});
