import { describe, expect, test } from 'vitest';
import { auditTrail, bread, peek, openCounter, openPayment, tea } from './rig.ts';
import type { Shop } from './rig.ts';

const lineId = (shop: Shop, at = 0): string => shop.view().sale!.lines[at]!.id;
const itemId = (shop: Shop, name: string): number => shop.view().quickKeys.find((key) => key.name === name)!.itemId;

describe('while the customer pays', () => {
  test('no line can be changed', async () => {
    const shop = await openPayment();
    const line = { lineId: lineId(shop) };
    expect(await shop.call('setQuantity', { ...line, quantity: 5000 })).toMatchObject({
      error: { code: 'lines-frozen' },
    });
    expect(await shop.call('removeLine', line)).toMatchObject({ error: { code: 'lines-frozen' } });
    expect(await shop.call('voidSale')).toMatchObject({ error: { code: 'lines-frozen' } });
    expect(await shop.call('addItem', { itemId: itemId(shop, 'Non') })).toMatchObject({
      error: { code: 'lines-frozen' },
    });
    expect(shop.view().sale?.total).toBe(3_950_000);
  });

  test('one step back opens the lines again', async () => {
    const shop = await openPayment();
    await shop.call('chooseTender', { kind: 'cash' });
    expect(shop.view().payment?.step).toBe('cash');
    await shop.call('back');
    expect(shop.view().payment?.step).toBe('choose');
    await shop.call('back');
    expect(shop.view()).toMatchObject({ payment: null, sale: { state: 'open' } });
    expect(await shop.call('scan', { text: bread })).toEqual({ ok: true, value: null });
  });

  test('only what the shop is set up for can be chosen', async () => {
    const shop = await openPayment();
    expect(await shop.call('chooseTender', { kind: 'card' })).toMatchObject({
      error: { code: 'tender-not-configured' },
    });
    expect(shop.view().payment?.tenders).toEqual([
      { kind: 'cash', refused: null },
      { kind: 'payme-go', refused: null },
    ]);
  });
});

describe('giving up a sale', () => {
  test('keeps it as voided, and the next one has the next number', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    expect(await shop.call('voidSale')).toEqual({ ok: true, value: null });
    expect(shop.view().sale).toBeNull();
    await shop.call('scan', { text: tea });
    expect(peek(shop, 'SELECT number, state, total FROM sale ORDER BY number')).toEqual([
      { number: 1, state: 'voided', total: 400_000 },
      { number: 2, state: 'open', total: 3_150_000 },
    ]);
    expect(auditTrail(shop).at(-1)).toEqual({ action: 'sale-voided', facts: { number: 1, total: 400_000 } });
  });

  test('where there is none is refused', async () => {
    const shop = await openCounter();
    expect(await shop.call('voidSale')).toMatchObject({ error: { code: 'sale-empty' } });
  });
});

test('a code held for a customer who then paid cash is not charged to the next one', async () => {
  const shop = await openCounter();
  await shop.call('scan', { text: bread });
  await shop.call('scan', { text: shop.box.issueCode() });
  await shop.call('takeCash', { given: 400_000 });
  await shop.call('scan', { text: tea });
  await shop.call('startPayment');
  expect(await shop.call('confirmWallet')).toMatchObject({ error: { code: 'payment-expired' } });
  expect(shop.view().payment).toMatchObject({ step: 'choose', attempt: null });
});

test('goods are found by name in either script and by code', async () => {
  const shop = await openCounter();
  for (const text of ['choy', 'чой', tea.slice(0, 12)]) {
    const found = await shop.call('search', { text });
    expect(found.ok && found.value.map(({ name }) => name)).toContain('Choy');
  }
});

describe('a till that was killed in mid-sale', () => {
  test('comes back with its lines', async () => {
    const shop = await openCounter();
    for (const text of [bread, bread, tea]) await shop.call('scan', { text });
    const before = shop.view().sale;
    await shop.restart();
    expect(shop.view().sale).toEqual(before);
  });

  test('comes back to the payment panel where the cashier was', async () => {
    const shop = await openPayment();
    await shop.call('chooseTender', { kind: 'cash' });
    const before = shop.view().payment;
    await shop.restart();
    expect(shop.view().payment).toEqual(before);
    expect(await shop.call('takeCash', { given: 3_950_000 })).toEqual({ ok: true, value: null });
  });

  test('comes back to the sale just done, and its receipt is printed once', async () => {
    const shop = await openPayment();
    await shop.call('takeCash', { given: 4_000_000 });
    await shop.restart();
    expect(shop.view().done).toMatchObject({ number: 1, change: 50_000 });
    await shop.pass(500, ({ done }) => done?.print.state === 'printed');
    expect([shop.box.ledger.receipts.length, shop.printer.jobs.length]).toEqual([1, 1]);
  });
});
