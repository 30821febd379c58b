import { connect } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { saleOver } from '../../../../main/domain/payme-transaction.ts';
import { connectPayme } from '../checkout/street.ts';
import { caller, due, money, openListening, openWithLink, paymeKey, showLink, standing } from '../listener/shop.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';

const paymeId = '5305e3bab097f420a62ced0b';
const other = '5305e3bab097f420a62ced0c';

/** A link before the customer, and a payment of it that Payme has begun. */
async function begun(change: Parameters<typeof openWithLink>[0] = {}) {
  const { shop, attemptId, payme } = await openWithLink(change);
  const params = { id: paymeId, time: shop.clock.now(), amount: due, account: { order_id: attemptId } };
  expect((await payme.rpc('CreateTransaction', params)).result.state).toBe(1);
  return { shop, attemptId, payme, params };
}

/** The shift ends while nobody can say whether the payment was made. */
async function closeShift(shop: Shop): Promise<void> {
  await shop.pass(20_000, () => (standing(shop).attempts[0] as { state: string }).state === 'in-doubt');
  await shop.call('park');
  expect(await shop.call('closeShift', { counted: 0 })).toMatchObject({ ok: true });
}

/** The till is to give a payment back that a manager found to be a second one; it is started anew with that. */
async function givingBack(shop: Shop, attemptId: string): Promise<void> {
  await shop.stop();
  const db = new Database(join(shop.folder, 'kassa.db'));
  db.prepare(`UPDATE attempt SET state = 'cancelling', reason = 'paid-twice', ended_at = NULL WHERE id = ?`).run(
    attemptId,
  );
  db.prepare(`UPDATE outbox SET state = 'waiting', run_at = 0, ended_at = NULL WHERE kind = 'ask' AND subject = ?`).run(
    attemptId,
  );
  db.close();
  await shop.start('boot-1');
  await connectPayme(shop);
}

const state = (shop: Shop) =>
  peek<{ state: number }>(shop, 'SELECT state FROM payme_transaction ORDER BY rowid').map((row) => row.state);
const sold = [{ state: 'completed', paidBy: 'payme-link', amount: due }];
const unsold = [{ state: 'tendering', paidBy: null, amount: null }];

describe('a QR paid in the second it is cancelled', () => {
  test('is sold when the payment came first, and cannot be cancelled any more', async () => {
    const { shop, attemptId, payme } = await begun();
    await payme.rpc('PerformTransaction', { id: paymeId });
    expect(await shop.call('cancelAttempt', { attemptId })).toMatchObject({ ok: false });
    expect([standing(shop).sales, state(shop)]).toEqual([sold, [2]]);
  });

  test('takes no money when the cashier came first', async () => {
    const { shop, attemptId, payme } = await begun();
    await shop.call('cancelAttempt', { attemptId });
    expect((await payme.rpc('PerformTransaction', { id: paymeId })).error?.code).toBe(-31008);
    await shop.pass(500, () => standing(shop).attempts.every((row) => (row as { state: string }).state === 'returned'));
    expect([standing(shop).sales, state(shop)]).toEqual([unsold, [-1]]);
  });

  test('takes no money either when Payme performs it before the till has ended it', async () => {
    const { shop, attemptId, payme } = await begun();
    const db = new Database(join(shop.folder, 'kassa.db'));
    db.prepare(`UPDATE attempt SET state = 'cancelling' WHERE id = ?`).run(attemptId);
    db.close();
    const performed = await payme.rpc('PerformTransaction', { id: paymeId });
    expect([performed.error?.code, (await payme.rpc('PerformTransaction', { id: paymeId })).text]).toEqual([
      -31008,
      performed.text,
    ]);
    expect(peek(shop, 'SELECT state, reason FROM payme_transaction')).toEqual([{ state: -1, reason: saleOver }]);
    expect([standing(shop).attempts, standing(shop).sales]).toEqual([[{ state: 'cancelling', reason: null }], unsold]);
  });

  test.each([0, 1, 2, 3, 4, 5])(
    'ends the same for Payme, the till and the customer, in any order (%d)',
    async (turns) => {
      const { shop, attemptId, payme } = await begun();
      const performing = payme.rpc('PerformTransaction', { id: paymeId });
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const cancelling = shop.call('cancelAttempt', { attemptId });
      const [performed, cancelled] = await Promise.all([performing, cancelling]);
      await shop.pass(500, () =>
        ['paid', 'returned'].includes((standing(shop).attempts[0] as { state: string }).state),
      );
      const paid = performed.result?.state === 2;
      expect({ cancelled: cancelled.ok, sales: standing(shop).sales, state: state(shop) }).toEqual({
        cancelled: !paid,
        sales: paid ? sold : unsold,
        state: [paid ? 2 : -1],
      });
      expect((await payme.rpc('PerformTransaction', { id: paymeId })).text).toBe(performed.text);
    },
  );
});

