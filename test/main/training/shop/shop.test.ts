import { describe, expect, test } from 'vitest';
import { checkDigitOk, looksLikeGtin } from '../../../../main/domain/gtin.ts';
import { findByCode, findByPlu } from '../../../../main/store/catalogue/find.ts';
import { importItems } from '../../../../main/store/catalogue/import-items.ts';
import { listQuickKeys, setQuickKeysByCode } from '../../../../main/store/catalogue/quick-keys.ts';
import { search } from '../../../../main/store/catalogue/search.ts';
import { provisionSchema } from '../../../../main/till/provision/schema.ts';
import type { Provision } from '../../../../main/till/provision/schema.ts';
import { notYetFaults } from '../../../../main/till/provision/not-in-this-version.ts';
import { staffFaults } from '../../../../main/till/provision/staff-faults.ts';
import { trainingCode, trainingGoods, trainingQuickKeys } from '../../../../main/training/shop/goods.ts';
import { trainingShop } from '../../../../main/training/shop/shop.ts';
import { emptyCatalogue } from '../../store/catalogue/shelf.ts';

const repeated = (values: readonly string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at);
const namesWhere = (fits: (row: (typeof trainingGoods)[number]) => boolean): string[] =>
  trainingGoods.filter(fits).map(({ name }) => name);

describe('the goods of the training shop', () => {
  test('are about two hundred', () => {
    expect(trainingGoods.length).toBeGreaterThanOrEqual(190);
    expect(trainingGoods.length).toBeLessThanOrEqual(240);
  });

  test('have names and codes of their own', () => {
    expect(repeated(trainingGoods.map(({ name }) => name))).toEqual([]);
    expect(repeated(trainingGoods.flatMap(({ codes }) => codes))).toEqual([]);
  });

  test('carry EAN-13 codes of Uzbekistan with a right check digit, unless they are weighed or bundled', () => {
    const packed = trainingGoods.filter(({ codes }) => (codes[0]?.length ?? 0) > 3);
    const wrong = packed.filter(({ codes }) => !codes.every((code) => /^478\d{10}$/.test(code) && checkDigitOk(code)));
    expect([wrong, packed.length > 170]).toEqual([[], true]);
    expect(namesWhere(({ weighed, codes }) => weighed && codes.some(looksLikeGtin))).toEqual([]);
  });

  test('have an IKPU of 17 digits and a package code, some with zeros in front', () => {
    expect(
      namesWhere(({ ikpu, packageCode }) => !/^\d{17}$/.test(ikpu ?? '') || !/^\d{7}$/.test(packageCode ?? '')),
    ).toEqual([]);
    expect(namesWhere(({ ikpu }) => ikpu?.startsWith('00') ?? false).length).toBeGreaterThan(20);
    expect(repeated(trainingGoods.map(({ ikpu }) => ikpu ?? ''))).toEqual([]);
  });

  test('cost whole sums, and by weight whole sums for every gram, so that Payme in sums can take them', () => {
    expect(namesWhere(({ price, weighed }) => price <= 0 || price % (weighed ? 100_000 : 10_000) !== 0)).toEqual([]);
  });

  test('are weighed, without VAT, or for grown-ups and never for cash, where the trade has it so', () => {
    expect(namesWhere(({ weighed }) => weighed).length).toBeGreaterThanOrEqual(20);
    expect(namesWhere(({ weighed, unit }) => weighed !== (unit === 'kg'))).toEqual([]);
    expect(namesWhere(({ vatPercent }) => vatPercent === null).length).toBeGreaterThan(20);
    expect(namesWhere(({ minAge, cashlessOnly }) => (minAge === 21) !== cashlessOnly)).toEqual([]);
    expect(namesWhere(({ minAge }) => minAge === 21)).toHaveLength(9);
  });

  test("stand in the catalogue like any shop's, with their quick keys", () => {
    const db = emptyCatalogue();
    importItems(db, trainingGoods);
    setQuickKeysByCode(db, trainingQuickKeys);
    expect(listQuickKeys(db).map(({ item }) => item.codes[0])).toEqual(trainingQuickKeys);
    expect(trainingQuickKeys).toHaveLength(24);
    expect(findByPlu(db, '00101')?.name).toBe('Olma qizil');
    expect(findByCode(db, trainingCode('Obi non'))?.name).toBe('Obi non');
    expect(search(db, 'гўшт', 3).map(({ name }) => name)).toEqual([
      'Goʻsht konservasi 325 g',
      'Mol goʻshti',
      'Qoʻy goʻshti',
    ]);
    expect(search(db, 'smetana', 3).map(({ name }) => name)).toEqual(['Сметана 15% 400 г', 'Smetana 20% 200 g']);
  });

  test('that are not sold cannot be asked for', () => {
    expect(() => trainingCode('Raketa')).toThrow(/does not sell/);
  });
});

describe('the training till', () => {
  const payme = {
    baseUrl: 'http://127.0.0.1:4003/api',
    checkoutUrl: 'http://127.0.0.1:4003',
    cashboxId: 'training',
    key: 'training',
  };
  const flitt = { baseUrl: 'http://127.0.0.1:4004', merchantId: '1', secret: 'training' };
  const smartpay = {
    baseUrl: 'http://127.0.0.1:4005/v1',
    secretKey: 'sk_test_training',
    subscriptionId: 'training',
    webhookSecret: 'training',
  };
  const urls = {
    fbox: 'http://127.0.0.1:4001',
    payme,
    flitt,
    smartpay,
    merchant: { login: 'Paycom', key: 'training' },
    printer: { host: '127.0.0.1', port: 4002 },
    scannerPath: '/tmp/pty',
  };

  test('is set up by the same rules as any other', () => {
    const provision: Provision = trainingShop(urls);
    expect(provisionSchema.parse(provision)).toEqual(provision);
    expect([...staffFaults(provision), ...notYetFaults(provision)]).toEqual([]);
  });

  test('talks to the given simulators and to nobody else', () => {
    const addresses = JSON.stringify(trainingShop(urls)).match(/https?:[^"]+/g);
    expect(new Set(addresses)).toEqual(
      new Set([urls.fbox, payme.baseUrl, payme.checkoutUrl, flitt.baseUrl, smartpay.baseUrl]),
    );
  });

  test('has the wedge alone where no virtual scanner is given', () => {
    expect(trainingShop({ ...urls, scannerPath: undefined }).scanners).toEqual([{ kind: 'wedge' }]);
  });
});
