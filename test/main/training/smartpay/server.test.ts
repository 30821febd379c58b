import { expect, test } from 'vitest';
import { asked, morning, startRig, testKey } from './rig.ts';

const key = (value: string) => ({ 'idempotency-key': value });

test.each([undefined, 'Basic sk_test_other', `Basic ${btoa(`${testKey}:`)}`, `Bearer ${testKey}`])(
  'with %s in Authorization nothing is done',
  async (authorization) => {
    const { smartpay } = await startRig();
    const headers = authorization === undefined ? {} : { authorization };
    const body = JSON.stringify(asked);
    const answer = await fetch(`${smartpay.url}/checkout-sessions`, { method: 'POST', headers, body });
    const { errorCode } = await answer.json();
    expect([answer.status, errorCode, smartpay.ledger.sessions]).toEqual([401, 'authentication.invalid', []]);
  },
);

test('the same key with the same request gets the same answer, with another request a refusal', async () => {
  const { smartpay, send } = await startRig();
  const first = await send('POST', '/checkout-sessions', asked, key('a'));
  expect(await send('POST', '/checkout-sessions', asked, key('a'))).toEqual(first);
  const other = await send('POST', '/checkout-sessions', { ...asked, amount: 2501 }, key('a'));
  expect([other.status, other.value.errorCode]).toEqual([400, 'idempotency-key.reused']);
  expect(smartpay.ledger.sessions.length).toBe(1);
});

test('a refusal is remembered under its key as well', async () => {
  const { smartpay, send } = await startRig();
  const { value } = await send('POST', '/checkout-sessions', asked, key('a'));
  smartpay.pay(value.url);
  const cancel = () => send('PUT', `/orders/${value.order.id}/cancellation`, undefined, key('b'));
  const first = await cancel();
  expect([first.status, await cancel()]).toEqual([403, first]);
});

test('a scripted refusal is remembered under its key too, but not one that only asks to come later', async () => {
  const { smartpay, send } = await startRig();
  const create = async () => (await send('POST', '/checkout-sessions', asked, key('a'))).status;
  smartpay.script(
    [429, 403].map((code) => ({ on: 'sessions.create', fault: { kind: 'refuse', code, message: 'No.' } })),
  );
  expect([await create(), await create(), await create()]).toEqual([429, 403, 403]);
});

test('a key is forgotten after six hours: the same request is then a new one', async () => {
  const { smartpay, send, pass } = await startRig();
  await send('POST', '/checkout-sessions', asked, key('a'));
  pass(6 * 3_600_000 - 1);
  await send('POST', '/checkout-sessions', asked, key('a'));
  expect(smartpay.ledger.sessions.length).toBe(1);
  pass(1);
  await send('POST', '/checkout-sessions', asked, key('a'));
  expect(smartpay.ledger.sessions.length).toBe(2);
});

test.each([
  ['half a yen', { amount: 100.5 }],
  ['less than nothing', { amount: -1 }],
  ['text', { amount: '100' }],
  ['more than fits', { amount: 4_294_967_296 }],
  ['sums', { currency: 'UZS' }],
  ['no items', { items: [] }],
  ['51 items', { items: Array(51).fill(asked.items[0]) }],
  ['no customer', { customerInfo: undefined }],
  ['no address', { shippingInfo: {} }],
  ['the misspelt capture method of the SDK', { captureMethod: 'autommatic' }],
  ['another language', { locale: 'uz' }],
  ['81 letters of description', { description: 'x'.repeat(81) }],
  ['41 letters of reference', { reference: 'x'.repeat(41) }],
  ['21 pairs', { metadata: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`k${at}`, 'v'])) }],
  ['no way back', { successUrl: undefined }],
])('a checkout with %s is refused', async (_what, changes) => {
  const { smartpay, send } = await startRig();
  const { status, value } = await send('POST', '/checkout-sessions', { ...asked, ...changes });
  expect([status, value.errorCode, smartpay.ledger.orders]).toEqual([400, 'request.invalid', []]);
});

