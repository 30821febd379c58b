import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { importItems } from '../../../../main/store/catalogue/import-items.ts';
import { insertFiscal, setRegistered } from '../../../../main/store/fiscal-documents.ts';
import { pastSales } from '../../../../main/till/history/past-sales.ts';
import { morning } from '../../store/shop-file.ts';
import { giveBack, goods, openBench, sell } from '../refund/bench.ts';
import type { Bench } from '../refund/bench.ts';

const cash = [{ kind: 'cash', amount: 400_000 }] as const;
const url = 'https://ofd.soliq.uz/check?t=ZZ000000000000&r=7&c=20261121090000&s=123456789012';

/** The bench's own sale of two loaves and a tea, and after it `count` of one loaf each, a minute apart. */
function shopWith(count: number): Bench {
  const bench = openBench();
  const loaf = (n: number) => [{ ...goods[0]!, id: `loaf-${n}`, quantity: goods[1]!.quantity }];
  for (let n = 2; n < count + 2; n++)
    sell(bench.db, `sale-${String(n).padStart(4, '0')}`, cash, loaf(n), morning + n * 60_000);
  return bench;
}
const numbers = (bench: Bench, arg: { text?: string; before?: number } = {}): number[] => {
  const found = pastSales(bench.counter, arg);
  return found.ok ? found.value.map(({ number }) => number) : [];
};
const item = (name: string, codes: string[]) => ({
  name,
  codes,
  price: tiyin(1),
  unit: 'dona',
  unitCode: null,
  vatPercent: 12,
  ikpu: null,
  packageCode: null,
  weighed: false,
  marked: false,
  group: null,
  minAge: null,
  cashlessOnly: false,
});

describe('past sales', () => {
  test('are listed newest first, fifty at a time', () => {
    const bench = shopWith(60);
    const first = pastSales(bench.counter, {});
    const shown = first.ok ? first.value : [];
    expect([shown.length, shown[0]?.number, shown.at(-1)?.number]).toEqual([50, 61, 12]);
    expect(numbers(bench, { before: shown.at(-1)!.at })).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  test('show what was sold, how it was paid and how much was given back', async () => {
    const bench = shopWith(0);
    await giveBack(bench, [{ lineId: 'bread', quantity: 1000 }]);
    expect(pastSales(bench.counter, {})).toEqual({
      ok: true,
      value: [
        {
          id: 'sale-1',
          number: 1,
          at: morning + 5000,
          total: 3_950_000,
          lines: 2,
          tenders: ['flitt'],
          cashier: 'Dilnoza',
          refunded: 400_000,
        },
      ],
    });
  });

  test('are found by the number on the receipt', () => {
    const bench = shopWith(3);
    expect([numbers(bench, { text: ' 3 ' }), numbers(bench, { text: '99' })]).toEqual([[3], []]);
  });

  test('are found by the address in the QR of a fiscal receipt', () => {
    const bench = shopWith(2);
    insertFiscal(bench.db, { id: 'f', saleId: 'sale-1', operation: 'sale', createdAt: morning });
    const word = { terminalId: 'ZZ000000000000', receiptSeq: '7', dateTime: '1', fiscalSign: '1', url };
    setRegistered(bench.db, 'f', word, morning);
    expect([numbers(bench, { text: url }), numbers(bench, { text: url.replace('r=7', 'r=8') })]).toEqual([[1], []]);
  });

  test('are found by words of their goods, in either alphabet, and by a code', () => {
    const bench = shopWith(2);
    importItems(bench.db, [item('Non', ['4780000000014']), item('Choy', ['4780000000021'])]);
    expect(numbers(bench, { text: 'choy' })).toEqual([1]);
    expect(numbers(bench, { text: 'чой' })).toEqual([1]);
    expect(numbers(bench, { text: 'no' })).toEqual([3, 2, 1]);
    expect(numbers(bench, { text: '4780000000021' })).toEqual([1]);
    expect(numbers(bench, { text: 'no', before: morning + 3 * 60_000 })).toEqual([2, 1]);
    expect(numbers(bench, { text: 'pivo' })).toEqual([]);
  });

  test('do not show what was never completed', () => {
    const bench = shopWith(0);
    bench.db.exec(`INSERT INTO sale (id, number, shift_id, staff_id, state, currency, opened_at, business_date)
      VALUES ('sale-9', 2, 'shift-1', 'dilnoza', 'open', 'UZS', 1, '2026-11-21')`);
    expect([numbers(bench), numbers(bench, { text: '2' })]).toEqual([[1], []]);
  });
});
