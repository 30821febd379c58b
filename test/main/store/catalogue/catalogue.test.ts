import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { countItems, findByCode, findById, findByPlu } from '../../../../main/store/catalogue/find.ts';
import { importItems } from '../../../../main/store/catalogue/import-items.ts';
import { listQuickKeys, setQuickKeys, setQuickKeysByCode } from '../../../../main/store/catalogue/quick-keys.ts';
import { search } from '../../../../main/store/catalogue/search.ts';
import type { Db } from '../../../../main/store/database.ts';
import { emptyCatalogue, goods } from './shelf.ts';

const names = (db: Db, text: string, limit = 20): string[] => search(db, text, limit).map(({ name }) => name);
const keyNames = (db: Db): [number, string][] => listQuickKeys(db).map(({ position, item }) => [position, item.name]);

describe('goods in the catalogue', () => {
  test('everything the import brings comes back as it was, with a number', () => {
    const db = emptyCatalogue();
    const row = goods('Vino qizil 0,75 l', {
      price: tiyin(8_990_050),
      unitCode: '1495086',
      vatPercent: null,
      ikpu: '02204001001000001',
      packageCode: '1234567',
      marked: true,
      group: 'Spirtli',
      minAge: 21,
      cashlessOnly: true,
      codes: ['4780001000013', '012345678905'],
    });
    importItems(db, [row]);
    expect(findById(db, 1)).toEqual({ id: 1, ...row });
  });

  test('0 % and "without VAT" stay different', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('a', { vatPercent: 0 }), goods('b', { vatPercent: null })]);
    expect([findById(db, 1)?.vatPercent, findById(db, 2)?.vatPercent]).toEqual([0, null]);
  });

  test('goods are found by every one of their codes, in any printed length', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Sut', { codes: ['0012345678905', '22123459', 'K-7'] })]);
    const codes = ['12345678905', '012345678905', '0012345678905', '00012345678905', '22123459', 'K-7', ' K-7 '];
    expect(codes.map((code) => findByCode(db, code)?.name)).toEqual([
      undefined,
      ...Array.from({ length: 6 }, () => 'Sut'),
    ]);
  });

  test('a number on a scale label finds weighed goods only, leading zeros or not', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Olma', { weighed: true, codes: ['123'] }), goods('Quti', { codes: ['00777'] })]);
    expect([findByPlu(db, '00123')?.name, findByPlu(db, '00777')?.name]).toEqual(['Olma', undefined]);
  });

  test('a damaged row leaves the old catalogue untouched', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Non', { codes: ['1'] })]);
    expect(() => importItems(db, [goods('Sut', { codes: ['2'] }), goods('', { codes: ['3'] })])).toThrow(/CHECK/);
    expect([countItems(db), findByCode(db, '1')?.name, names(db, 'non')]).toEqual([1, 'Non', ['Non']]);
  });

  test('two goods cannot share a code', () => {
    const db = emptyCatalogue();
    const rows = [goods('Sut', { codes: ['012345678905'] }), goods('Qatiq', { codes: ['0012345678905'] })];
    expect(() => importItems(db, rows)).toThrow(/UNIQUE/);
  });

  test('a fraction of a tiyin cannot be stored', () => {
    const db = emptyCatalogue();
    const insert = db.prepare(
      `INSERT INTO item (name, folded, price, unit, weighed, marked, cashless_only) VALUES ('a', 'a', ?, 'dona', 0, 0, 0)`,
    );
    expect(() => insert.run(10.5)).toThrow(/INTEGER/);
    expect(() => insert.run(-1)).toThrow(/CHECK/);
  });
});

describe('a new import', () => {
  test('replaces the catalogue and its search', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Eski non', { codes: ['1'] })]);
    importItems(db, [goods('Yangi sut', { codes: ['2'] })]);
    expect([countItems(db), findByCode(db, '1'), names(db, 'eski'), names(db, 'yangi')]).toEqual([
      1,
      undefined,
      [],
      ['Yangi sut'],
    ]);
  });

  test('leaves the number of goods that stay, whatever their place in the file', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Non', { codes: ['1'] }), goods('Sut', { codes: ['2'] }), goods('Kulcha')]);
    importItems(db, [goods('Kulcha'), goods('Choy', { codes: ['9'] }), goods('Sut 1 l', { codes: ['3', '2'] })]);
    expect([findById(db, 1), findById(db, 2)?.name, findById(db, 3)?.name, findById(db, 4)?.name]).toEqual([
      undefined,
      'Sut 1 l',
      'Kulcha',
      'Choy',
    ]);
  });

  test('keeps the quick keys of goods that stay, each in its place', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Non', { codes: ['1'] }), goods('Sut', { codes: ['2'] })]);
    setQuickKeys(db, [
      { position: 3, itemId: 1 },
      { position: 7, itemId: 2 },
    ]);
    importItems(db, [goods('Sut', { codes: ['2'] }), goods('Choy', { codes: ['3'] })]);
    expect(keyNames(db)).toEqual([[7, 'Sut']]);
  });

  test('tells how far it is', () => {
    const heard: [number, number][] = [];
    const rows = Array.from({ length: 5001 }, (_, at) => goods(`Mol ${at}`));
    importItems(emptyCatalogue(), rows, { onProgress: (done, total) => heard.push([done, total]) });
    expect(heard).toEqual([
      [5000, 5001],
      [5001, 5001],
    ]);
  });
});

