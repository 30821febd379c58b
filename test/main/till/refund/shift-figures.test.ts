import { expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { ShiftFigures } from '../../../../main/domain/shift.ts';
import { shiftFigures } from '../../../../main/report/shift-report.ts';
import { closeShiftRow, findShift, insertShift } from '../../../../main/store/shifts.ts';
import { freezeFigures, frozenFigures } from '../../../../main/till/frozen-figures.ts';
import { morning } from '../../store/shop-file.ts';
import { giveBack, openBench, sell, work } from './bench.ts';
import type { Bench, Paid } from './bench.ts';
import { fakeProvider } from './fake-provider.ts';

const whole = 3_950_000;
const loaf = [{ lineId: 'bread', quantity: 1000 }];
const yen: Paid = { kind: 'smartpay', amount: whole, charged: { amount: 1001, currency: 'JPY' } };
const none = { count: 0, amount: 0, oldestAt: null };

const shiftNow = ({ db }: Bench, id = 'shift-1') => findShift(db, id)!;
const figures = (bench: Bench, id?: string): ShiftFigures => shiftFigures(bench.db, shiftNow(bench, id));
const ledgers = (bench: Bench, id?: string): unknown => figures(bench, id).otherCurrencies;

function closeShift(bench: Bench): void {
  const counted = { at: morning + 90_000, by: 'dilnoza', expected: tiyin(0), counted: tiyin(0) };
  closeShiftRow(bench.db, 'shift-1', counted);
  freezeFigures(bench.db, 'shift-1');
}

test('what was taken in yen is a ledger of its own, and the sums of the shift stay in sums', async () => {
  const bench = openBench(fakeProvider(), [yen]);
  await giveBack(bench, loaf);
  expect(figures(bench)).toMatchObject({
    total: whole,
    byTender: [{ kind: 'smartpay', count: 1, amount: whole }],
    refunds: { count: 1, amount: 400_000 },
    otherCurrencies: [{ currency: 'JPY', count: 1, taken: 1001, givenBack: 101 }],
  });
});

test('every currency has a row of its own', () => {
  const bench = openBench(fakeProvider(), [yen]);
  sell(bench.db, 'sale-2', [{ ...yen, charged: { amount: 250, currency: 'JPY' } }], []);
  sell(bench.db, 'sale-3', [{ ...yen, charged: { amount: 1005, currency: 'USD' } }], []);
  expect(ledgers(bench)).toEqual([
    { currency: 'JPY', count: 2, taken: 1251, givenBack: 0 },
    { currency: 'USD', count: 1, taken: 1005, givenBack: 0 },
  ]);
});

test('a shop that takes sums only has no other currency, given back or not', async () => {
  const bench = openBench();
  await giveBack(bench);
  expect(ledgers(bench)).toEqual([]);
});

test('yen given back in a later shift stand on the report of that shift', async () => {
  const bench = openBench(fakeProvider(), [yen]);
  closeShift(bench);
  insertShift(bench.db, { id: 'shift-2', openedAt: morning + 91_000, openedBy: 'dilnoza', float: tiyin(0) });
  await giveBack(bench);
  expect([ledgers(bench), ledgers(bench, 'shift-2')]).toEqual([
    [{ currency: 'JPY', count: 1, taken: 1001, givenBack: 0 }],
    [{ currency: 'JPY', count: 0, taken: 0, givenBack: 1001 }],
  ]);
});

test('money on its way back is named among the unfinished until it is back', async () => {
  const bench = openBench();
  await giveBack(bench, loaf);
  const given = bench.db.prepare('SELECT created_at FROM refund_payment').pluck().get();
  expect(figures(bench).goingBack).toEqual({ count: 1, amount: 400_000, oldestAt: given });
  await work(bench);
  expect(figures(bench).goingBack).toEqual(none);
});

test('the closed report goes on naming what was on its way back when the shift was closed', async () => {
  const bench = openBench(fakeProvider(), [yen]);
  await giveBack(bench);
  closeShift(bench);
  const said = frozenFigures(shiftNow(bench));
  await work(bench);
  expect(said).toMatchObject({ goingBack: { count: 1, amount: whole }, otherCurrencies: [{ givenBack: 1001 }] });
  expect([frozenFigures(shiftNow(bench)), figures(bench).goingBack]).toEqual([said, none]);
});
