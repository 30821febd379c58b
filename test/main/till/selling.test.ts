import { describe, expect, test } from 'vitest';
import { auditTrail, beer, bread, noIkpu, openCounter, openShop, tea } from './rig.ts';
import type { Shop } from './rig.ts';

const lines = (shop: Shop): [string, number, number][] =>
  (shop.view().sale?.lines ?? []).map(({ name, quantity, total }) => [name, quantity, total]);
const lineId = (shop: Shop, at = 0): string => shop.view().sale!.lines[at]!.id;
const itemId = (shop: Shop, name: string): number => shop.view().quickKeys.find((key) => key.name === name)!.itemId;

describe('a scan', () => {
  test('of goods puts a line on the sale with its price and VAT', async () => {
    const shop = await openCounter();
    expect(await shop.call('scan', { text: tea })).toEqual({ ok: true, value: null });
    const id = lineId(shop);
    expect(shop.view().sale).toEqual({
      id: expect.any(String),
      number: 1,
      state: 'open',
      selectedLineId: id,
      lastLineId: id,
      total: 3_150_000,
      discount: 0,
      vat: 337_500,
      quantity: 1000,
      lines: [
        {
          id,
          code: tea,
          name: 'Choy',
          unit: 'dona',
          price: 3_150_000,
          quantity: 1000,
          discount: 0,
          total: 3_150_000,
          vat: 337_500,
          vatPercent: 12,
          weighed: false,
          minAge: null,
        },
      ],
    });
    expect(shop.view().sound?.kind).toBe('accepted');
  });

  test('of the same goods again grows the line; after other goods it opens a new one', async () => {
    const shop = await openCounter();
    for (const text of [bread, bread, tea, bread]) await shop.call('scan', { text });
    expect(lines(shop)).toEqual([
      ['Non', 2000, 800_000],
      ['Choy', 1000, 3_150_000],
      ['Non', 1000, 400_000],
    ]);
  });

  test('handed in twenty at once is counted twenty times', async () => {
    const shop = await openCounter();
    await Promise.all(Array.from({ length: 20 }, (_, n) => shop.call('scan', { text: n % 2 === 0 ? bread : tea })));
    expect(shop.view().sale).toMatchObject({ quantity: 20_000, total: 10 * 400_000 + 10 * 3_150_000 });
  });

  test.each([
    ['nobody sells', '4780000000007', 'code-unknown'],
    ['with a wrong check digit', '4780000000015', 'code-check-digit'],
    ['of a wallet while nothing was sold', '50512345678901234567', 'code-is-wallet'],
    ['of goods the fiscal box would refuse', noIkpu, 'item-not-fiscal'],
  ])('of a code %s is refused with the refusing sound', async (_what, text, code) => {
    const shop = await openCounter();
    expect(await shop.call('scan', { text })).toMatchObject({ ok: false, error: { code } });
    expect(shop.view()).toMatchObject({ sale: null, message: { code, tone: 'refused' }, sound: { kind: 'refused' } });
  });

  test('of a long unknown code shows only its ends, for it may be a credential', async () => {
    const shop = await openCounter();
    const refused = await shop.call('scan', { text: '9991234567890123456789' });
    expect(refused).toMatchObject({ error: { code: 'code-unknown', facts: { code: '999123…789' } } });
  });

  test('of goods for grown-ups asks for the age', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: beer });
    expect(shop.view()).toMatchObject({
      message: { code: 'age-check', facts: { age: 21, name: 'Pivo' } },
      sound: { kind: 'attention' },
    });
  });

  test('without an open shift is refused', async () => {
    const shop = await openShop();
    const dilnoza = shop.view().staff.find(({ name }) => name === 'Dilnoza')!;
    await shop.call('signIn', { staffId: dilnoza.id, pin: '1111' });
    expect(await shop.call('scan', { text: bread })).toMatchObject({ error: { code: 'no-shift' } });
  });
});

