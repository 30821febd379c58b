import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../main/training/fbox/faults.ts';
import { bread, morning, openCounter, openPayment, peek } from './rig.ts';
import type { Shop } from './rig.ts';

const sent = ({ box }: Shop): number =>
  box.ledger.requests.filter(({ path }) => path.startsWith('/order/create')).length;
const documents = (shop: Shop): { state: string; reason: string | null; seq: string | null }[] =>
  peek(shop, 'SELECT state, reason, receipt_seq AS seq FROM fiscal_document ORDER BY created_at, id');
const printed = (number: number) => (view: ReturnType<Shop['view']>) =>
  view.done?.number === number && view.done.print.state === 'printed';

/** A loaf for cash. */
const sellBread = async (shop: Shop): Promise<void> => {
  await shop.call('scan', { text: bread });
  await shop.call('startPayment');
  await shop.call('takeCash', { given: 400_000 });
};

/** The first sale, paid in cash, with a box that misbehaves on `on` from now on. */
const sellWith = async (...rules: Parameters<Shop['box']['script']>[0]): Promise<Shop> => {
  const shop = await openPayment();
  shop.box.script(rules);
  await shop.call('takeCash', { given: 3_950_000 });
  return shop;
};

/** So often a document is asked about in vain before a person is asked. */
const looks = 6;

const spoiltFor = (times: number, kind: 'wrong-types' | 'empty' = 'wrong-types') =>
  [
    { on: 'POST /order/create/', fault: { kind } satisfies Fault },
    { on: 'GET /order/last/', times, fault: { kind } satisfies Fault },
  ] as const;

describe('a box that answers with the receipt of the sale before', () => {
  test('is asked again by the name of this sale, and each sale keeps its own receipt', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await shop.pass(500, printed(1));
    shop.box.script([{ on: 'POST /order/create/', fault: { kind: 'previous-answer' } }]);
    shop.clock.advance(1500);
    await sellBread(shop);
    await shop.pass(500, printed(2));
    expect(documents(shop)).toEqual([
      { state: 'registered', reason: null, seq: '1' },
      { state: 'registered', reason: null, seq: '2' },
    ]);
    expect(shop.box.ledger.receipts).toHaveLength(2);
  });
});

describe('a box that registers a sale and never says so', () => {
  test('holds the lane up for half a minute; then a person is asked and the next sales go on', async () => {
    const shop = await sellWith(...spoiltFor(looks));
    await sellBread(shop);
    await shop.pass(1000, printed(2));
    expect(documents(shop)).toMatchObject([{ state: 'in-doubt' }, { state: 'registered', seq: '2' }]);
    expect(shop.view().strip.unsentFiscal).toMatchObject({ count: 1 });
    expect(sent(shop)).toBe(2);
  });

  test('is asked on while only the line swallows its answers, and the sale is registered in its turn', async () => {
    const shop = await sellWith(
      { on: 'POST /order/create/', fault: { kind: 'drop-answer-after' } },
      { on: 'GET /order/last/', times: 4 * looks, fault: { kind: 'drop-answer-after' } },
    );
    await sellBread(shop);
    await shop.pass(1000, printed(2));
    expect(documents(shop)).toMatchObject([
      { state: 'registered', seq: '1' },
      { state: 'registered', seq: '2' },
    ]);
  });

  test('and whose line swallows every answer about it is a person’s in the end, and the next sales go on', async () => {
    const shop = await sellWith(
      { on: 'POST /order/create/', fault: { kind: 'drop-answer-after' } },
      { on: 'GET /order/last/', times: 30, fault: { kind: 'drop-answer-after' } },
    );
    await sellBread(shop);
    await shop.pass(1000, printed(2));
    expect(documents(shop)).toMatchObject([{ state: 'in-doubt' }, { state: 'registered', seq: '2' }]);
  });

  test('gives the receipt after all when a person asks again', async () => {
    const shop = await sellWith(...spoiltFor(looks, 'empty'));
    const { saleId } = shop.view().done!;
    await shop.pass(1000, () => outbox(shop)[0]?.state === 'dead');
    expect(await shop.call('retryFiscal', { saleId })).toEqual({ ok: true, value: null });
    await shop.pass(500, printed(1));
    expect([documents(shop), sent(shop)]).toEqual([[{ state: 'registered', reason: null, seq: '1' }], 1]);
  });
});

const outbox = (shop: Shop): { state: string }[] =>
  peek(shop, "SELECT state FROM outbox WHERE kind = 'fiscal-sale' ORDER BY id");

