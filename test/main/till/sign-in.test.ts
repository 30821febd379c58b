import { describe, expect, test } from 'vitest';
import { auditTrail, bread, openCounter, openShop } from './rig.ts';
import type { Shop } from './rig.ts';

const idOf = (shop: Shop, name: string): string => shop.view().staff.find((person) => person.name === name)!.id;
const press = (shop: Shop, pin: string, name = 'Dilnoza') => shop.call('signIn', { staffId: idOf(shop, name), pin });
const wrong = async (shop: Shop, times: number): Promise<void> => {
  for (let n = 0; n < times; n++) await press(shop, '9999');
};
const lockedFor = (shop: Shop): number | null => {
  const { lockedUntil } = shop.view().staff.find(({ name }) => name === 'Dilnoza')!;
  return lockedUntil === null ? null : lockedUntil - shop.clock.now();
};

describe('signing in', () => {
  test('shows the people of the shop and nobody at the counter', async () => {
    const shop = await openShop();
    expect(shop.view()).toMatchObject({
      mode: 'live',
      signedIn: null,
      sale: null,
      quickKeys: [],
      staff: [
        { name: 'Dilnoza', role: 'cashier', language: 'uz', lockedUntil: null },
        { name: 'Aziz', role: 'manager', language: 'ru', lockedUntil: null },
      ],
    });
  });

  test('with the right PIN puts the person at the counter', async () => {
    const shop = await openShop();
    expect(await press(shop, '1111')).toEqual({ ok: true, value: null });
    expect(shop.view().signedIn?.name).toBe('Dilnoza');
    expect(auditTrail(shop).at(-1)).toEqual({ action: 'signed-in', facts: {} });
  });

  test("with somebody else's PIN is refused", async () => {
    const shop = await openShop();
    expect(await press(shop, '2222')).toEqual({ ok: false, error: { code: 'pin-wrong', facts: { failures: 1 } } });
    expect(shop.view().signedIn).toBeNull();
  });

  test('as somebody the shop does not know is refused like a wrong PIN', async () => {
    const shop = await openShop();
    expect(await shop.call('signIn', { staffId: 'nobody', pin: '1111' })).toMatchObject({
      error: { code: 'pin-wrong' },
    });
  });

  test.each(['', '12a4', '123456789'])('with "%s" instead of a PIN is no try at all', async (pin) => {
    const shop = await openShop();
    expect(await press(shop, pin)).toMatchObject({ ok: false, error: { code: 'bad-intent' } });
    expect(auditTrail(shop).map(({ action }) => action)).toEqual(['set-up']);
  });

  test('is needed before anything is sold', async () => {
    const shop = await openShop();
    expect(await shop.call('scan', { text: bread })).toMatchObject({ error: { code: 'not-signed-in' } });
    expect(await shop.call('openShift', { float: 0 })).toMatchObject({ error: { code: 'not-signed-in' } });
    expect(await shop.call('takeCash', { given: 1 })).toMatchObject({ error: { code: 'not-signed-in' } });
    expect(await shop.call('search', { text: 'non' })).toMatchObject({ error: { code: 'not-signed-in' } });
  });
});

describe('wrong PINs', () => {
  test('are counted on disk: the fifth locks, also when the till was started anew between them', async () => {
    const shop = await openShop();
    await wrong(shop, 3);
    await shop.restart({ bootId: 'boot-2' });
    await wrong(shop, 1);
    expect(lockedFor(shop)).toBeNull();
    await wrong(shop, 1);
    expect(lockedFor(shop)).toBe(60_000);
    expect(auditTrail(shop).map(({ action }) => action)).toEqual([
      'set-up',
      'pin-wrong',
      'pin-wrong',
      'pin-wrong',
      'pin-wrong',
      'pin-locked',
    ]);
  });

  test('lock even the right PIN out, and say until when', async () => {
    const shop = await openShop();
    await wrong(shop, 5);
    const until = shop.clock.now() + 60_000;
    expect(await press(shop, '1111')).toEqual({ ok: false, error: { code: 'pin-locked', facts: { until } } });
    await shop.restart({ bootId: 'boot-2' });
    shop.clock.advance(59_999);
    expect(await press(shop, '1111')).toMatchObject({ error: { code: 'pin-locked' } });
    shop.clock.advance(1);
    expect(await press(shop, '1111')).toEqual({ ok: true, value: null });
  });

  test('after the lock lock again, each time for twice as long', async () => {
    const shop = await openShop();
    await wrong(shop, 5);
    const waits = [lockedFor(shop)];
    for (let n = 0; n < 3; n++) {
      shop.clock.advance(waits.at(-1)!);
      await wrong(shop, 1);
      waits.push(lockedFor(shop));
    }
    expect(waits).toEqual([60_000, 120_000, 240_000, 480_000]);
  });

  test('pressed while locked do not make the lock longer', async () => {
    const shop = await openShop();
    await wrong(shop, 8);
    expect(lockedFor(shop)).toBe(60_000);
  });

  test('are forgotten after the right one', async () => {
    const shop = await openShop();
    await wrong(shop, 4);
    await press(shop, '1111');
    expect(await press(shop, '9999')).toMatchObject({ error: { code: 'pin-wrong', facts: { failures: 1 } } });
  });

  test('of one person do not lock out another', async () => {
    const shop = await openShop();
    await wrong(shop, 5);
    expect(await press(shop, '2222', 'Aziz')).toEqual({ ok: true, value: null });
  });

  test('pressed at the same moment are counted one by one', async () => {
    const shop = await openShop();
    await Promise.all(
      ['1', '2', '3', '4'].map((digit) => press(shop, digit.repeat(4) === '1111' ? '9999' : digit.repeat(4))),
    );
    expect(await press(shop, '9999')).toMatchObject({ error: { code: 'pin-locked' } });
  });
});

describe('the language', () => {
  test('of the screen is switched at once and kept for next time', async () => {
    const shop = await openShop();
    await press(shop, '1111');
    expect(await shop.call('setLanguage', { language: 'ru' })).toEqual({ ok: true, value: null });
    expect(shop.view().signedIn?.language).toBe('ru');
    await shop.restart({ bootId: 'boot-2' });
    expect(shop.view().staff.find(({ name }) => name === 'Dilnoza')?.language).toBe('ru');
  });

  test('belongs to a person: nobody at the counter, nothing to switch', async () => {
    const shop = await openShop();
    expect(await shop.call('setLanguage', { language: 'ru' })).toMatchObject({ error: { code: 'not-signed-in' } });
    await press(shop, '1111');
    expect(await shop.call('setLanguage', { language: 'de' as 'ru' })).toMatchObject({ error: { code: 'bad-intent' } });
  });
});

describe('the person at the counter', () => {
  test('stays when the till comes back after a crash', async () => {
    const shop = await openCounter();
    await shop.restart();
    expect(shop.view().signedIn?.name).toBe('Dilnoza');
  });

  test('is asked for the PIN when the program starts anew', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.restart({ bootId: 'boot-2' });
    expect(shop.view()).toMatchObject({ signedIn: null, sale: null, shift: { number: 1 } });
    await press(shop, '1111');
    expect(shop.view().sale?.total).toBe(400_000);
  });

  test('who signs out leaves the sale where it is', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    expect(await shop.call('signOut')).toEqual({ ok: true, value: null });
    expect(shop.view()).toMatchObject({ signedIn: null, sale: null });
    await press(shop, '2222', 'Aziz');
    expect(shop.view().sale?.total).toBe(400_000);
  });
});
