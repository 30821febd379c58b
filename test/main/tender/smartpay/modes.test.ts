import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { enquiry, firstTry, inYen, liveKey, paymentRef, providerAt, testKey } from './rig.ts';

type Mode = 'test' | 'live';
type Changes = { order?: object; payment?: object; refund?: object };

const keys: Record<Mode, string> = { test: testKey, live: liveKey };

/** How an id of the other mode is refused where the shop's key is of `mode`. */
const reasons: Record<Mode, string> = { test: 'live-id-in-test-mode', live: 'test-id-in-live-mode' };

const money = { amount: 2500, currency: 'JPY' };

/**
 * A Smartpay that knows one paid order of `mode` and tells it to everybody, also to a shop with another key; only what `changes`
 * says of it is wrong. `asked` is what it was asked for.
 */
async function tells(mode: Mode, { order, payment, refund }: Changes = {}) {
  const play = mode === 'test';
  const ids = { order: `order_${mode}_1`, payment: `payment_${mode}_1`, refund: `refund_${mode}_1` };
  const paid = { id: ids.payment, order: ids.order, ...money, test: play, refunds: [], ...payment };
  const told: Record<string, object> = {
    [`GET /orders/${ids.order}`]: {
      id: ids.order,
      status: 'succeeded',
      ...money,
      test: play,
      payments: [paid],
      ...order,
    },
    [`GET /payments/${ids.payment}`]: paid,
    'POST /refunds': { id: ids.refund, payment: ids.payment, ...money, test: play, ...refund },
  };
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    const what = `${request.method} ${request.url?.split('?')[0]}`;
    asked.push(what);
    reply.setHeader('content-type', 'application/json').end(JSON.stringify(told[what] ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const shop = (secretKey: string) => {
    const { book, refunds } = providerAt({ url }, { secretKey });
    const whole = { ...firstTry, id: 'r1', key: 'r1', amount: inYen(2500) };
    return {
      ask: () => book!.ask(enquiry(ids.order)),
      cancel: () => book!.cancel(paymentRef(ids.order)),
      give: () => refunds!.give({ ...whole, payment: paymentRef(ids.order, { transactionId: ids.payment }) }),
    };
  };
  return { asked, ids, shop };
}

/** The whole of the payment, as Smartpay lists it inside it. */
const goneBack = (mode: Mode, changes: object): object => ({
  id: `refund_${mode}_1`,
  payment: `payment_${mode}_1`,
  ...money,
  test: mode === 'test',
  ...changes,
});

const both: Mode[] = ['test', 'live'];

describe.each(both)('a shop with a %s key', (mode) => {
  const other: Mode = mode === 'test' ? 'live' : 'test';
  const unclear = expect.objectContaining({ kind: 'unclear', reason: reasons[mode] });

  test('believes what is of its own mode, also where nothing is said about testing', async () => {
    for (const changes of [{}, { order: { test: null }, payment: { test: null }, refund: { test: null } }]) {
      const { ids, shop } = await tells(mode, changes);
      const { ask, give } = shop(keys[mode]);
      expect([await ask(), await give()]).toMatchObject([
        { kind: 'paid', facts: { providerPaymentId: ids.order, transactionId: ids.payment } },
        { kind: 'returned', refundId: ids.refund },
      ]);
    }
  });

  test('takes nothing of the other mode for paid, and neither closes it nor gives it back', async () => {
    const { asked, shop } = await tells(other);
    const { ask, cancel, give } = shop(keys[mode]);
    expect([await ask(), await cancel(), await give()]).toEqual([unclear, unclear, unclear]);
    expect(asked.filter((what) => !what.startsWith('GET'))).toEqual([]);
  });

  test.each<[string, Changes]>([
    ['an order that says so beside its id', { order: { test: mode === 'live' } }],
    ['an order with a payment that says so', { payment: { test: mode === 'live' } }],
    ['an order with a payment whose id says so', { payment: { id: `payment_${other}_1` } }],
    ['an order of which a refund says so', { payment: { refunds: [goneBack(mode, { test: mode === 'live' })] } }],
    [
      'an order of which a refund says so in its id',
      { payment: { refunds: [goneBack(mode, { id: `refund_${other}_1` })] } },
    ],
  ])('takes %s for the other mode', async (_what, changes) => {
    const { asked, shop } = await tells(mode, changes);
    const { ask, cancel } = shop(keys[mode]);
    expect([await ask(), await cancel()]).toEqual([unclear, unclear]);
    expect(asked.filter((what) => !what.startsWith('GET'))).toEqual([]);
  });

  test.each<[string, Changes]>([
    ['says so beside its id', { refund: { test: mode === 'live' } }],
    ['says so in its id', { refund: { id: `refund_${other}_1` } }],
  ])('does not take money for given back by a refund of the other mode that %s', async (_what, changes) => {
    const { shop } = await tells(mode, changes);
    expect(await shop(keys[mode]).give()).toEqual(unclear);
  });
});

test('what carries no mode, and a key that carries none, prove nothing', async () => {
  const { shop } = await tells('live', { payment: { id: 'payment_1' } });
  expect([await shop(liveKey).ask(), await shop('pk_live_1').ask()]).toMatchObject([
    { kind: 'unclear', reason: 'id-unreadable' },
    { kind: 'unclear', reason: 'key-unreadable' },
  ]);
});