describe('a box that never registers a sale', () => {
  test('is given it again a few times, then the sale is set aside as refused and the next goes on', async () => {
    const shop = await sellWith({ on: 'POST /order/create/', times: 6, fault: { kind: 'drop-request-before' } });
    await sellBread(shop);
    await shop.pass(1000, printed(2));
    expect(documents(shop)).toEqual([
      { state: 'refused', reason: 'not-registered', seq: null },
      { state: 'registered', reason: null, seq: '1' },
    ]);
  });

  test('has five seconds from the moment its answer was lost, however long that took', async () => {
    const shop = await openPayment();
    const script = shop.box.script([{ on: 'POST /order/create/', fault: { kind: 'hang', held: 'request' } }]);
    await shop.call('takeCash', { given: 3_950_000 });
    await script.reached;
    shop.clock.advance(25_000);
    await shop.box.setCable('out');
    await shop.until(() => documents(shop)[0]?.state === 'in-doubt');
    const lostAt = shop.clock.now();
    await shop.box.setCable('in');
    await shop.pass(500, () => sent(shop) === 2);
    expect(shop.clock.now() - lostAt).toBeGreaterThanOrEqual(5000);
  });

  test('has five seconds from the start of a till that was killed while it sent', async () => {
    const shop = await openPayment();
    const script = shop.box.script([{ on: 'POST /order/create/', fault: { kind: 'hang', held: 'request' } }]);
    await shop.call('takeCash', { given: 3_950_000 });
    await script.reached;
    await shop.stop();
    shop.clock.advance(60_000);
    const startedAt = shop.clock.now();
    await shop.start('boot-1');
    await shop.pass(500, () => sent(shop) === 2);
    expect(shop.clock.now() - startedAt).toBeGreaterThanOrEqual(5000);
  });

  test('is not waited for longer when the clock was set back by an hour', async () => {
    const shop = await sellWith({ on: 'POST /order/create/', fault: { kind: 'drop-request-before' } });
    await shop.pass(200, () => documents(shop)[0]?.reason === 'box-may-be-working');
    await shop.stop();
    shop.clock.advance(-3_600_000);
    await shop.start('boot-1');
    await shop.pass(500, () => sent(shop) === 2);
    expect(shop.clock.now()).toBeLessThan(morning - 3_500_000);
  });
});

describe('a receipt that the box refused', () => {
  const refusal = { kind: 'refuse', code: 401, message: 'no IKPU' } as const;

  test('is sent again when a person says so', async () => {
    const shop = await sellWith({ on: 'POST /order/create/', fault: refusal });
    const { done } = await shop.until(({ message }) => message?.code === 'fiscal-refused');
    expect(done?.fiscal).toMatchObject({ state: 'refused', reason: '401: no IKPU' });
    shop.clock.advance(1500);
    expect(await shop.call('retryFiscal', { saleId: done!.saleId })).toEqual({ ok: true, value: null });
    await shop.pass(500, printed(1));
    expect(shop.view()).toMatchObject({ message: null, strip: { unsentFiscal: { count: 0 } } });
  });

  test('is set aside again when the box refuses it again', async () => {
    const shop = await sellWith({ on: 'POST /order/create/', times: 2, fault: refusal });
    const { done } = await shop.until(({ message }) => message?.code === 'fiscal-refused');
    await shop.call('retryFiscal', { saleId: done!.saleId });
    await shop.until(({ message }) => message?.code === 'fiscal-refused');
    expect(documents(shop)).toEqual([{ state: 'refused', reason: '401: no IKPU', seq: null }]);
  });

  test('cannot be sent again once it is registered', async () => {
    const shop = await sellWith();
    const { done } = await shop.pass(500, printed(1));
    expect(await shop.call('retryFiscal', { saleId: done!.saleId })).toEqual({ ok: true, value: null });
    expect(await shop.call('retryFiscal', { saleId: 'no-such-sale' })).toMatchObject({
      error: { code: 'sale-not-found' },
    });
    expect(sent(shop)).toBe(1);
  });
});

describe('a till whose clock is wrong', () => {
  test('says so, and registers the sale by itself within a minute of being set right', async () => {
    const refusal = { kind: 'refuse', code: 104, message: 'INVALID TIME' } as const;
    const shop = await sellWith({ on: 'POST /order/create/', times: 2, fault: refusal });
    const { message } = await shop.until((view) => view.message?.code === 'fiscal-refused');
    expect(message?.facts).toEqual({ code: 'clock-off', message: 'INVALID TIME' });
    expect(documents(shop)).toMatchObject([{ state: 'waiting' }]);
    await shop.pass(5000, printed(1));
    expect([sent(shop), shop.view().message]).toEqual([3, null]);
  });

  test('and stands a little behind the box says nothing at first, then says so and asks more slowly', async () => {
    const refusal = { kind: 'refuse', code: 36888, message: 'ERROR_RECEIPT_TIME_PAST' } as const;
    const shop = await sellWith({ on: 'POST /order/create/', times: 5, fault: refusal });
    await shop.pass(100, () => sent(shop) === 3);
    expect(shop.view().message).toBe(null);
    const { message } = await shop.pass(100, (view) => view.message?.code === 'fiscal-refused');
    expect(message?.facts).toEqual({ code: 'time-past', message: 'ERROR_RECEIPT_TIME_PAST' });
    const from = shop.clock.now();
    await shop.pass(500, printed(1));
    expect(shop.clock.now() - from).toBeGreaterThanOrEqual(20_000);
    expect([sent(shop), shop.view().message]).toEqual([6, null]);
  });

  test('takes the fiscal Z by itself once it is set right', async () => {
    const shop = await openCounter();
    await sellBread(shop);
    await shop.pass(500, printed(1));
    const refusal = { kind: 'refuse', code: 104, message: 'Invalid time, time should be before' } as const;
    shop.box.script([{ on: 'GET /zreport/close/', times: 2, fault: refusal }]);
    await shop.call('closeShift', { counted: 20_400_000 });
    await shop.until(({ message }) => message?.code === 'fiscal-z-failed');
    await shop.pass(5000, () => shop.box.snapshot().shift === null);
    await shop.until(({ message }) => message === null);
  });
});