describe('quick keys', () => {
  test('a shop that chose none gets its weighed goods first, then goods without a code', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Sut', { codes: ['1'] }), goods('Paket'), goods('Olma', { weighed: true, codes: ['7'] })]);
    expect(keyNames(db)).toEqual([
      [0, 'Olma'],
      [1, 'Paket'],
      [2, 'Sut'],
    ]);
  });

  test('never more than the screen holds', () => {
    const db = emptyCatalogue();
    importItems(
      db,
      Array.from({ length: 60 }, (_, at) => goods(`Meva ${at}`, { weighed: true })),
    );
    expect(listQuickKeys(db)).toHaveLength(24);
  });

  test('are set by code in the order given, unknown codes left out', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Non', { codes: ['1'] }), goods('Sut', { codes: ['2'] })]);
    setQuickKeysByCode(db, ['2', 'none', '1', '2']);
    expect(keyNames(db)).toEqual([
      [0, 'Sut'],
      [1, 'Non'],
    ]);
  });

  test('a key for goods that do not exist changes nothing', () => {
    const db = emptyCatalogue();
    importItems(db, [goods('Non', { codes: ['1'] })]);
    expect(() => setQuickKeys(db, [{ position: 0, itemId: 99 }])).toThrow(/FOREIGN KEY/);
    expect(keyNames(db)).toEqual([[0, 'Non']]);
  });
});

describe('search', () => {
  const shelf = [
    goods("Mol go'shti", { codes: ['101'], weighed: true }),
    goods('Гўшт қийма', { codes: ['102'] }),
    goods('Goʻsht konserva 325 g', { codes: ['4780001000013'] }),
    goods('Сметана 20%', { codes: ['4780001000020'] }),
    goods('Choy koʻk 100 g', { codes: ['4780002000012'] }),
    goods('Yogʻ paxta 1 l', { codes: ['4780003000011'] }),
    goods('Piyoz', { codes: ['4607001771562'], weighed: true }),
    goods('Печенье «Ёлочка» к чаю', { codes: ['x'] }),
  ];
  const stocked = (): Db => {
    const db = emptyCatalogue();
    importItems(db, shelf);
    return db;
  };

  test.each(['gosht', 'гўшт', 'goʻsht', "go'sht", 'go`sht', 'GOSHT'])(
    '%s finds meat in any spelling, names that begin with it first',
    (text) => {
      expect(names(stocked(), text)).toEqual(['Гўшт қийма', 'Goʻsht konserva 325 g', "Mol go'shti"]);
    },
  );

  test('a Latin keyboard finds Cyrillic names, and the other way round', () => {
    const db = stocked();
    expect([names(db, 'smetana'), names(db, 'чой'), names(db, 'elochka'), names(db, 'пиёз')]).toEqual([
      ['Сметана 20%'],
      ['Choy koʻk 100 g'],
      ['Печенье «Ёлочка» к чаю'],
      ['Piyoz'],
    ]);
  });

  test('every typed word must begin some word, in any order', () => {
    const db = stocked();
    expect([names(db, 'kons go'), names(db, 'gosht suv')]).toEqual([['Goʻsht konserva 325 g'], []]);
  });

  test('goods are found at every key of their name', () => {
    const db = stocked();
    for (const name of ['Yogʻ paxta 1 l', 'Choy koʻk 100 g', 'Piyoz', 'Печенье «Ёлочка» к чаю']) {
      for (let end = 1; end <= name.length; end += 1) expect(names(db, name.slice(0, end))).toContain(name);
    }
  });

  test('digits find codes by their beginning, the exact code first', () => {
    const db = stocked();
    expect([names(db, '10'), names(db, '102'), names(db, '478000100')]).toEqual([
      ["Mol go'shti", 'Гўшт қийма', 'Choy koʻk 100 g'],
      ['Гўшт қийма'],
      ['Goʻsht konserva 325 g', 'Сметана 20%'],
    ]);
  });

  test('signs of the query language are only text', () => {
    const db = stocked();
    const texts = ['"', '*', 'gosht"*', 'a OR b', 'NEAR(', '(', "'", '-', 'folded:gosht', 'NOT', '%', '½'];
    for (const text of texts) expect(() => search(db, text, 5)).not.toThrow();
    expect(names(db, '"gosht"*')).toHaveLength(3);
  });

  test('an empty text finds nothing, and no more come back than asked for', () => {
    const db = stocked();
    expect([names(db, ''), names(db, '   '), names(db, 'go', 2)]).toEqual([
      [],
      [],
      ['Гўшт қийма', 'Goʻsht konserva 325 g'],
    ]);
  });
});