describe('a quantity', () => {
  test('of weighed goods may be half a kilogram', async () => {
    const shop = await openCounter();
    await shop.call('addItem', { itemId: itemId(shop, 'Pomidor'), quantity: 500 });
    expect(lines(shop)).toEqual([['Pomidor', 500, 600_000]]);
  });

  test('of weighed goods is a line of its own each time they are weighed', async () => {
    const shop = await openCounter();
    for (const quantity of [500, 1000, 1000]) await shop.call('addItem', { itemId: itemId(shop, 'Pomidor'), quantity });
    expect(lines(shop).map(([, quantity]) => quantity)).toEqual([500, 1000, 1000]);
  });

  test('set on a line changes its sum and the total', async () => {
    const shop = await openCounter();
    for (const text of [bread, tea]) await shop.call('scan', { text });
    expect(await shop.call('setQuantity', { lineId: lineId(shop), quantity: 12_000 })).toEqual({
      ok: true,
      value: null,
    });
    expect(shop.view().sale).toMatchObject({ total: 12 * 400_000 + 3_150_000, selectedLineId: lineId(shop) });
  });

  test.each([
    [1500, 'quantity-not-whole'],
    [100_000_000, 'quantity-too-large'],
    [99_999_000, 'amount-too-large'],
    [0, 'bad-intent'],
    [-1000, 'bad-intent'],
    [0.5, 'bad-intent'],
  ])('of %s thousandths of beer is refused: %s', async (quantity, code) => {
    const shop = await openCounter({
      goods: ['4780000000052;Oltin;2000000000;dona;12;02203001001000000;1500003;;0;0;;;'],
    });
    await shop.call('scan', { text: '4780000000052' });
    expect(await shop.call('setQuantity', { lineId: lineId(shop), quantity })).toMatchObject({ error: { code } });
    expect(lines(shop)).toEqual([['Oltin', 1000, 2_000_000_000]]);
  });

  test('does not grow past the largest one by scanning either', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: tea });
    await shop.call('setQuantity', { lineId: lineId(shop), quantity: 99_999_000 });
    expect(await shop.call('scan', { text: tea })).toMatchObject({ error: { code: 'quantity-too-large' } });
    expect(lines(shop)[0]?.[1]).toBe(99_999_000);
  });

  test('of a line that is not there is refused', async () => {
    const shop = await openCounter();
    expect(await shop.call('setQuantity', { lineId: 'x', quantity: 1000 })).toMatchObject({
      error: { code: 'line-not-found' },
    });
    await shop.call('scan', { text: bread });
    expect(await shop.call('setQuantity', { lineId: 'x', quantity: 1000 })).toMatchObject({
      error: { code: 'line-not-found' },
    });
  });
});

describe('taking a line off', () => {
  test('leaves the rest, selects the last line, and says in the audit what was taken off', async () => {
    const shop = await openCounter();
    for (const text of [bread, bread, tea]) await shop.call('scan', { text });
    const [first, second] = [lineId(shop, 0), lineId(shop, 1)];
    await shop.call('removeLine', { lineId: first });
    expect(shop.view().sale).toMatchObject({ total: 3_150_000, selectedLineId: second, lastLineId: second });
    expect(auditTrail(shop).at(-1)).toEqual({
      action: 'line-removed',
      facts: { name: 'Non', quantity: 2000, price: 400_000 },
    });
  });

  test('twice is refused the second time', async () => {
    const shop = await openCounter();
    for (const text of [bread, tea]) await shop.call('scan', { text });
    const first = lineId(shop);
    await shop.call('removeLine', { lineId: first });
    expect(await shop.call('removeLine', { lineId: first })).toMatchObject({ error: { code: 'line-not-found' } });
  });

  test('of the only line leaves nothing to pay', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('removeLine', { lineId: lineId(shop) });
    expect(await shop.call('startPayment')).toMatchObject({ error: { code: 'sale-empty' } });
  });
});
