import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../../main/till/provision/catalogue-csv.ts';
import type { CatalogueFile } from '../../../../main/till/provision/catalogue-csv.ts';
import { header, milk } from './files.ts';

const read = (...rows: string[]): CatalogueFile => readCatalogue([header, ...rows, ''].join('\n'));
const ikpu = '00401001001000001';
const row = (code: string, name: string, price = '100', rest = `dona;12;${ikpu};77;796;0;0;;;0`): string =>
  `${code};${name};${price};${rest}`;

describe('a catalogue file', () => {
  test('gives goods with every field, zeros in front kept', () => {
    const text = '4780001000013|012345678905;Aroq 0,5 l;4590000;dona;;02208001001000007;0012;0796;no;yes;Spirtli;21;1';
    expect(read(text)).toEqual({
      faults: [],
      warnings: [],
      items: [
        {
          name: 'Aroq 0,5 l',
          price: 4_590_000,
          unit: 'dona',
          unitCode: '0796',
          vatPercent: null,
          ikpu: '02208001001000007',
          packageCode: '0012',
          weighed: false,
          marked: true,
          group: 'Spirtli',
          minAge: 21,
          cashlessOnly: true,
          codes: ['4780001000013', '012345678905'],
        },
      ],
    });
  });

  test('tells 0 % from "without VAT"', () => {
    const rows = ['0', '', '12'].map((vat, at) => row(String(at), 'a', '1', `dona;${vat};${ikpu};77;796;0;0;;;0`));
    expect(read(...rows).items.map(({ vatPercent }) => vatPercent)).toEqual([0, null, 12]);
  });

  test('may have a byte-order mark, CRLF, empty lines, empty columns at the end and columns in another order', () => {
    const swapped = header.replace('code;name;', 'Name; CODE ;');
    const text = `\uFEFF${swapped};;\r\n\r\nNon;5;100;dona;12;${ikpu};77;796;yes;0;;;0;;\r\n;;;\r\n`;
    expect(readCatalogue(text)).toMatchObject({
      items: [{ name: 'Non', codes: ['5'], weighed: true }],
      faults: [],
      warnings: [],
    });
  });

  test('keeps quotation marks inside names, and separators inside quotes', () => {
    expect(read(row('1', 'Sut "Oltin" 1 l'), row('2', '"Tuz; ""ekstra"""')).items.map(({ name }) => name)).toEqual([
      'Sut "Oltin" 1 l',
      'Tuz; "ekstra"',
    ]);
  });

  test('may hold goods without any code', () => {
    expect(read(row('', 'Kulcha')).items).toMatchObject([{ name: 'Kulcha', codes: [] }]);
  });
});

