import { expect, test } from 'vitest';
import { failed, merchantId, morning, order, sign, startRig } from './rig.ts';

test('Flitt listens on this machine only', async () => {
  const { flitt } = await startRig();
  expect(flitt.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('an order has a page and a number', async () => {
  const { call, flitt } = await startRig();
  const answer = await call('checkout/url', order);
  const [kept] = flitt.ledger.orders;
  const page = `${flitt.url}/merchants/${merchantId}/default/index.html?token=${kept?.token}`;
  expect(answer).toEqual({ response: { checkout_url: page, payment_id: '805000001', response_status: 'success' } });
  expect(kept).toMatchObject({ orderId: 'a1', amount: 100_000, status: 'created', expiresAt: morning + 600_000 });
});

test('an order lives ten hours unless its shop says otherwise', async () => {
  const { create, flitt } = await startRig();
  await create({ lifetime: '' });
  expect(flitt.ledger.orders[0]?.expiresAt).toBe(morning + 36_000_000);
});

test('a token is given for the embedded page', async () => {
  const { call, flitt } = await startRig();
  const answer = await call('checkout/token', order);
  expect(answer).toEqual({ response: { token: flitt.ledger.orders[0]?.token, response_status: 'success' } });
});

test.each([
  [{ order_id: '' }, 1008, 'Parameter `order_id` is mandatory'],
  [{ amount: '' }, 1008, 'Parameter `amount` is mandatory'],
  [{ order_desc: '' }, 1008, 'Parameter `order_desc` is mandatory'],
  [{ currency: '' }, 1008, 'Parameter `currency` is mandatory'],
  [{ merchant_id: '' }, 1008, 'Parameter `merchant_id` is mandatory'],
  [{ merchant_id: 1396424 }, 1016, 'Merchant not found'],
  [{ amount: 0 }, 1007, 'Parameter `amount` is incorrect'],
  [{ amount: '1000.00' }, 1007, 'Parameter `amount` is incorrect'],
  [{ amount: 1_000_000_000_000 }, 1007, 'Parameter `amount` is incorrect'],
  [{ lifetime: 69_120_001 }, 1007, 'Parameter `lifetime` is incorrect'],
  [{ order_desc: 'x'.repeat(1025) }, 1007, 'Parameter `order_desc` is incorrect'],
  [{ currency: 'GEL' }, 1012, 'Currency is not available for merchant'],
  [{ payment_systems: 'card' }, 1017, 'No payment systems available'],
])('an order with %j is refused', async (changes, code, message) => {
  const { call, flitt } = await startRig();
  expect(await call('checkout/url', { ...order, ...changes })).toEqual(failed(code, message));
  expect(flitt.ledger.orders).toEqual([]);
});

test('a request signed with another key, or altered after it was signed, is refused', async () => {
  const { call, post, signed, flitt } = await startRig();
  const altered = JSON.stringify({ request: { ...signed(order), amount: 1 } });
  const wrong = failed(1014, 'Invalid signature');
  expect([await call('checkout/url', order, 'other'), await (await post('checkout/url', altered)).json()]).toEqual([
    wrong,
    wrong,
  ]);
  expect(flitt.ledger.orders).toEqual([]);
});

test.each(['{}', '{"request": 7}', '{"request": {}}', '{"request":', '{"order_id": "a1"}'])(
  '%s is no request',
  async (body) => {
    const { post } = await startRig();
    expect(await (await post('checkout/url', body)).json()).toEqual(failed(1010, 'Request is empty'));
  },
);

test('an id is used once, whichever way the order is made', async () => {
  const { call, create } = await startRig();
  await create();
  const duplicate = failed(1013, 'Duplicate order');
  const answers = [await call('checkout/url', order), await call('checkout/token', { ...order, amount: 1 })];
  expect(answers).toEqual([duplicate, duplicate]);
});

test('an order nobody made is not found', async () => {
  const { call } = await startRig();
  const answer = await call('status/order_id', { order_id: 'a1' });
  expect(answer).toEqual(failed(1018, 'Order not found'));
});

test.each(['Content-type: application/json; charset=utf-8', 'text/plain', 'application/json', 'x'])(
  'a request called %j is read',
  async (type) => {
    const { post, signed } = await startRig();
    const answer = await post('checkout/url', JSON.stringify({ request: signed(order) }), { 'content-type': type });
    expect([answer.status, await answer.json()]).toMatchObject([200, { response: { response_status: 'success' } }]);
  },
);

test('a body in chunks of unknown length is read', async () => {
  const { flitt, signed } = await startRig();
  const text = JSON.stringify({ request: signed(order) });
  const body = new ReadableStream({
    start(chunks) {
      for (const part of [text.slice(0, 10), text.slice(10)]) chunks.enqueue(new TextEncoder().encode(part));
      chunks.close();
    },
  });
  const answer = await fetch(`${flitt.url}/api/checkout/url`, { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect(await answer.json()).toMatchObject({ response: { response_status: 'success' } });
});

test('a form is answered as a form', async () => {
  const { post, signed } = await startRig();
  const form = (said: Record<string, string | number>) =>
    new URLSearchParams(
      Object.entries(said).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
  const type = 'application/x-www-form-urlencoded';
  const answer = await post('checkout/token', form(signed(order)), { 'content-type': type });
  const said = new URLSearchParams(await answer.text());
  expect([answer.headers.get('content-type'), said.get('response_status'), said.get('token')?.length]).toEqual([
    type,
    'success',
    40,
  ]);
});

test('a browser is led to the page, or told a number of four digits', async () => {
  const { post, signed, flitt } = await startRig();
  const send = (said: Record<string, string | number>) =>
    post('checkout/redirect', new URLSearchParams(JSON.parse(JSON.stringify(said))).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  const led = await send(signed(order));
  const refused = await send(signed(order));
  expect([led.status, led.headers.get('location')]).toEqual([
    302,
    `${flitt.url}/merchants/${merchantId}/default/index.html?token=${flitt.ledger.orders[0]?.token}`,
  ]);
  expect([refused.status, (await refused.text()).includes('2013')]).toEqual([200, true]);
});

test('an order is told with amounts as text, ids as numbers, and signed', async () => {
  const { create, status } = await startRig();
  await create();
  const { signature, response_signature_string: _text, ...said } = await status();
  expect(signature).toBe(sign(said));
  expect(said).toMatchObject({
    order_status: 'created',
    response_status: 'success',
    order_id: 'a1',
    merchant_id: 1549901,
    payment_id: 805_000_001,
    amount: '100000',
    currency: 'UZS',
    actual_amount: '',
    reversal_amount: '0',
    order_time: '21.11.2026 09:00:00',
  });
});

test('in test mode an answer tells what was signed, with every occurrence of the key masked; in live mode it does not', async () => {
  const testing = await startRig();
  await testing.create({ order_id: 'a-test-1' });
  const text: string = (await testing.status('a-test-1')).response_signature_string;
  const live = await startRig({ testMode: false });
  await live.create();
  expect([text.startsWith('**********|{'), text.includes('test'), text.includes('|a-**********-1|created|')]).toEqual([
    true,
    false,
    true,
  ]);
  expect('response_signature_string' in (await live.status())).toBe(false);
});
