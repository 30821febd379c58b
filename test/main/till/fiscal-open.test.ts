import { describe, expect, test } from 'vitest';
import { bread, openShop, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const open = 'GET /zreport/open';
const sent = ({ box }: Shop): number =>
  box.ledger.requests.filter(({ path }) => path.startsWith('/zreport/open')).length;
const done = (shop: Shop) => (): boolean =>
  peek(shop, `SELECT 1 FROM outbox WHERE kind = 'fiscal-open' AND state = 'done'`).length === 1;

/** Dilnoza opens a shift, with a box that misbehaves on its own. */
async function openWith(...rules: Parameters<Shop['box']['script']>[0]): Promise<Shop> {
  const shop = await openShop();
  shop.box.script(rules);
  const dilnoza = shop.view().staff.find(({ name }) => name === 'Dilnoza');
  await shop.call('signIn', { staffId: dilnoza!.id, pin: '1111' });
  await shop.call('openShift', { float: 0 });
  return shop;
}

describe('an opening of the fiscal shift', () => {
  test('whose answer was lost is asked about, and not made again', async () => {
    const shop = await openWith({ on: open, fault: { kind: 'drop-answer-after' } });
    await shop.pass(500, done(shop));
    expect([sent(shop), shop.box.snapshot().shift?.number]).toEqual([1, 1]);
  });

  test('whose answer was lost while the box was gone is asked about when it is back', async () => {
    const gone = { on: 'GET /zreport/info', nth: 2, times: 2, fault: { kind: 'drop-request-before' } } as const;
    const shop = await openWith({ on: open, fault: { kind: 'drop-answer-after' } }, gone);
    await shop.pass(500, done(shop));
    expect([sent(shop), shop.box.snapshot().shift?.number]).toEqual([1, 1]);
  });

  test('that was lost is made again once the box says that no shift is open', async () => {
    const shop = await openWith({ on: open, fault: { kind: 'drop-request-before' } });
    await shop.pass(500, done(shop));
    expect([sent(shop), shop.box.snapshot().shift?.number]).toEqual([2, 1]);
  });

  test('that a killed till had sent is asked about by the next', async () => {
    const shop = await openShop();
    const script = shop.box.script([{ on: open, fault: { kind: 'hang', held: 'answer' } }]);
    const dilnoza = shop.view().staff.find(({ name }) => name === 'Dilnoza');
    await shop.call('signIn', { staffId: dilnoza!.id, pin: '1111' });
    await shop.call('openShift', { float: 0 });
    await script.reached;
    await shop.restart({ bootId: 'boot-2' });
    await shop.pass(500, done(shop));
    expect([sent(shop), shop.box.snapshot().shift?.number]).toEqual([1, 1]);
  });

  test('that the box refuses is said for what it is', async () => {
    const refusal = { kind: 'refuse', code: 36889, message: 'Send all receipts' } as const;
    const shop = await openWith({ on: open, fault: refusal });
    const { message } = await shop.until((view) => view.message !== null);
    expect(message).toMatchObject({
      code: 'fiscal-open-refused',
      tone: 'refused',
      facts: { code: '36889', message: 'Send all receipts' },
    });
  });

  test('that the box goes on refusing is said at the sale too, which waits; both are gone when it opens', async () => {
    const refusal = { kind: 'refuse', code: 36889, message: 'Send all receipts' } as const;
    const shop = await openWith({ on: open, times: 2, fault: refusal });
    await shop.until(({ message }) => message !== null);
    await shop.call('dismissMessage');
    shop.clock.advance(1500);
    await shop.call('scan', { text: bread });
    await shop.call('startPayment');
    await shop.call('takeCash', { given: 400_000 });
    await shop.until(({ message }) => message?.code === 'fiscal-open-refused');
    expect(peek(shop, 'SELECT state FROM fiscal_document')).toEqual([{ state: 'waiting' }]);
    await shop.pass(500, (view) => view.done?.print.state === 'printed');
    expect([shop.view().message, shop.box.ledger.receipts.length]).toEqual([null, 1]);
  });
});