describe('bad rows', () => {
  test('are all named by line and column, the good ones kept', () => {
    const file = read(
      milk,
      row('2', '', '12.5'),
      row('3', 'Non', '-5'),
      row('4', 'Non', '1e5', `dona;120;${ikpu};77;796;maybe;0;;old;2`),
      row('5', 'Choy', ''),
      row('6', 'Choy', '9007199254740993'),
      'a;b;c',
      row('7', 'Qand', '100', `;12.5;${ikpu};77;796;0;0;;;0`),
      row('8', 'Tuz'),
    );
    expect(file.faults).toEqual([
      { line: 3, column: 'name', code: 'empty', facts: {} },
      { line: 3, column: 'price', code: 'price-not-whole-tiyin', facts: { value: '12.5' } },
      { line: 4, column: 'price', code: 'price-not-whole-tiyin', facts: { value: '-5' } },
      { line: 5, column: 'price', code: 'price-not-whole-tiyin', facts: { value: '1e5' } },
      { line: 5, column: 'vat_percent', code: 'vat-not-percent', facts: {} },
      { line: 5, column: 'weighed', code: 'not-yes-or-no', facts: { value: 'maybe' } },
      { line: 5, column: 'min_age', code: 'age-not-years', facts: {} },
      { line: 5, column: 'cashless_only', code: 'not-yes-or-no', facts: { value: '2' } },
      { line: 6, column: 'price', code: 'price-not-whole-tiyin', facts: { value: '' } },
      { line: 7, column: 'price', code: 'price-not-whole-tiyin', facts: { value: '9007199254740993' } },
      { line: 8, column: '', code: 'column-count', facts: { expected: 13, found: 3 } },
      { line: 9, column: 'unit', code: 'empty', facts: {} },
      { line: 9, column: 'vat_percent', code: 'vat-not-percent', facts: {} },
    ]);
    expect(file.items.map(({ name }) => name)).toEqual(['Sut 3,2% 1 l', 'Tuz']);
  });

  test('with more cells than columns are refused, because a name may have been cut in two', () => {
    expect(read(`${milk};x`).faults).toEqual([
      { line: 2, column: '', code: 'column-count', facts: { expected: 13, found: 14 } },
    ]);
  });

  test('that repeat a code name both lines, in whatever length it is printed', () => {
    expect(read(row('012345678905', 'Sut'), row('9', 'Non'), row('5|0012345678905', 'Qatiq'))).toMatchObject({
      items: [{ name: 'Sut' }, { name: 'Non' }],
      faults: [{ line: 4, column: 'code', code: 'duplicate-code', facts: { value: '0012345678905', firstLine: 2 } }],
    });
  });

  test('that were refused do not keep their code from a good row', () => {
    expect(read(row('1', '', '5'), row('1', 'Non')).items).toMatchObject([{ name: 'Non' }]);
  });

  test('after a name of several lines are still counted right', () => {
    expect(read(row('1', '"Uzun\nnom"'), row('2', 'Non', 'x')).faults).toMatchObject([{ line: 4, column: 'price' }]);
  });

  test('behind a quote that is never closed are named by the line of the quote', () => {
    expect(read(row('1', 'Non'), row('2', '"Sut'), row('3', 'Tuz'))).toMatchObject({
      items: [{ name: 'Non' }],
      faults: [{ line: 3, column: '', code: 'quote-not-closed', facts: {} }],
    });
  });
});

describe('a wrong header', () => {
  test('names every unknown, repeated and missing column', () => {
    expect(readCatalogue('code;name;cost;name;unit;vat_percent;ikpu\n1;a;1;a;b;;\n')).toEqual({
      items: [],
      warnings: [],
      faults: [
        { line: 1, column: 'cost', code: 'unknown-column', facts: { place: 3 } },
        { line: 1, column: 'name', code: 'duplicate-column', facts: { place: 4 } },
        { line: 1, column: 'price', code: 'missing-column', facts: {} },
        { line: 1, column: 'package_code', code: 'missing-column', facts: {} },
      ],
    });
  });

  test.each(['', '\n\n', `${header}\n`])('an empty file says so', (text) => {
    expect(readCatalogue(text)).toMatchObject({ items: [], faults: [{ line: 1, code: 'empty-catalogue' }] });
  });
});

describe('warnings', () => {
  test('let the row in: a wrong check digit, a free price, an IKPU or package code that is missing or misshapen', () => {
    const file = read(
      row('4780001000014', 'Sut', '0', 'dona;12;1.0063E+16;;796;0;0;;;0'),
      row('2', 'Non', '1', 'dona;12;;77;796;0;0;;;0'),
    );
    expect(file.items).toHaveLength(2);
    expect(file.faults).toEqual([]);
    expect(file.warnings).toEqual([
      { line: 2, column: 'price', code: 'price-zero', facts: {} },
      { line: 2, column: 'ikpu', code: 'ikpu-not-17-digits', facts: { value: '1.0063E+16' } },
      { line: 2, column: 'package_code', code: 'package-code-missing', facts: {} },
      { line: 2, column: 'code', code: 'check-digit', facts: { value: '4780001000014' } },
      { line: 3, column: 'ikpu', code: 'ikpu-missing', facts: {} },
    ]);
  });
});
