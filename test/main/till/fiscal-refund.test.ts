import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../main/training/fbox/faults.ts';
import { bread, openCounter, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const refuse = 'POST /order/refuse/';
const sent = ({ box }: Shop): number =>
  box.ledger.requests.filter(({ path }) => path.startsWith('/order/refuse')).length;
const refunds = ({ box }: Shop): number => box.ledger.receipts.filter(({ operation }) => operation === 'refund').length;
const document = (shop: Shop): { state: string; reason: string | null; seq: string | null } | undefined =>
  peek<{ state: string; reason: string | null; seq: string | null }>(
    shop,
    `SELECT state, reason, receipt_seq AS seq FROM fiscal_document WHERE operation = 'refund'`,
  )[0];
const slipPrinted = (shop: Shop) => (): boolean =>
  peek(shop, `SELECT 1 FROM receipt WHERE state = 'printed' AND document ->> '$.kind' = 'refund'`).length === 1;

/** A loaf for cash, with its receipt on paper. */
async function sellBread(shop: Shop): Promise<string> {
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
  const number = shop.view().done!.number;
  const view = await shop.pass(500, ({ done }) => done?.number === number && done.print.state === 'printed');
  shop.clock.advance(1500);
  return view.done!.saleId;
}

async function giveBack(shop: Shop, saleId: string): Promise<void> {
  const aziz = shop.view().staff.find(({ name }) => name === 'Aziz');
  const answer = await shop.call('refundSale', { saleId, approval: { staffId: aziz!.id, pin: '2222' } });
  expect(answer).toEqual({ ok: true, value: null });
}

/** A loaf sold and given back, with a box that misbehaves on the refund. */
async function refundWith(...rules: Parameters<Shop['box']['script']>[0]): Promise<Shop> {
  const shop = await openCounter();
  const saleId = await sellBread(shop);
  shop.box.script(rules);
  await giveBack(shop, saleId);
  return shop;
}

const registered = { state: 'registered', reason: null, seq: '2' };

describe('a refund that the box registered and whose answer was lost', () => {
  test.each([
    { kind: 'drop-answer-after' },
    { kind: 'cut', afterBytes: 200 },
    { kind: 'garbage' },
    { kind: 'empty' },
    { kind: 'http-status', status: 502 },
    { kind: 'wrong-types' },
  ] satisfies Fault[])('is found as the last receipt after %j, and never sent again', async (fault) => {
    const shop = await refundWith({ on: refuse, fault });
    await shop.pass(500, slipPrinted(shop));
    expect([document(shop), sent(shop), refunds(shop)]).toEqual([registered, 1, 1]);
  });

  test('is found by a till that was killed while it waited', async () => {
    const shop = await openCounter();
    const saleId = await sellBread(shop);
    const script = shop.box.script([{ on: refuse, fault: { kind: 'hang', held: 'answer' } }]);
    await giveBack(shop, saleId);
    await script.reached;
    expect(document(shop)).toMatchObject({ state: 'sending' });
    await shop.restart({ bootId: 'boot-2' });
    await shop.pass(500, slipPrinted(shop));
    expect([document(shop), sent(shop), refunds(shop)]).toEqual([registered, 1, 1]);
  });

  test('is not sent again while the box shows another last receipt, because its counter of refunds has moved', async () => {
    const noReceipt = { kind: 'refuse', code: 36871, message: 'ERROR_RECEIPT_INDEX_OUT_OF_BOUNDS' } as const;
    const lost = { on: refuse, fault: { kind: 'drop-answer-after' } } as const;
    const shop = await refundWith(lost, { on: 'GET /order/last/', times: 3, fault: noReceipt });
    await shop.pass(500, () => document(shop)?.reason === 'counters-moved');
    await shop.pass(500, slipPrinted(shop));
    expect([document(shop), sent(shop), refunds(shop)]).toEqual([registered, 1, 1]);
  });

  test('is left to a person when the box never shows it, and the next sale goes on', async () => {
    const fault = { kind: 'wrong-types' } as const;
    const shop = await refundWith({ on: refuse, fault }, { on: 'GET /order/last/', times: 6, fault });
    await sellBread(shop);
    expect(document(shop)).toMatchObject({ state: 'in-doubt' });
    expect([sent(shop), refunds(shop)]).toEqual([1, 1]);
  });
});

describe('a refund that never reached the box', () => {
  test('is sent again when the counter of refunds has not moved, and not before five seconds', async () => {
    const shop = await refundWith({ on: refuse, fault: { kind: 'drop-request-before' } });
    await shop.until(() => document(shop)?.state === 'in-doubt');
    const lostAt = shop.clock.now();
    await shop.pass(500, () => sent(shop) === 2);
    expect(shop.clock.now() - lostAt).toBeGreaterThanOrEqual(5000);
    await shop.pass(500, slipPrinted(shop));
    expect([document(shop), refunds(shop)]).toEqual([registered, 1]);
  });

  test('is sent once by the till that comes after the one that was killed while it sent', async () => {
    const shop = await openCounter();
    const saleId = await sellBread(shop);
    const script = shop.box.script([{ on: refuse, fault: { kind: 'hang', held: 'request' } }]);
    await giveBack(shop, saleId);
    await script.reached;
    await shop.stop();
    await shop.start('boot-2');
    await shop.pass(500, slipPrinted(shop));
    expect([document(shop), refunds(shop)]).toEqual([registered, 1]);
  });

  test('waits for a box that is away, and is sent once when it is back', async () => {
    const shop = await openCounter();
    const saleId = await sellBread(shop);
    await shop.box.setCable('out');
    await giveBack(shop, saleId);
    await shop.until(({ message }) => message?.code === 'fiscal-unreachable');
    expect(shop.view().strip.unsentFiscal.count).toBe(1);
    await shop.box.setCable('in');
    await shop.pass(500, slipPrinted(shop));
    expect([document(shop), sent(shop), refunds(shop)]).toEqual([registered, 1, 1]);
  });
});

test('a refund that the box refuses is set aside with its reason, and holds up nobody', async () => {
  const message = 'ERROR_NOT_ENOUGH_CASH_FOR_REFUND';
  const shop = await refundWith({ on: refuse, fault: { kind: 'refuse', code: 36913, message } });
  await shop.until((view) => view.message?.code === 'fiscal-refused');
  expect(document(shop)).toEqual({ state: 'refused', reason: `36913: ${message}`, seq: null });
  await sellBread(shop);
  expect(refunds(shop)).toBe(0);
});

test('a refund is not taken for the refund before it', async () => {
  const shop = await openCounter();
  const [first, second] = [await sellBread(shop), await sellBread(shop)];
  await giveBack(shop, first);
  await shop.pass(500, slipPrinted(shop));
  shop.clock.advance(1500);
  shop.box.script([{ on: refuse, fault: { kind: 'previous-answer' } }]);
  await giveBack(shop, second);
  await shop.pass(500, () => shop.view().strip.unsentFiscal.count === 0);
  const rows = peek(
    shop,
    `SELECT state, receipt_seq AS seq FROM fiscal_document WHERE operation = 'refund' ORDER BY rowid`,
  );
  expect(rows).toEqual([
    { state: 'registered', seq: '3' },
    { state: 'registered', seq: '4' },
  ]);
});