describe('one link and two phones', () => {
  test('one customer pays, the other is told that it is being paid, and pays nothing', async () => {
    const { shop, payme, params } = await begun();
    expect((await payme.rpc('CreateTransaction', { ...params, id: other })).error?.code).toBe(-31008);
    await payme.rpc('PerformTransaction', { id: paymeId });
    expect((await payme.rpc('CreateTransaction', { ...params, id: other })).error?.code).toBe(-31051);
    expect((await payme.rpc('PerformTransaction', { id: other })).error?.code).toBe(-31003);
    expect([standing(shop).sales, state(shop)]).toEqual([sold, [2]]);
  });

  test('all at once: one payment begins, it is performed once, and one sale is sold', async () => {
    const { shop, attemptId, payme } = await openWithLink();
    const base = { time: shop.clock.now(), amount: due, account: { order_id: attemptId } };
    const ids = Array.from({ length: 8 }, (_, index) => `5305e3bab097f420a62ced${10 + index}`);
    const made = await Promise.all([...ids, ...ids].map((id) => payme.rpc('CreateTransaction', { ...base, id })));
    expect(new Set(made.flatMap(({ result }) => (result ? [result.transaction] : []))).size).toBe(1);
    await Promise.all([...ids, ...ids].map((id) => payme.rpc('PerformTransaction', { id })));
    expect([standing(shop).sales, state(shop)]).toEqual([sold, [2]]);
  });

  test('a link of before and a new one of the same sale end in one payment', async () => {
    const { shop, attemptId, payme, params } = await begun();
    await shop.call('cancelAttempt', { attemptId });
    await shop.pass(500, () => (standing(shop).attempts[0] as { state: string }).state === 'returned');
    await shop.call('startCheckout', { kind: 'payme-link' });
    const view = await shop.until(({ payment }) => payment?.attempt?.state === 'sending');
    const second = { ...params, id: other, account: { order_id: view.payment!.attempt!.id } };
    await payme.rpc('CreateTransaction', second);
    const [first, next] = await Promise.all([paymeId, other].map((id) => payme.rpc('PerformTransaction', { id })));
    expect([first!.error?.code, next!.result.state]).toEqual([-31008, 2]);
    expect([standing(shop).sales, state(shop)]).toEqual([sold, [-1, 2]]);
  });
});

