import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../main/domain/daily-match.ts';
import { tiyin, zero } from '../../../main/domain/money.ts';
import { moveAttempt } from '../../../main/store/attempts.ts';
import type { Db } from '../../../main/store/database.ts';
import { insertFiscal, setRegistered } from '../../../main/store/fiscal-documents.ts';
import {
  findFinding,
  findMatch,
  firstShiftAt,
  fiscalPayments,
  insertMatch,
  keepMatch,
  lastMatches,
  openFindings,
  ourPayments,
  settleFindingRow,
} from '../../../main/store/matches.ts';
import type { Wanted } from '../../../main/store/matches.ts';
import { insertTender } from '../../../main/store/tenders.ts';
import { morning, openFile, openShopFile, queueAttempt, walk } from './shop-file.ts';

const date = '2026-11-21';
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

  test('leaves out a sale that cash paid after all', () => {
    const db = openPaid();
    tender(db, null);
    document(db);
    register(db);
    expect(fiscalPayments(db, day)).toEqual([]);
  });
});

const sum = (count: number): { count: number; amount: typeof price } => ({ count, amount: tiyin(price * count) });
const match = { date, madeAt: morning, ours: sum(2), theirs: sum(1), fiscal: sum(2) };
const twice: Finding = { kind: 'paid-twice', attemptId: 'a1', saleId: 'sale-1', paymentId: 'p2', amount: price };
const unknown: Finding = { kind: 'unknown-payment', attemptId: null, saleId: null, paymentId: 'p3', amount: price };
const verdict = { at: morning + 60_000, staffId: 'dilnoza', evidence: 'seen in the cabinet' };

describe('a match', () => {
  test('is known as not made while it waits', () => {
    const db = openFile();
    insertMatch(db, date);
    const empty = { count: 0, amount: 0 };
    expect(findMatch(db, date)).toEqual({
      date,
      madeAt: null,
      ours: empty,
      theirs: null,
      fiscal: empty,
      findings: 0,
    });
  });

  test('is kept with its findings, in place of the one before', () => {
    const db = openPaid();
    keepMatch(db, { ...match, theirs: null }, []);
    keepMatch(db, match, [twice, unknown]);
    expect(findMatch(db, date)).toEqual({ ...match, findings: 2 });
    expect(
      openFindings(db)
        .map(({ kind, foundAt }) => [kind, foundAt])
        .toSorted(),
    ).toEqual([
      ['paid-twice', morning],
      ['unknown-payment', morning],
    ]);
  });

  test('that waits to be made again still shows what it was', () => {
    const db = openFile();
    keepMatch(db, match, []);
    insertMatch(db, date);
    expect(findMatch(db, date)).toEqual({ ...match, findings: 0 });
  });

  test('is listed newest first, 14 of them', () => {
    const db = openFile();
    for (let n = 10; n < 26; n++) insertMatch(db, `2026-11-${n}`);
    const dates = lastMatches(db).map((row) => row.date);
    expect([dates.length, dates[0], dates.at(-1)]).toEqual([14, '2026-11-25', '2026-11-12']);
  });
});

describe('a finding', () => {
  test('is not doubled by a second match, and knows when it was found first', () => {
    const db = openPaid();
    keepMatch(db, match, [twice]);
    const [first] = openFindings(db);
    keepMatch(db, { ...match, madeAt: morning + 5000 }, [{ ...twice, amount: tiyin(1) }]);
    expect(openFindings(db)).toEqual([{ ...first, amount: 1 }]);
  });

  test('of another day is another one', () => {
    const db = openPaid();
    keepMatch(db, match, [twice]);
    keepMatch(db, { ...match, date: '2026-11-22' }, [twice]);
    expect(openFindings(db).map((finding) => finding.date)).toEqual([date, '2026-11-22']);
  });

  test('that is not found any more goes', () => {
    const db = openPaid();
    keepMatch(db, match, [twice, unknown]);
    keepMatch(db, match, [twice]);
    expect(openFindings(db).map(({ kind }) => kind)).toEqual(['paid-twice']);
  });

  test('that was settled keeps who looked and what they saw, found again or not', () => {
    const db = openPaid();
    keepMatch(db, match, [twice]);
    const [found] = openFindings(db);
    expect([settleFindingRow(db, found!.id, verdict), settleFindingRow(db, found!.id, verdict)]).toEqual([true, false]);
    const settled = { ...found, settledAt: morning + 60_000, settledBy: 'dilnoza', evidence: 'seen in the cabinet' };
    for (const again of [[{ ...twice, amount: tiyin(1) }], []]) {
      keepMatch(db, match, again);
      expect([openFindings(db), findFinding(db, found!.id)]).toEqual([[], settled]);
    }
  });

  test('keeps its id short enough for an intent', () => {
    const db = openPaid();
    keepMatch(db, match, [{ ...unknown, paymentId: 'p'.repeat(300) }]);
    expect(openFindings(db)[0]?.id).toMatch(/^finding:[0-9a-f]{32}$/);
  });
});

test('the first shift tells since when there is anything to match', () => {
  expect([firstShiftAt(openFile()), firstShiftAt(openShopFile())]).toEqual([undefined, morning]);
});
