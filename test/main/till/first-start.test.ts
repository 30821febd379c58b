import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashPin, pinMatches } from '../../../main/till/pin.ts';
import { bread, catalogueCsv, openShop, peek } from './rig.ts';
import type { Shop } from './rig.ts';

type File = Record<string, unknown>;
const setUp = (shop: Shop, badRows: 'refuse' | 'skip' = 'refuse') =>
  shop.call('setUp', { path: shop.provisionPath, badRows });

/** Changes the provision file beside the till. */
const edit = (shop: Shop, change: (file: File) => File): void => {
  const file = JSON.parse(readFileSync(shop.provisionPath, 'utf8')) as File;
  writeFileSync(shop.provisionPath, JSON.stringify(change(file)));
};
const kept = (shop: Shop): unknown =>
  peek(
    shop,
    'SELECT (SELECT count(*) FROM setting) AS settings, (SELECT count(*) FROM staff) AS staff, (SELECT count(*) FROM item) AS items, (SELECT count(*) FROM audit) AS audit',
  );
const nothing = [{ settings: 0, staff: 0, items: 0, audit: 0 }];

describe('a till without a provision file', () => {
  test('waits for its first start and sells nothing', async () => {
    const shop = await openShop({ fresh: true });
    expect(shop.view()).toMatchObject({
      mode: 'first-start',
      shop: null,
      register: null,
      staff: [],
      shift: null,
      sale: null,
    });
    expect(await shop.call('scan', { text: bread })).toMatchObject({ error: { code: 'not-signed-in' } });
    expect(kept(shop)).toEqual(nothing);
  });

  test('still waits after a restart', async () => {
    const shop = await openShop({ fresh: true });
    await shop.restart({ bootId: 'boot-2' });
    expect(shop.view().mode).toBe('first-start');
  });

  test('tells the shell when the person chose training, and changes nothing itself', async () => {
    const shop = await openShop({ fresh: true });
    expect(await shop.call('startTraining')).toEqual({ ok: true, value: null });
    expect(shop.shell).toEqual([{ type: 'restart-in-training' }]);
    expect([shop.view().mode, kept(shop)]).toEqual(['first-start', nothing]);
  });
});

describe('setting up', () => {
  test('from a right file makes a till that sells, also after a restart', async () => {
    const shop = await openShop({ fresh: true });
    expect(await setUp(shop)).toEqual({ ok: true, value: { faults: [] } });
    const ready = {
      mode: 'live',
      shop: { name: 'Baraka' },
      register: { name: 'Kassa 1' },
      staff: [{ name: 'Dilnoza' }, { name: 'Aziz' }],
    };
    expect(shop.view()).toMatchObject(ready);
    await shop.restart({ bootId: 'boot-2' });
    expect(shop.view()).toMatchObject(ready);
    const dilnoza = shop.view().staff.find(({ name }) => name === 'Dilnoza')!;
    await shop.call('signIn', { staffId: dilnoza.id, pin: '1111' });
    await shop.call('openShift', { float: 0 });
    expect(await shop.call('scan', { text: bread })).toEqual({ ok: true, value: null });
  });

  test('from a faulty file names every fault and changes nothing', async () => {
    const shop = await openShop({ fresh: true });
    edit(shop, (file) => ({
      ...file,
      shop: { ...(file['shop'] as File), tin: '12', currency: 'USD' },
      staff: [{ name: 'Dilnoza', role: 'boss', pin: '12', language: 'uz' }],
      colour: 'green',
    }));
    writeFileSync(join(shop.dir, 'goods.csv'), `${catalogueCsv}\n4780000000069;Suv;cheap;dona;12;;;;0;0;;;`);
    const answer = await setUp(shop);
    const places = answer.ok ? answer.value.faults.map(({ where }) => where) : [];
    expect(places.join('\n')).toMatch(/shop.*tin/);
    expect(places.join('\n')).toMatch(/shop.*currency/);
    expect(places.join('\n')).toMatch(/staff.*role/);
    expect(places.join('\n')).toMatch(/staff.*pin/);
    expect(places.length).toBeGreaterThanOrEqual(5);
    expect([shop.view().mode, kept(shop), shop.shell]).toEqual(['first-start', nothing, []]);
  });

  test('from a file that is not there, or is no JSON, names it', async () => {
    const shop = await openShop({ fresh: true });
    const missing = await shop.call('setUp', { path: join(shop.dir, 'nowhere.json'), badRows: 'refuse' });
    expect(missing.ok && missing.value.faults).toHaveLength(1);
    writeFileSync(shop.provisionPath, '{"version": 1,');
    const broken = await setUp(shop);
    expect(broken.ok && broken.value.faults).toHaveLength(1);
    expect(kept(shop)).toEqual(nothing);
  });

  const goodRows = catalogueCsv.split('\n').length - 1;
  const badRow = '4780000000069;Suv;cheap;dona;12;00902001001000000;1500002;;0;0;;;';

  test('with a bad row in the catalogue names its line and imports nothing', async () => {
    const shop = await openShop({ fresh: true, goods: [badRow] });
    const answer = await setUp(shop);
    expect(answer).toEqual({
      ok: true,
      value: { faults: [{ where: `goods.csv:${goodRows + 2}`, code: expect.any(String), facts: expect.any(Object) }] },
    });
    expect(kept(shop)).toEqual(nothing);
  });

  test('skipping bad rows imports the good ones and names the line that was left out', async () => {
    const shop = await openShop({ fresh: true, goods: [badRow] });
    expect(await setUp(shop, 'skip')).toMatchObject({
      ok: true,
      value: { faults: [{ where: `goods.csv:${goodRows + 2}`, code: 'price-not-whole-tiyin' }] },
    });
    expect(kept(shop)).toEqual([{ settings: 1, staff: 2, items: goodRows, audit: 1 }]);
  });

  test('twice is refused, and the second file is not looked at', async () => {
    const shop = await openShop({ fresh: true });
    await setUp(shop);
    edit(shop, (file) => ({ ...file, staff: [{ name: 'Thief', role: 'manager', pin: '0000', language: 'uz' }] }));
    expect(await setUp(shop)).toMatchObject({ ok: false, error: { code: 'already-set-up' } });
    expect(shop.view().staff.map(({ name }) => name)).toEqual(['Dilnoza', 'Aziz']);
  });

  test('keeps PINs only as scrypt hashes, and salts them: equal PINs do not look equal', async () => {
    const shop = await openShop();
    const hashes = peek<{ pin_hash: string }>(shop, 'SELECT pin_hash FROM staff').map(({ pin_hash }) => pin_hash);
    for (const hash of hashes) expect(hash).toMatch(/^scrypt\$16384\$[\w+/=]{24}\$[\w+/=]{44}$/);
    const [one, two] = [await hashPin('1111'), await hashPin('1111')];
    expect(one).not.toBe(two);
    expect([await pinMatches('1111', one), await pinMatches('1112', one)]).toEqual([true, false]);
  });
});

test('a faulty file given at the start keeps the till from starting, with every fault in words', async () => {
  const shop = await openShop({ fresh: true });
  await shop.stop();
  edit(shop, (file) => ({ ...file, version: 2, colour: 'green' }));
  await expect(shop.start('boot-2', shop.provisionPath)).rejects.toThrow(/provision-refused: .*version.*;.*colour/s);
  expect(kept(shop)).toEqual(nothing);
});