describe('a payment that takes its time', () => {
  test('is sold although the link has died meanwhile, for it had begun before', async () => {
    const { shop, payme } = await begun();
    shop.clock.advance(900_000 + 1000);
    expect((await payme.rpc('PerformTransaction', { id: paymeId })).result.state).toBe(2);
    expect(standing(shop).sales).toEqual(sold);
  });

  test('is sold also when the till has begun to doubt', async () => {
    const { shop, payme } = await begun();
    await shop.pass(20_000, () => (standing(shop).attempts[0] as { state: string }).state === 'in-doubt');
    expect((await payme.rpc('PerformTransaction', { id: paymeId })).result.state).toBe(2);
    expect(standing(shop)).toEqual({ attempts: [{ state: 'paid', reason: null }], sales: sold });
  });

  test('cannot begin once the link has died', async () => {
    const { shop, attemptId, payme } = await openWithLink();
    shop.clock.advance(900_000);
    const params = { id: paymeId, time: shop.clock.now(), amount: due, account: { order_id: attemptId } };
    expect((await payme.rpc('CreateTransaction', params)).error?.code).toBe(-31051);
  });

  test('performed while no shift is open is sold in the next one', async () => {
    const { shop, payme } = await begun();
    await closeShift(shop);
    expect((await payme.rpc('PerformTransaction', { id: paymeId })).result.state).toBe(2);
    expect(standing(shop).sales).toEqual(unsold);
    await shop.call('openShift', { float: 0 });
    expect(standing(shop).sales).toEqual(sold);
  });
});

describe('a till that is killed', () => {
  test('after it performed and before its answer arrived says what it wrote down when it is asked again, and has sold once', async () => {
    const { shop, payme } = await begun();
    const body = JSON.stringify({ method: 'PerformTransaction', params: { id: paymeId }, id: 1 });
    const head = `POST /payme HTTP/1.1\r\nhost: x\r\nauthorization: ${paymeKey}\r\ncontent-length: ${body.length}\r\n\r\n`;
    const line = connect(payme.port, '127.0.0.1').on('error', () => {});
    line.write(`${head}${body}`);
    await shop.until(({ done }) => done !== null);
    line.destroy();
    const [row] = peek<{ perform_time: number }>(shop, 'SELECT perform_time FROM payme_transaction');
    await shop.restart();
    shop.clock.advance(60_000);
    const again = await (await caller(shop)).rpc('PerformTransaction', { id: paymeId });
    expect(again.result).toEqual({ transaction: expect.any(String), ...row, state: 2 });
    expect(standing(shop).sales).toEqual(sold);
  });

  test('after it began says the same when it is asked again', async () => {
    const { shop, attemptId, payme } = await openWithLink();
    const params = { id: paymeId, time: shop.clock.now(), amount: due, account: { order_id: attemptId } };
    const answered = await payme.rpc('CreateTransaction', params);
    await shop.restart();
    expect((await (await caller(shop)).rpc('CreateTransaction', params)).text).toBe(answered.text);
  });
});

describe('a payment that goes back', () => {
  test('because a sale was paid twice goes back once, although Payme calls about it while the till still waits', async () => {
    const { shop, attemptId } = await openWithLink();
    const qr = shop.view().payment!.attempt!.checkout!.qr!;
    expect(await shop.payme.pay(qr)).toMatchObject({ kind: 'paid' });
    await givingBack(shop, attemptId);
    await shop.pass(500, () => shop.payme.ledger.receipts[0]?.state === 50);
    expect([state(shop), standing(shop).attempts]).toEqual([[-2], [{ state: 'returned', reason: 'cancelled-there' }]]);
    expect(peek(shop, `SELECT reason FROM incoming_call WHERE reason = 'CancelTransaction'`)).toHaveLength(1);
  });

  test('at Payme while the sale waits for a shift leaves the sale unpaid, and nobody sells it', async () => {
    const { shop, payme } = await begun();
    await closeShift(shop);
    await payme.rpc('PerformTransaction', { id: paymeId });
    await payme.rpc('CancelTransaction', { id: paymeId, reason: 5 });
    await shop.call('openShift', { float: 0 });
    expect([standing(shop).sales, state(shop)]).toEqual([unsold, [-2]]);
  });
});

test('a listener that hears nothing of money changes nothing about it', async () => {
  const shop = await openListening();
  await showLink(shop);
  const payme = await caller(shop);
  const before = money(shop);
  await payme.rpc('CheckTransaction', { id: paymeId });
  await payme.rpc('GetStatement', { from: 0, to: shop.clock.now() });
  expect(money(shop)).toEqual(before);
});
