import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importItems } from '../../main/store/catalogue/import-items.ts';
import { openDatabase } from '../../main/store/database.ts';
import type { Db } from '../../main/store/database.ts';
import { salesOfShift, tendersOfShift } from '../../main/store/totals.ts';
import { insertStaff } from '../../main/store/staff.ts';
import { insertShift } from '../../main/store/shifts.ts';
import { readCatalogue } from '../../main/till/provision/catalogue-csv.ts';
import { readArguments } from '../../scripts/bench/arguments.ts';
import { catalogueFile } from '../../scripts/bench/goods.ts';
import { fillOpenShift, writePast } from '../../scripts/bench/past.ts';
import { allKept, floorOf, judge, table } from '../../scripts/bench/report.ts';
import type { Measured } from '../../scripts/bench/report.ts';
import { percentile, summarise } from '../../scripts/bench/statistics.ts';

const noon = Date.UTC(2026, 10, 21, 7, 0, 0);

test('half of twenty samples are no slower than p50 and nineteen no slower than p95', () => {
  const samples = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(summarise(samples)).toEqual({ p50: 10, p95: 19 });
});

test('a percentile is always a sample that was taken', () => {
  expect([percentile([7], 0.5), percentile([7], 0.95), percentile([1, 9], 0.5), percentile([1, 9], 0.51)]).toEqual([
    7, 7, 1, 9,
  ]);
});

test('a measurement that took no samples is an error and not a fast one', () => {
  expect(() => summarise([])).toThrow('no samples');
});

const scan: Measured = { name: 'scan', samples: [4, 4, 60], unit: 'ms', budget: 50, floor: 'fsynced-insert' };

test('a budget is kept or missed by p95, and the ratio compares the medians', () => {
  const floors = [floorOf('fsynced-insert', [0.5, 2])];
  expect([judge(scan, floors), judge({ ...scan, samples: [4, 4, 50] }, floors)]).toEqual([
    { name: 'scan', p50: 4, p95: 60, unit: 'ms', budget: 50, floorRatio: 8, ok: false },
    { name: 'scan', p50: 4, p95: 50, unit: 'ms', budget: 50, floorRatio: 8, ok: true },
  ]);
});

test('one lost scan fails the run', () => {
  const result = (lost: number) => judge({ name: 'burst', samples: [lost], unit: 'lost', budget: 0, floor: null }, []);
  const report = (lost: number) => ({ shop: { items: 1000, past: 0 }, floors: [], results: [result(lost)] });
  expect([allKept(report(0)), allKept(report(1))]).toEqual([true, false]);
});

test('the table says the size of the shop and names what missed its budget', () => {
  const floors = [floorOf('fsynced-insert', [0.5])];
  expect(table({ shop: { items: 1000, past: 20 }, floors, results: [judge(scan, floors)] }).split('\n')).toEqual([
    '1000 items, 20 completed sales in the past',
    '                          p50     p95  budget  x floor',
    'scan                     4 ms   60 ms   50 ms        8  MISSED',
    'floor: fsynced-insert  0.5 ms  0.5 ms',
  ]);
});

test('without arguments the shop has 100,000 goods and a past short enough to wait for', () => {
  expect(readArguments([])).toEqual({ ok: true, options: { items: 100_000, past: 20_000, json: false } });
});

test('a size that is no number, a shop too small and an unknown switch are refused', () => {
  const wrong = [['--past=many'], ['--past=-1'], ['--items=10'], ['--speed']];
  expect(wrong.map((args) => readArguments(args).ok)).toEqual([false, false, false, false]);
});

test('the bench sells out of a catalogue without a single fault', () => {
  const { items, faults, warnings } = readCatalogue(catalogueFile(5000));
  expect({ items: items.length, names: new Set(items.map(({ name }) => name)).size, faults, warnings }).toEqual({
    items: 5000,
    names: 5000,
    faults: [],
    warnings: [],
  });
});

test('the past is whole: every row points to one that exists, and shifts hold a thousand sales at most', () => {
  const db = emptyShop();
  writePast(db, 1500, noon);
  const shifts = db.prepare('SELECT id FROM shift ORDER BY number').pluck().all().map(String);
  expect({
    dangling: db.pragma('foreign_key_check'),
    damage: db.pragma('integrity_check', { simple: true }),
    sales: shifts.map((id) => salesOfShift(db, id, 'completed').count),
    tenders: shifts.flatMap((id) => tendersOfShift(db, id).map(({ kind, count }) => [kind, count])),
    lines: db.prepare('SELECT count(*) FROM line').pluck().get(),
    unpaid: db
      .prepare(`SELECT count(*) FROM sale WHERE total <> (SELECT amount FROM tender WHERE sale_id = sale.id)`)
      .pluck()
      .get(),
    last: db.prepare('SELECT max(ended_at) FROM sale').pluck().get(),
  }).toEqual({
    dangling: [],
    damage: 'ok',
    sales: [1000, 500],
    tenders: [
      ['cash', 667],
      ['payme-go', 333],
      ['cash', 333],
      ['payme-go', 167],
    ],
    lines: 4500,
    unpaid: 0,
    last: noon - 60_000,
  });
});

test('the shift that is open gets its sales after those of the past', () => {
  const db = emptyShop();
  writePast(db, 100, noon - 86_400_000);
  insertShift(db, { id: 'today', openedAt: noon, openedBy: 'dilnoza', float: 0 as never });
  fillOpenShift(db, 30, noon);
  expect([salesOfShift(db, 'today', 'completed').count, db.pragma('foreign_key_check')]).toEqual([30, []]);
});

function emptyShop(): Db {
  const dir = mkdtempSync(join(tmpdir(), 'kassa-bench-test-'));
  const opened = openDatabase(join(dir, 'kassa.db'));
  if (!opened.ok) throw new Error(opened.fault.detail);
  const { db } = opened;
  onTestFinished(() => {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  });
  insertStaff(db, { id: 'dilnoza', name: 'Dilnoza', role: 'cashier', pinHash: 'x', language: 'uz' });
  importItems(db, readCatalogue(catalogueFile(1000)).items);
  return db;
}
