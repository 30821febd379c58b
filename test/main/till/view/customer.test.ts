import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { bread, openCounter, openPayment, openShop, tea } from '../rig.ts';
import type { Shop } from '../rig.ts';

/** Nobody's goods and nobody's money. */
const nothing = {
  lines: [],
  lastLineId: null,
  total: 0,
  discount: 0,
  due: 0,
  change: 0,
  checkout: null,
  goingBack: false,
};

const step = (shop: Shop): string => shop.customer().step;

/** Waits until the customer is shown a step, the clock standing still. */
const untilStep = (shop: Shop, wanted: string) => shop.until(() => step(shop) === wanted);

/** A customer's code at the open panel. */
async function showCode(shop: Shop, balance?: number): Promise<void> {
  await shop.call('chooseTender', { kind: 'payme-go' });
  const code = shop.box.issueCode(balance === undefined ? {} : { balance: tiyin(balance) });
  await shop.call('scan', { text: code });
}

describe('while nobody is served the customer’s screen', () => {
  test('says that a till without a shift is closed', async () => {
    const shop = await openShop();
    expect(shop.customer()).toMatchObject({ ...nothing, step: 'closed', shopName: 'Baraka', changesAt: null });
  });

  test('of a till that is not set up shows no shop and says nothing else', async () => {
    const shop = await openShop({ fresh: true });
    expect(shop.customer()).toMatchObject({ ...nothing, step: 'closed', shopName: null, language: 'uz' });
  });

  test('welcomes the next customer', async () => {
    const shop = await openCounter();
    expect(shop.customer()).toMatchObject({ ...nothing, step: 'idle', shopName: 'Baraka', training: false });
  });

  test('forgets a sale whose lines were all taken off', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('removeLine', { lineId: shop.customer().lines[0]!.id });
    expect(shop.customer()).toMatchObject({ ...nothing, step: 'idle' });
  });
});

describe('while goods are scanned the customer', () => {
  test('sees the total from the first scan, and the line touched last', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    const { lines, lastLineId, ...view } = shop.customer();
    const line = {
      name: 'Non',
      unit: 'dona',
      weighed: false,
      quantity: 1000,
      price: 400_000,
      discount: 0,
      total: 400_000,
    };
    expect(view).toMatchObject({ step: 'selling', total: 400_000, due: 400_000, currency: 'UZS', checkout: null });
    expect(lines).toEqual([{ id: lastLineId, ...line }]);
  });

  test('sees each line with its price, in the order of scanning', async () => {
    const shop = await openCounter();
    for (const text of [bread, tea, bread]) await shop.call('scan', { text });
    const { lines, total } = shop.customer();
    expect({ names: lines.map(({ name }) => name), total }).toEqual({
      names: ['Non', 'Choy', 'Non'],
      total: 3_950_000,
    });
  });

  test('does not see a sale that was put aside', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('park');
    expect(shop.customer()).toMatchObject({ ...nothing, step: 'idle' });
  });

  test('goes on seeing their sale when the cashier locks the till', async () => {
    const shop = await openCounter();
    await shop.call('scan', { text: bread });
    await shop.call('signOut');
    expect(shop.view().sale).toBeNull();
    expect(shop.customer()).toMatchObject({ step: 'selling', total: 400_000 });
  });
});

describe('while it is paid the customer', () => {
  test('is asked how to pay, then for the cash, then for the code', async () => {
    const shop = await openPayment();
    const seen = [step(shop)];
    await shop.call('chooseTender', { kind: 'cash' });
    seen.push(step(shop));
    await shop.call('back');
    await shop.call('chooseTender', { kind: 'payme-go' });
    seen.push(step(shop));
    expect(seen).toEqual(['choose', 'cash', 'show-code']);
  });

  test('sees that a code shown too early was read and waits for the cashier', async () => {
    const shop = await openCounter();
    for (const text of [bread, shop.box.issueCode()]) await shop.call('scan', { text });
    expect({ step: step(shop), charged: shop.box.ledger.charges }).toEqual({ step: 'working', charged: [] });
  });

  test('sees that the wallet is at work, and then that it is paid', async () => {
    const shop = await openPayment();
    await showCode(shop);
    expect(step(shop)).toBe('working');
    await untilStep(shop, 'paid');
    expect(shop.customer()).toMatchObject({ ...nothing, step: 'paid', total: 3_950_000 });
  });

  test('reads for ten seconds that nothing was paid, and is then asked for the code again', async () => {
    const shop = await openPayment();
    await showCode(shop, 100);
    await untilStep(shop, 'not-paid');
    const { changesAt, now } = shop.customer();
    shop.clock.advance(changesAt! - now - 1);
    expect(step(shop)).toBe('not-paid');
    shop.clock.advance(1);
    expect(step(shop)).toBe('show-code');
  });

  test('is never told "not paid" while nobody knows', async () => {
    const shop = await openPayment();
    shop.box.script([{ on: 'POST /payment/payme', fault: { kind: 'drop-answer-after' } }]);
    await showCode(shop);
    await untilStep(shop, 'checking');
    expect(shop.customer()).toMatchObject({ step: 'checking', due: 3_950_000, goingBack: false });
  });
});

describe('after it is paid the customer', () => {
  test('reads change and thanks, and not one line of what they bought', async () => {
    const shop = await openPayment();
    await shop.call('takeCash', { given: 5_000_000 });
    expect(shop.customer()).toMatchObject({ ...nothing, step: 'paid', total: 3_950_000, change: 1_050_000 });
  });

  test('has ten seconds to read, also when the cashier clears their own screen at once', async () => {
    const shop = await openPayment();
    await shop.call('takeCash', { given: 5_000_000 });
    const { changesAt, now } = shop.customer();
    await shop.call('newSale');
    shop.clock.advance(9_999);
    expect({ step: step(shop), left: changesAt! - now }).toEqual({ step: 'paid', left: 10_000 });
    shop.clock.advance(1);
    expect(shop.customer()).toMatchObject({ ...nothing, step: 'idle' });
  });

  test('gives way to the next customer at their first scan', async () => {
    const shop = await openPayment();
    await shop.call('takeCash', { given: 5_000_000 });
    await shop.call('scan', { text: tea });
    expect(shop.customer()).toMatchObject({ step: 'selling', total: 3_150_000, change: 0 });
  });

  test('is forgotten in time when somebody sets the clock back an hour', async () => {
    const shop = await openPayment();
    await shop.call('takeCash', { given: 5_000_000 });
    shop.clock.turnBack(3_600_000);
    expect(step(shop)).toBe('idle');
  });

  test('finds their change again after the till was started anew', async () => {
    const shop = await openPayment();
    await shop.call('takeCash', { given: 5_000_000 });
    await shop.restart();
    expect(shop.customer()).toMatchObject({ step: 'paid', change: 1_050_000 });
  });
});
