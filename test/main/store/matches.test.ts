import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../main/domain/daily-match.ts';
import { tiyin } from '../../../main/domain/money.ts';
import type { Db } from '../../../main/store/database.ts';
import {
  findFinding,
  findMatch,
  firstShiftAt,
  insertMatch,
  keepMatch,
  lastMatches,
  openFindings,
  settleFindingRow,
} from '../../../main/store/matches.ts';
import { morning, openFile, openShopFile, queueAttempt, walk } from './shop-file.ts';

const date = '2026-11-21';
const price = tiyin(3_150_000);

const sum = (count: number): { count: number; amount: typeof price } => ({ count, amount: tiyin(price * count) });
const match = { date, madeAt: morning, ours: sum(2), theirs: sum(1), fiscal: sum(2) };
const twice: Finding = { kind: 'paid-twice', attemptId: 'a1', saleId: 'sale-1', paymentId: 'p2', amount: price };
const unknown: Finding = { kind: 'unknown-payment', attemptId: null, saleId: null, paymentId: 'p3', amount: price };
const verdict = { at: morning + 60_000, staffId: 'dilnoza', evidence: 'seen in the cabinet' };

function openPaid(): Db {
  const db = openShopFile();
  queueAttempt(db, 'a1');
  walk(db, 'a1', ['sending', 'paid']);
  return db;
}

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
