import { describe, expect, test } from 'vitest';
import { keptOf } from './kept.ts';
import { attemptRows, openStreet, saleRows } from './street.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

/** A shop where Flitt's answer to the making of an order was lost, before the cashier takes cash. */
async function answerLost(): Promise<Shop> {
  const shop = await openStreet();
  shop.others!.flitt.script([{ on: 'checkout/url', fault: { kind: 'drop-answer-after' } }]);
  await shop.call('startCheckout', { kind: 'flitt' });
  await shop.until(({ message }) => message?.code === 'checkout-waits-for-line');
  return shop;
}

const inCash = { given: 4_000_000 };

/** The order stands at Flitt, and the sale is paid in cash. */
async function givenUp(): Promise<Shop> {
  const shop = await answerLost();
  await shop.call('takeCash', inCash);
  return shop;
}

/** Cash is taken while the request, or its answer, is on its way. */
async function givenUpWith(held: 'answer' | 'request'): Promise<Shop> {
  const shop = await openStreet();
  const slow = shop.others!.flitt.script([{ on: 'checkout/url', fault: { kind: 'hang', held } }]);
  await shop.call('startCheckout', { kind: 'flitt' });
  await slow.reached;
  await shop.call('takeCash', inCash);
  slow.release();
  return shop;
}

/** Somebody pays the order although it was shown to nobody. */
function somehowPaid(shop: Shop): void {
  const { url, ledger, pay } = shop.others!.flitt;
  const page = `${url}/merchants/any/default/index.html?token=${ledger.orders[0]?.token}`;
  expect(pay(page)).toEqual({ ok: true });
}

const owed = (shop: Shop): number => peek(shop, `SELECT 1 FROM outbox WHERE kind = 'ask' AND state = 'waiting'`).length;
const asked = (shop: Shop): number =>
  shop.others!.flitt.ledger.requests.filter(({ endpoint }) => endpoint === 'status/order_id').length;
const kept = (shop: Shop) => {
  const [{ id } = { id: '' }] = peek<{ id: string }>(shop, `SELECT id FROM attempt ORDER BY created_at, id`);
  return keptOf(shop, 'flitt', { id, name: id });
};

describe('a Flitt order that was given up while it was being made', () => {
  test('is asked about until its time is over, and then no more; nobody hears of it', async () => {
    const shop = await givenUp();
    await shop.pass(1000, () => asked(shop) > 5);
    expect(owed(shop)).toBe(1);
    shop.clock.advance(630_000);
    await shop.pass(1000, () => owed(shop) === 0);
    expect(shop.others!.flitt.ledger.orders.map(({ status }) => status)).toEqual(['expired']);
    expect(attemptRows(shop)).toEqual([{ kind: 'flitt', state: 'abandoned', reason: 'other-tender' }]);
    expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: 'cash' }]);
  });

  test.each([0, 300_000, 590_000])('and somehow paid %i ms later goes back once', async (later) => {
    const shop = await givenUp();
    shop.clock.advance(later);
    somehowPaid(shop);
    await shop.pass(1000, () => owed(shop) === 0);
    expect([kept(shop), shop.others!.flitt.ledger.reversals.length]).toEqual([{ taken: 1, kept: 0 }, 1]);
    expect(attemptRows(shop)).toEqual([{ kind: 'flitt', state: 'abandoned', reason: 'cancelled-there' }]);
    expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: 'cash' }]);
  });

  test('goes back although the till was killed before it had asked', async () => {
    const shop = await givenUp();
    await shop.restart();
    somehowPaid(shop);
    await shop.pass(1000, () => owed(shop) === 0);
    expect(kept(shop)).toEqual({ taken: 1, kept: 0 });
  });

  test.each(['request', 'answer'] as const)('goes back once although its %s came after that', async (held) => {
    const shop = await givenUpWith(held);
    await shop.pass(1000, () => shop.others!.flitt.ledger.orders.length === 1);
    somehowPaid(shop);
    await shop.pass(1000, () => owed(shop) === 0);
    expect([kept(shop), shop.others!.flitt.ledger.reversals.length]).toEqual([{ taken: 1, kept: 0 }, 1]);
  });

  test('is a manager’s to look at when the wallet does not give it back', async () => {
    const shop = await givenUp();
    shop.others!.flitt.script([{ on: 'reverse/order_id', fault: { kind: 'reversal-declined' } }]);
    somehowPaid(shop);
    await shop.pass(1000, () => owed(shop) === 0);
    const open = await shop.call('openItems');
    const findings = open.ok ? open.value.items.filter(({ kind }) => kind === 'finding') : [];
    expect(findings.map(({ amount }) => amount)).toEqual([3_950_000]);
  });

  test('does not keep the customer from paying with Flitt after all', async () => {
    const shop = await answerLost();
    await shop.call('back');
    expect((await shop.call('startCheckout', { kind: 'flitt' })).ok).toBe(true);
  });
});
