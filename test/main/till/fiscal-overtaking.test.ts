import { describe, expect, test } from 'vitest';
import { bread, openCounter, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const create = 'POST /order/create/';
const refusal = { kind: 'refuse', code: 401, message: 'no IKPU' } as const;
const noReceipt = { kind: 'refuse', code: 36871, message: 'ERROR_RECEIPT_INDEX_OUT_OF_BOUNDS' } as const;

/** Which sale each receipt of the box is about, in the box's own order. */
const receipts = (shop: Shop): number[] => {
  const documents = peek<{ id: string }>(shop, 'SELECT id FROM fiscal_document ORDER BY created_at, id');
  return shop.box.ledger.receipts.map(({ uuid }) => documents.findIndex(({ id }) => id === uuid) + 1);
};
const states = (shop: Shop): string[] =>
  peek<{ state: string }>(shop, 'SELECT state FROM fiscal_document ORDER BY created_at, id').map(({ state }) => state);
const reasonOf = (shop: Shop, sale: number): string | null | undefined =>
  peek<{ reason: string | null }>(shop, 'SELECT reason FROM fiscal_document ORDER BY created_at, id')[sale - 1]?.reason;

const asked = ({ box }: Shop): string[] =>
  box.ledger.requests.map(({ path }) => path.replace(/\/$/, '')).filter((path) => path.startsWith('/order/'));

/** A loaf for cash; its id. */
async function sellBread(shop: Shop): Promise<string> {
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
  shop.clock.advance(1500);
  return shop.view().done!.saleId;
}

const settled = (shop: Shop) => (): boolean => states(shop).every((state) => state === 'registered');

/** The first sale is refused, the answer about the second is lost by `fault`, and a person sends the first again meanwhile. */
async function overtaking(...[loss, ...more]: Parameters<Shop['box']['script']>[0]): Promise<Shop> {
  const shop = await openCounter();
  shop.box.script([{ on: create, fault: refusal }]);
  const saleId = await sellBread(shop);
  await shop.pass(500, () => states(shop)[0] === 'refused');
  shop.box.script([loss!, ...more]);
  await sellBread(shop);
  await shop.pass(100, () => states(shop)[1] === 'in-doubt');
  await shop.call('retryFiscal', { saleId });
  return shop;
}

describe('a refused sale that a person sends again while the answer about a later one is lost', () => {
  test('waits until the box was asked about the later one, which it never got', async () => {
    const shop = await overtaking({ on: create, fault: { kind: 'drop-request-before' } });
    await shop.pass(500, settled(shop));
    // How often it is sent after that is the box's: it wants a second between two documents.
    const [, , ...calls] = asked(shop);
    expect(calls.slice(0, 3)).toEqual(['/order/last', '/order/last', '/order/create']);
    expect(receipts(shop)).toEqual([1, 2]);
  });

  test('waits until the box has shown the receipt of the later one', async () => {
    const shop = await overtaking(
      { on: create, fault: { kind: 'drop-answer-after' } },
      { on: 'GET /order/last/', fault: { kind: 'wrong-types' } },
    );
    await shop.pass(500, settled(shop));
    expect(receipts(shop)).toEqual([2, 1]);
  });

  test('is registered after half a minute when the box never shows the later one, which is left to a person', async () => {
    const fault = { kind: 'wrong-types' } as const;
    const shop = await overtaking({ on: create, fault }, { on: 'GET /order/last/', times: 6, fault });
    await shop.pass(500, () => states(shop)[0] === 'registered');
    expect([states(shop), receipts(shop)]).toEqual([
      ['registered', 'in-doubt'],
      [2, 1],
    ]);
  });
});

describe('a sale whose answer was lost and that is not the last receipt of the box', () => {
  test('is sent again although its box counted a sale less before it, for every receipt of the box is another sale’s', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await shop.pass(500, settled(shop));
    shop.box.script([
      { on: 'GET /zreport/info/', fault: { kind: 'previous-answer' } },
      { on: create, fault: { kind: 'drop-request-before' } },
    ]);
    await sellBread(shop);
    await shop.pass(500, settled(shop));
    expect(receipts(shop)).toEqual([1, 2]);
  });

  test('is left to a person while the box counts a receipt that no other sale has', async () => {
    const shop = await openCounter();
    shop.box.script([
      { on: create, fault: { kind: 'drop-answer-after' } },
      { on: 'GET /order/last/', times: 20, fault: noReceipt },
    ]);
    await sellBread(shop);
    await shop.pass(500, () => waiting(shop) === 0);
    expect([states(shop), reasonOf(shop, 1), receipts(shop)]).toEqual([['in-doubt'], 'counters-moved', [1]]);
  });

  test('is sent when a person asks again after others were sold, once the box’s count proves that it never got it', async () => {
    const shop = await openCounter();
    const unread = { kind: 'wrong-types' } as const;
    shop.box.script([
      { on: create, fault: { kind: 'drop-request-before' } },
      { on: 'GET /order/last/', times: 6, fault: unread },
    ]);
    const saleId = await sellBread(shop);
    await sellBread(shop);
    await shop.pass(500, () => states(shop)[1] === 'registered');
    expect(receipts(shop)).toEqual([2]);
    await shop.call('retryFiscal', { saleId });
    await shop.pass(500, settled(shop));
    expect(receipts(shop)).toEqual([2, 1]);
  });

  test('is not sent when a person asks again after others were sold and the box has one receipt too many', async () => {
    const shop = await openCounter();
    const unread = { kind: 'wrong-types' } as const;
    shop.box.script([
      { on: create, fault: unread },
      { on: 'GET /order/last/', times: 6, fault: unread },
    ]);
    const saleId = await sellBread(shop);
    await sellBread(shop);
    await shop.pass(500, () => states(shop)[1] === 'registered');
    await shop.call('retryFiscal', { saleId });
    await shop.pass(500, () => waiting(shop) === 0);
    expect([states(shop), receipts(shop)]).toEqual([
      ['in-doubt', 'registered'],
      [1, 2],
    ]);
  });
});

const waiting = (shop: Shop): number =>
  peek(shop, `SELECT 1 FROM outbox WHERE lane = 'fiscal' AND state = 'waiting'`).length;
