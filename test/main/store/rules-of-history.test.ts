import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../main/domain/money.ts';
import { insertAudit } from '../../../main/store/audit.ts';
import type { Db } from '../../../main/store/database.ts';
import { readDesk, writeDesk } from '../../../main/store/desk.ts';
import { insertFiscal, setFiscalState, setRegistered } from '../../../main/store/fiscal-documents.ts';
import { seal } from '../../../main/store/journal.ts';
import { drawerCash, insertCash } from '../../../main/store/shifts.ts';
import { insertStaff } from '../../../main/store/staff.ts';
import { insertTender } from '../../../main/store/tenders.ts';
import { morning, openShopFile, queueAttempt, walk } from './shop-file.ts';

const dilnoza = { id: 'dilnoza', name: 'Dilnoza', role: 'cashier', pinHash: 'x', language: 'uz' } as const;
const cash = {
  kind: 'cash',
  amount: tiyin(100),
  given: tiyin(100),
  change: tiyin(0),
  attemptId: null,
  at: morning,
} as const;

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
