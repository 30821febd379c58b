import { describe, expect, test } from 'vitest';
import { openCounterWithOwnClock } from './own-clock.ts';
import { bread, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const sellBread = async (shop: Shop): Promise<void> => {
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
};
const allRegistered = (shop: Shop) => (): boolean =>
  peek(shop, `SELECT 1 FROM fiscal_document WHERE state <> 'registered'`).length === 0;
const creates = ({ box }: Shop): number =>
  box.ledger.requests.filter(({ path }) => path.startsWith('/order/create')).length;

/** The smallest distance (ms) between two receipts in the box's own book. */
function closest({ box }: Shop): number {
  const times = box.ledger.receipts.map(({ at }) => at);
  return Math.min(...times.slice(1).map((at, n) => at - times[n]!));
}

/** Each document is in the box's book once. */
function onceEach({ box }: Shop, sales: number): void {
  const names = box.ledger.receipts.map(({ uuid }) => uuid);
  expect([names.length, new Set(names).size]).toEqual([sales, sales]);
}

describe.each([
  ['set back by an hour', hour],
  ['set forward by six hours', -6 * hour],
])('a till whose clock is %s', (_what, back) => {
  test('says so, sells on, and registers every sale once when the clock is right again', async () => {
    const shop = await openCounterWithOwnClock();
    await sellBread(shop);
    await shop.pass(500, allRegistered(shop));
    shop.clock.turnBack(back);
    await sellBread(shop);
    await sellBread(shop);
    await shop.until(({ message }) => message?.code === 'fiscal-refused' && message.facts['code'] === 'clock-off');
    await shop.pass(second, ({ strip }) => strip.box.length > 0);
    expect(shop.view().strip.box).toMatchObject([{ kind: 'clock', level: 'reached', limit: 5 * minute }]);
    shop.clock.turnBack(-back);
    await shop.pass(second, allRegistered(shop));
    onceEach(shop, 3);
    expect(closest(shop)).toBeGreaterThanOrEqual(second);
  });

  test('gives the box its five seconds with a document whose answer was lost', async () => {
    const shop = await openCounterWithOwnClock();
    const script = shop.box.script([{ on: 'POST /order/create', fault: { kind: 'hang', held: 'request' } }]);
    await sellBread(shop);
    await script.reached;
    await shop.box.setCable('out');
    await shop.until(({ strip }) => strip.line === 'down' || shop.view().message?.code === 'fiscal-in-doubt');
    shop.clock.turnBack(back);
    await shop.box.setCable('in');
    await shop.pass(
      100,
      () => peek(shop, `SELECT 1 FROM fiscal_document WHERE reason = 'box-may-be-working'`).length === 1,
    );
    shop.clock.turnBack(-back);
    script.release();
    await shop.pass(500, allRegistered(shop));
    onceEach(shop, 1);
    expect(creates(shop)).toBe(1);
  });
});

test('a till a minute and a half behind waits until its time has passed the last receipt', async () => {
  const shop = await openCounterWithOwnClock();
  await sellBread(shop);
  await shop.pass(500, allRegistered(shop));
  shop.clock.turnBack(90 * second);
  await sellBread(shop);
  await shop.pass(second, allRegistered(shop));
  onceEach(shop, 2);
  expect(closest(shop)).toBeGreaterThanOrEqual(second);
});

test('five sales in one second are registered a second apart', async () => {
  const shop = await openCounterWithOwnClock();
  for (let n = 0; n < 5; n++) await sellBread(shop);
  await shop.pass(100, allRegistered(shop));
  onceEach(shop, 5);
  expect(closest(shop)).toBeGreaterThanOrEqual(second);
});