test('what is no JSON, and what is nowhere, is refused in words', async () => {
  const { smartpay, send } = await startRig();
  const headers = { authorization: `Basic ${testKey}` };
  const answer = await fetch(`${smartpay.url}/refunds`, { method: 'POST', headers, body: '{"amount":' });
  expect([answer.status, (await send('DELETE', '/orders/1')).status]).toEqual([400, 404]);
});

test('a phone opens the checkout, sees shop and amount, and pays', async () => {
  const { smartpay, send } = await startRig();
  const words = { ...asked, description: '<b>Non & choy</b>', amount: 12_345_678 };
  const { value } = await send('POST', '/checkout-sessions', words);
  const page = await (await fetch(value.url)).text();
  expect(page).toContain('12,345,678 JPY');
  expect(page).toContain('&lt;b&gt;Non &amp; choy&lt;/b&gt;');
  expect(page).not.toMatch(/<script|<b>Non/);
  const after = await fetch(`${value.url}/pay`, { method: 'POST' });
  expect(await after.text()).toContain('Paid. <a href="https://shop.example/paid">');
  expect(smartpay.ledger.orders[0]?.status).toBe('succeeded');
});

test('a phone says no; a second look at the page offers nothing any more', async () => {
  const { smartpay, send } = await startRig();
  const { value } = await send('POST', '/checkout-sessions', asked);
  const after = await (await fetch(`${value.url}/cancel`, { method: 'POST' })).text();
  expect([after.includes('Not paid.'), after.includes('<button')]).toEqual([true, false]);
  await fetch(`${value.url}/pay`, { method: 'POST' });
  expect([smartpay.ledger.orders[0]?.status, smartpay.ledger.payments]).toEqual(['canceled', []]);
});

test('nobody pays on a page that never was, or after its day is over', async () => {
  const { smartpay, send, pass } = await startRig();
  const { value } = await send('POST', '/checkout-sessions', asked);
  expect((await fetch(`${value.url}x`)).status).toBe(404);
  pass(24 * 3_600_000);
  expect([smartpay.pay(value.url), smartpay.pay('https://elsewhere.example/')]).toEqual([false, false]);
  expect(await (await fetch(value.url)).text()).not.toContain('<button');
});

test('a customer Smartpay does not trust is rejected', async () => {
  const { smartpay, send } = await startRig();
  const { value } = await send('POST', '/checkout-sessions', asked);
  expect([smartpay.reject(`${value.url}?promotion-code=X`), smartpay.decline(value.url)]).toEqual([true, false]);
  const order = await send('GET', `/orders/${value.order.id}`);
  expect(order.value.status).toBe('rejected');
});

test('a scripted fault strikes once and stands in the ledger; an honest refusal keeps its status under it', async () => {
  const { smartpay, send } = await startRig();
  smartpay.script([
    { on: 'orders.get', fault: { kind: 'http-status', status: 502 } },
    { on: 'payments.get', fault: { kind: 'delay', ms: 0, held: 'answer' } },
  ]);
  const headers = { authorization: `Basic ${testKey}` };
  const first = await fetch(`${smartpay.url}/orders/order_test_1`, { headers });
  const second = await send('GET', '/orders/order_test_1');
  const third = await send('GET', '/payments/payment_test_1');
  expect([first.status, second.status, third.status]).toEqual([502, 404, 404]);
  const record = { key: null, at: morning, replayed: false };
  expect(smartpay.snapshot().requests).toEqual([
    { ...record, endpoint: 'orders.get', fault: 'http-status' },
    { ...record, endpoint: 'orders.get', fault: null },
    { ...record, endpoint: 'payments.get', fault: 'delay' },
  ]);
});

test('with its cable out nobody is there; back in, it remembers everything at the same address', async () => {
  const { smartpay, send } = await startRig();
  const { value } = await send('POST', '/checkout-sessions', asked);
  await smartpay.setCable('out');
  await expect(fetch(value.url)).rejects.toThrow('fetch failed');
  await smartpay.setCable('in');
  expect((await send('GET', `/orders/${value.order.id}`)).value.status).toBe('requires_authorization');
});
