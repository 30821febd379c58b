import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Fault } from '../../../../main/till/provision/faults.ts';
import { readProvision } from '../../../../main/till/provision/read.ts';
import { folder, goodProvision, header, laterParts, milk } from './files.ts';

const csv = `${header}\n${milk}\n`;

async function faultsOf(provision: unknown, catalogue = csv): Promise<Fault[]> {
  const text = typeof provision === 'string' ? provision : JSON.stringify(provision);
  const files = folder({ '/set/till.json': text, '/set/goods.csv': catalogue });
  const read = await readProvision('/set/till.json', { readFile: files });
  return read.ok ? [] : read.faults;
}

describe('a right provision file', () => {
  test('sets the till up with its goods', async () => {
    const files = folder({ '/set/till.json': JSON.stringify(goodProvision()), '/set/goods.csv': csv });
    expect(await readProvision('/set/till.json', { readFile: files })).toMatchObject({
      ok: true,
      provision: { ...goodProvision(), drawer: { kind: 'printer', pin: 2 } },
      items: [{ name: 'Sut 3,2% 1 l', price: 1_450_000, codes: ['4780001000013'] }],
      warnings: [],
    });
  });

  test('may leave out what has a usual value', async () => {
    const { shop, register, staff, catalogue, fiscal, version } = goodProvision();
    const short = {
      version,
      register,
      staff,
      catalogue,
      fiscal,
      shop: { name: shop.name, tin: shop.tin, address: shop.address, receiptLanguage: shop.receiptLanguage },
      paymeGo: { kind: 'fbox', baseUrl: 'http://127.0.0.1:1', amountUnit: 'tiyin' },
    };
    const files = folder({ '/set/till.json': JSON.stringify(short), '/set/goods.csv': csv });
    expect(await readProvision('/set/till.json', { readFile: files })).toMatchObject({
      ok: true,
      provision: {
        shop: { timezone: 'Asia/Tashkent', currency: 'UZS' },
        scanners: [],
        drawer: { kind: 'none' },
        paymeGo: {
          sendRegisterIds: true,
          timeoutSeconds: 75,
          codePrefixes: ['505'],
          codeLengths: [20],
          codeLifetimeSeconds: 20,
        },
        offline: { release: { enabled: false } },
      },
    });
  });

  test('may say "none" where there is no drawer', async () => {
    expect(await faultsOf({ ...goodProvision(), drawer: 'none' })).toEqual([]);
  });

  test('is read from a real folder, byte-order mark and all', async () => {
    const place = mkdtempSync(join(tmpdir(), 'kassa-provision-'));
    onTestFinished(() => rmSync(place, { recursive: true }));
    writeFileSync(join(place, 'till.json'), `\uFEFF${JSON.stringify(goodProvision(), null, 2)}`);
    writeFileSync(join(place, 'goods.csv'), `\uFEFF${csv.replaceAll('\n', '\r\n')}`);
    expect(await readProvision(join(place, 'till.json'), { readFile })).toMatchObject({
      ok: true,
      items: [{ unit: 'dona' }],
    });
  });
});

describe('a wrong provision file', () => {
  test('that is not there is named', async () => {
    expect(await readProvision('/set/till.json', { readFile: folder({}) })).toEqual({
      ok: false,
      faults: [{ where: 'file', code: 'file-missing', facts: { path: '/set/till.json' } }],
    });
  });

  test('that cannot be read is told apart from one that is missing', async () => {
    const denied = (): Promise<never> => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' }));
    expect(await readProvision('/set/till.json', { readFile: denied })).toMatchObject({
      faults: [{ code: 'file-unreadable' }],
    });
  });

  test('that is no JSON is named by line and column', async () => {
    expect(await faultsOf('{\n  "version": 1,\n  "shop": {,\n}')).toEqual([
      { where: 'file', code: 'not-json', facts: { line: 3, column: 12 } },
    ]);
  });

  test('has every fault named at once, each by its place', async () => {
    const good = goodProvision();
    const bad = {
      ...good,
      version: 2,
      shop: { ...good.shop, tin: '12', name: ' ', receiptLanguage: 'de', colour: 'red', timezone: 'Mars/Crater' },
      register: { name: 'Kassa 1', kkmId: 11 },
      scanners: [{ kind: 'telepathy' }, { kind: 'serial', path: '/dev/x', baudRate: 1.5 }],
      printer: { ...good.printer, port: 70_000, dots: 10 },
      drawer: { kind: 'printer', pin: 3 },
      fiscal: { kind: 'fbox', baseUrl: 'ftp://box' },
      catalogue: 'nowhere.csv',
      extra: true,
    };
    expect((await faultsOf(bad)).toSorted((a, b) => a.where.localeCompare(b.where))).toEqual([
      { where: 'drawer.pin', code: 'not-one-of', facts: { allowed: '2, 5' } },
      { where: 'extra', code: 'unknown-key', facts: {} },
      { where: 'fiscal.baseUrl', code: 'wrong-form', facts: {} },
      { where: 'nowhere.csv', code: 'file-missing', facts: { path: '/set/nowhere.csv' } },
      { where: 'printer.dots', code: 'too-small', facts: { least: 200 } },
      { where: 'printer.port', code: 'too-big', facts: { most: 65_535 } },
      { where: 'register.deviceId', code: 'missing', facts: {} },
      { where: 'register.kkmId', code: 'wrong-type', facts: { expected: 'string' } },
      { where: 'scanners[0].kind', code: 'not-one-of', facts: { allowed: 'serial, hid, wedge' } },
      { where: 'scanners[1].baudRate', code: 'wrong-type', facts: { expected: 'int' } },
      { where: 'shop.colour', code: 'unknown-key', facts: {} },
      { where: 'shop.name', code: 'empty', facts: {} },
      { where: 'shop.receiptLanguage', code: 'not-one-of', facts: { allowed: 'uz, uz-Cyrl, ru, en' } },
      { where: 'shop.timezone', code: 'wrong-form', facts: {} },
      { where: 'shop.tin', code: 'wrong-form', facts: {} },
      { where: 'version', code: 'not-one-of', facts: { allowed: '1' } },
    ]);
  });

  test.each(['[]', '"till"', 'null', '7'])('%s is no provision file', async (text) => {
    expect(await faultsOf(text)).toEqual([{ where: 'file', code: 'wrong-type', facts: { expected: 'object' } }]);
  });

  test('the amount unit of the box is never guessed', async () => {
    const { amountUnit: _unit, ...paymeGo } = goodProvision().paymeGo;
    expect(await faultsOf({ ...goodProvision(), paymeGo })).toEqual([
      { where: 'paymeGo.amountUnit', code: 'missing', facts: {} },
    ]);
  });
});

