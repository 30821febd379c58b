import { expect, test } from 'vitest';
import { checkDigit } from '../../../../main/domain/gtin.ts';
import type { ItemRow } from '../../../../main/domain/item.ts';
import { tiyin } from '../../../../main/domain/money.ts';
import { words } from '../../../../main/domain/search-fold.ts';
import { countItems, findByCode } from '../../../../main/store/catalogue/find.ts';
import { importItems } from '../../../../main/store/catalogue/import-items.ts';
import { search } from '../../../../main/store/catalogue/search.ts';
import { emptyCatalogue, goods } from './shelf.ts';

const total = 100_000;
const things = ['Sut', 'Сметана', 'Goʻsht', 'Non', 'Shakar', 'Choy', 'Гўшт', 'Yogʻ', 'Печенье', 'Sovun', 'Suv', 'Kofe'];
const kinds = ['oq', 'qora', 'yumshoq', 'особый', 'Toshkent', 'Samarqand', 'premium', 'oilaviy', 'детский', 'xalqaro'];
const sizes = ['100 g', '250 g', '500 g', '1 kg', '1 l', '1,5 l', '0.5 l'];

/** The row at a place: names repeat words as a real price list does, codes never repeat. */
function row(at: number): ItemRow {
  const digits = `478${String(at).padStart(9, '0')}`;
  const name = [things[at % 12], kinds[at % 10], `B${at % 977}`, sizes[at % 7]].join(' ');
  return goods(name, { price: tiyin(100 * (at + 1)), codes: [digits + String(checkDigit(digits))] });
}

const rows = Array.from({ length: total }, (_, at) => row(at));

/** Prints a measurement for whoever runs this file by hand (KASSA_MEASURE=1); nothing here asserts a time. */
function measured<T>(what: string, work: () => T): T {
  const from = performance.now();
  const value = work();
  if (process.env['KASSA_MEASURE']) process.stdout.write(`${what}: ${(performance.now() - from).toFixed(1)} ms\n`);
  return value;
}

test('a price list of 100,000 goods is imported, found by code and searched by word', () => {
  const db = emptyCatalogue();
  measured('import of 100,000', () => importItems(db, rows));
  expect(countItems(db)).toBe(total);

  for (const at of [0, 1, 54_321, total - 1]) {
    expect(findByCode(db, row(at).codes[0] ?? '')).toEqual({ id: at + 1, ...row(at) });
  }

  const wanted = [
    'sut b11 ',
    'гўшт',
    'gosht 1 kg tosh',
    'pechenye det',
    'b976 oq',
    's',
    'b',
    'c',
    'sh',
    '47800005',
    '1',
    'y',
  ];
  for (const text of wanted) {
    const hits = measured(`search "${text}"`, () => search(db, text, 50));
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.length).toBeLessThanOrEqual(50);
  }
  const meat = search(db, 'gosht 1 kg tosh', 100_000);
  const expected = rows.filter(({ name }) =>
    ['gosht', '1', 'kg', 'toshkent'].every((word) => words(name).includes(word)),
  );
  expect(new Set(meat.map(({ name }) => name))).toEqual(new Set(expected.map(({ name }) => name)));

  measured('import of the same again', () => importItems(db, rows));
  expect([countItems(db), findByCode(db, row(77).codes[0] ?? '')?.id]).toEqual([total, 78]);
}, 120_000);
