import { describe, expect, test } from 'vitest';
import { auditTrail, bread, openCounter, openPayment, peek, tea } from './rig.ts';
import type { Shop } from './rig.ts';

const parkedId = (shop: Shop, at = 0): string => shop.view().parked[at]!.id;

/** A bread put aside, a tea on the counter. */
const withOneAside = async (): Promise<Shop> => {
  const shop = await openCounter();
  await shop.call('scan', { text: bread });
  await shop.call('park');
  await shop.call('scan', { text: tea });
  return shop;
};

describe('putting a sale aside', () => {
  test('clears the counter and shows it among the parked', async () => {
    const shop = await openCounter();
    for (const text of [bread, tea]) await shop.call('scan', { text });
    expect(await shop.call('park')).toEqual({ ok: true, value: null });
    expect(shop.view()).toMatchObject({
      sale: null,
      parked: [{ number: 1, total: 3_550_000, lines: 2, attempt: null }],
    });
    expect(auditTrail(shop).at(-1)).toEqual({ action: 'sale-parked', facts: { number: 1 } });
  });

  test('without a line is refused', async () => {
    const shop = await openCounter();
    expect(await shop.call('park')).toMatchObject({ error: { code: 'sale-empty' } });
  });

  test('lets the next customer be served under the next number', async () => {
    const shop = await withOneAside();
    expect(shop.view()).toMatchObject({ sale: { number: 2, total: 3_150_000 }, parked: [{ number: 1 }] });
  });

  test("forgets the customer's code that waited for a yes: the next customer is never charged with it", async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('scan', { text: shop.box.issueCode() });
    expect(shop.view().payment?.step).toBe('confirm-wallet');
    await shop.call('park');
    await shop.call('scan', { text: tea });
    await shop.call('startPayment');
    expect(shop.view().payment?.step).toBe('choose');
    expect(await shop.call('confirmWallet')).toMatchObject({ error: { code: 'payment-expired' } });
    expect(shop.box.ledger.charges).toEqual([]);
  });

  test('survives the till', async () => {
    const shop = await withOneAside();
    const before = shop.view().parked;
    await shop.restart();
    expect(shop.view().parked).toEqual(before);
  });
});

describe('taking a sale back', () => {
  test('is refused while another one is on the counter', async () => {
    const shop = await withOneAside();
    expect(await shop.call('recall', { saleId: parkedId(shop) })).toMatchObject({ error: { code: 'sale-not-open' } });
    expect(shop.view()).toMatchObject({ sale: { number: 2 }, parked: [{ number: 1 }] });
  });

  test('brings its lines back to be sold', async () => {
    const shop = await withOneAside();
    await shop.call('voidSale');
    expect(await shop.call('recall', { saleId: parkedId(shop) })).toEqual({ ok: true, value: null });
    expect(shop.view()).toMatchObject({
      sale: { number: 1, state: 'open', total: 400_000 },
      parked: [],
      payment: null,
    });
    expect(await shop.call('scan', { text: bread })).toEqual({ ok: true, value: null });
    expect(shop.view().sale?.total).toBe(800_000);
  });

  test('voids the empty sale that stood on the counter', async () => {
    const shop = await withOneAside();
    await shop.call('removeLine', { lineId: shop.view().sale!.lines[0]!.id });
    await shop.call('recall', { saleId: parkedId(shop) });
    expect(peek(shop, 'SELECT number, state FROM sale ORDER BY number')).toEqual([
      { number: 1, state: 'open' },
      { number: 2, state: 'voided' },
    ]);
  });

  test('whose customer was paying comes back to the payment panel', async () => {
    const shop = await openPayment();
    await shop.call('chooseTender', { kind: 'cash' });
    await shop.call('park');
    await shop.call('recall', { saleId: parkedId(shop) });
    expect(shop.view()).toMatchObject({ sale: { state: 'tendering' }, payment: { step: 'choose', due: 3_950_000 } });
  });

  test('with money in doubt comes back to the panel that watches it', async () => {
    const shop = await openPayment();
    shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
    await shop.call('scan', { text: shop.box.issueCode() });
    await shop.until(({ payment }) => payment?.attempt?.state === 'in-doubt');
    await shop.call('park');
    expect(shop.view().parked).toMatchObject([{ attempt: 'in-doubt' }]);
    await shop.call('recall', { saleId: parkedId(shop) });
    expect(shop.view().payment).toMatchObject({ step: 'payme-go', attempt: { state: 'in-doubt' } });
  });

  test('that is not parked is refused', async () => {
    const shop = await withOneAside();
    expect(await shop.call('recall', { saleId: shop.view().sale!.id })).toMatchObject({
      error: { code: 'sale-not-found' },
    });
    expect(await shop.call('recall', { saleId: 'nothing' })).toMatchObject({ error: { code: 'sale-not-found' } });
  });
});

test('several sales wait in the order in which they were begun', async () => {
  const shop = await openCounter();
  for (const text of [bread, tea, bread]) {
    await shop.call('scan', { text });
    await shop.call('park');
    shop.clock.advance(1000);
  }
  expect(shop.view().parked.map(({ number, total }) => [number, total])).toEqual([
    [1, 400_000],
    [2, 3_150_000],
    [3, 400_000],
  ]);
});