describe('staff', () => {
  const [cashier, manager] = goodProvision().staff;

  test('two people cannot share a name or a PIN, and the PIN is not repeated in the message', async () => {
    const staff = [cashier, manager, { ...cashier, name: 'dilnoza ', pin: '2222' }];
    expect(await faultsOf({ ...goodProvision(), staff })).toEqual([
      { where: 'staff[2].name', code: 'duplicate-name', facts: { sameAs: 'staff[0].name' } },
      { where: 'staff[2].pin', code: 'duplicate-pin', facts: { sameAs: 'staff[1].pin' } },
    ]);
  });

  test('somebody must be a manager', async () => {
    expect(await faultsOf({ ...goodProvision(), staff: [cashier] })).toEqual([
      { where: 'staff', code: 'no-manager', facts: {} },
    ]);
  });

  test('a PIN has four to eight digits', async () => {
    const staff = [manager, { ...cashier, pin: '123' }, { ...cashier, name: 'Olim', pin: '12a4' }];
    expect((await faultsOf({ ...goodProvision(), staff })).map(({ where, code }) => [where, code])).toEqual([
      ['staff[1].pin', 'wrong-form'],
      ['staff[2].pin', 'wrong-form'],
    ]);
  });
});

describe('what later versions bring', () => {
  test('is understood and refused by name', async () => {
    const later = {
      ...goodProvision(),
      ...laterParts(),
      scanners: [{ kind: 'wedge' }, { kind: 'hid', vendorId: 3118, productId: 2305 }],
      printer: { kind: 'system', name: 'Office' },
    };
    expect(await faultsOf(later)).toEqual([
      { where: 'scanners[1]', code: 'not-in-this-version', facts: { kind: 'hid' } },
      { where: 'printer', code: 'not-in-this-version', facts: { kind: 'system' } },
    ]);
  });
});

describe('the catalogue of a provision file', () => {
  const bad = `${csv}4780001000020;Non;12.5;dona;12;00401001001000002;1;796;0;0;Non;;0\n`;
  const fault = {
    where: 'goods.csv:3',
    code: 'price-not-whole-tiyin',
    facts: { line: 3, column: 'price', value: '12.5' },
  };

  test('with a bad row keeps the till from being set up, and says which line', async () => {
    expect(await faultsOf(goodProvision(), bad)).toEqual([fault]);
  });

  test('with a bad row is taken without it when the shop chose so', async () => {
    const files = folder({ '/set/till.json': JSON.stringify(goodProvision()), '/set/goods.csv': bad });
    expect(await readProvision('/set/till.json', { readFile: files, badRows: 'good-rows' })).toMatchObject({
      ok: true,
      items: [{ name: 'Sut 3,2% 1 l' }],
      leftOut: [fault],
      warnings: [],
    });
  });

  test('without a single good row is refused either way', async () => {
    const files = folder({
      '/set/till.json': JSON.stringify(goodProvision()),
      '/set/goods.csv': bad.replace(milk, ''),
    });
    expect(await readProvision('/set/till.json', { readFile: files, badRows: 'good-rows' })).toMatchObject({
      ok: false,
    });
  });

  test('is checked although the provision file itself is wrong', async () => {
    expect((await faultsOf({ ...goodProvision(), version: 7 }, bad)).map(({ where }) => where)).toEqual([
      'version',
      'goods.csv:3',
    ]);
  });

  test('saved by a spreadsheet in Windows-1251 is read, with a word about it', async () => {
    const cyrillic = Uint8Array.from([0xcd, 0xee, 0xed]);
    const rest = milk
      .replace('Sut 3,2% 1 l', '\u0000')
      .split('\u0000')
      .map((part) => new TextEncoder().encode(part));
    const goods = Buffer.concat([Buffer.from(`${header}\n`), rest[0]!, cyrillic, rest[1]!]);
    const files = folder({ '/set/till.json': JSON.stringify(goodProvision()), '/set/goods.csv': goods });
    expect(await readProvision('/set/till.json', { readFile: files })).toMatchObject({
      ok: true,
      items: [{ name: 'Нон' }],
      warnings: [{ where: 'goods.csv', code: 'read-as-windows-1251', facts: {} }],
    });
  });
});
