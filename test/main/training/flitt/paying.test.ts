import { expect, test } from 'vitest';
import { failed, morning, startRig } from './rig.ts';

test('a customer pays behind the QR, once', async () => {
  const { flitt, create, status } = await startRig();
  const qr = await create();
  expect([flitt.pay(qr), flitt.pay(qr)]).toEqual([{ ok: true }, { ok: false, reason: 'not-waiting' }]);
  expect(await status()).toMatchObject({ order_status: 'approved', actual_amount: '100000', actual_currency: 'UZS' });
  expect(flitt.ledger.taken).toEqual([{ orderId: 'a1', amount: 100_000, at: morning }]);
});

test.each(['', 'a1', 'https://example.com/?token=x', 'not a page'])('nothing is behind %j', async (reference) => {
  const { flitt, create } = await startRig();
  await create();
  expect(flitt.pay(reference)).toEqual({ ok: false, reason: 'unknown' });
});

test('a refused customer may try again while the order lives', async () => {
  const { flitt, create, status } = await startRig();
  const qr = await create();
  flitt.decline(qr);
  const refused = await status();
  flitt.pay(qr);
  expect([refused.order_status, refused.response_code, (await status()).order_status]).toEqual([
    'processing',
    1000,
    'approved',
  ]);
});

test('a refused customer may not, where the shop wants it so', async () => {
  const { flitt, create, status } = await startRig();
  const qr = await create({ delayed: 'N' });
  flitt.decline(qr);
  expect([(await status()).order_status, flitt.pay(qr)]).toEqual(['declined', { ok: false, reason: 'not-waiting' }]);
});

test('an order dies at its time: expired when nobody tried, declined when somebody was refused', async () => {
  const { flitt, create, status, pass } = await startRig();
  const qr = await create();
  flitt.decline(await create({ order_id: 'a2' }));
  pass(599_999);
  const living = await status();
  pass(1);
  const statuses = [living, await status(), await status('a2')].map((one) => one.order_status);
  expect([statuses, flitt.pay(qr)]).toEqual([['created', 'expired', 'declined'], { ok: false, reason: 'not-waiting' }]);
});

test('a payment that was begun in time may end after it', async () => {
  const { flitt, create, status, pass } = await startRig();
  const qr = await create();
  flitt.begin(qr);
  pass(700_000);
  const meanwhile = await status();
  flitt.pay(qr);
  expect([meanwhile.order_status, (await status()).order_status]).toEqual(['processing', 'approved']);
});

test('a phone opens the page, sees shop and amount, and pays', async () => {
  const { flitt, create } = await startRig();
  const qr = await create({ order_desc: 'Baraka <Market> № 7', amount: 1_234_567_890 });
  const before = await (await fetch(qr)).text();
  const pressed = await fetch(`${qr}&act=pay`, { method: 'POST', redirect: 'manual' });
  const after = await (await fetch(new URL(pressed.headers.get('location') ?? '', qr))).text();
  expect(before).toContain('Baraka &lt;Market&gt; № 7');
  expect(before).toContain('12 345 678.90 UZS');
  expect([before.includes('data-state="created"'), pressed.status, after.includes('data-state="approved"')]).toEqual([
    true,
    303,
    true,
  ]);
  expect([after.includes('<form'), before.includes('<script'), flitt.ledger.taken.length]).toEqual([false, false, 1]);
});

test('a phone declines, and may try again', async () => {
  const { create } = await startRig();
  const qr = await create();
  await fetch(`${qr}&act=decline`, { method: 'POST', redirect: 'manual' });
  const page = await (await fetch(qr)).text();
  expect([page.includes('try again'), page.includes('act=pay')]).toEqual([true, true]);
});

test('there is no page without an order', async () => {
  const { flitt } = await startRig();
  const page = await fetch(`${flitt.url}/merchants/1549901/default/index.html?token=none`);
  expect([page.status, (await page.text()).includes('No such payment')]).toEqual([200, true]);
});

test('money goes back once under one key, and the order says how much', async () => {
  const { flitt, create, call, status } = await startRig();
  flitt.pay(await create());
  const reversal = { order_id: 'a1', amount: 40_000, currency: 'UZS', reverse_id: 'r1' };
  const answers = [await call('reverse/order_id', reversal), await call('reverse/order_id', reversal)];
  expect(answers.map(({ response }) => [response.reverse_status, response.reversal_amount])).toEqual([
    ['approved', '40000'],
    ['approved', '40000'],
  ]);
  expect(await status()).toMatchObject({ order_status: 'reversed', reversal_amount: '40000', actual_amount: '100000' });
  expect(flitt.ledger.reversals).toHaveLength(1);
});

test('without a key money goes back at every call', async () => {
  const { flitt, create, call } = await startRig();
  flitt.pay(await create());
  const reversal = { order_id: 'a1', amount: 40_000, currency: 'UZS' };
  await call('reverse/order_id', reversal);
  await call('reverse/order_id', reversal);
  expect([flitt.ledger.reversals.length, await call('reverse/order_id', reversal)]).toEqual([
    2,
    failed(1007, 'Parameter `amount` is incorrect'),
  ]);
});

test.each([
  [{ amount: 100_001 }, 1007, 'Parameter `amount` is incorrect'],
  [{ currency: 'USD' }, 1007, 'Parameter `currency` is incorrect'],
  [{ reverse_id: 'r'.repeat(51) }, 1007, 'Parameter `reverse_id` is incorrect'],
  [{ order_id: 'a2' }, 1018, 'Order not found'],
  [{ amount: '' }, 1008, 'Parameter `amount` is mandatory'],
])('a reversal with %j is refused', async (changes, code, message) => {
  const { flitt, create, call } = await startRig();
  flitt.pay(await create());
  const reversal = { order_id: 'a1', amount: 40_000, currency: 'UZS', reverse_id: 'r1', ...changes };
  expect([await call('reverse/order_id', reversal), flitt.ledger.reversals]).toEqual([failed(code, message), []]);
});

test('nothing goes back of what nobody paid, and no key reverses another amount', async () => {
  const { flitt, create, call } = await startRig();
  const qr = await create();
  const reversal = { order_id: 'a1', amount: 40_000, currency: 'UZS', reverse_id: 'r1' };
  const early = await call('reverse/order_id', reversal);
  flitt.pay(qr);
  await call('reverse/order_id', reversal);
  const other = await call('reverse/order_id', { ...reversal, amount: 50_000 });
  const wrong = failed(1007, 'Parameter `amount` is incorrect');
  expect([early, other, flitt.ledger.reversals.length]).toEqual([wrong, wrong, 1]);
});

test('a slow reversal is on its way until its time', async () => {
  const { flitt, create, call, status, pass } = await startRig({ reversalMs: 5000 });
  flitt.pay(await create());
  const reversal = { order_id: 'a1', amount: 100_000, currency: 'UZS', reverse_id: 'r1' };
  const first = await call('reverse/order_id', reversal);
  const meanwhile = await status();
  pass(5000);
  expect([first.response.reverse_status, meanwhile.order_status, await status()]).toMatchObject([
    'processing',
    'approved',
    { order_status: 'reversed', reversal_amount: '100000' },
  ]);
});

test('the ledger keeps what was asked, and leaves as plain JSON', async () => {
  const { flitt, create, status } = await startRig();
  await create();
  flitt.script([{ on: 'status/order_id', nth: 2, fault: { kind: 'wrong-signature' } }]);
  await status();
  expect(flitt.snapshot()).toMatchObject({
    requests: [
      { endpoint: 'checkout/url', orderId: 'a1', at: morning, fault: null },
      { endpoint: 'status/order_id', orderId: 'a1', at: morning, fault: null },
    ],
    faultsLeft: 1,
  });
});

test.each([
  ['checkout/url', 'wrong-signature'],
  ['checkout/token', 'no-link'],
  ['reverse/order_id', 'less-paid'],
  ['status/order_id', 'reversal-declined'],
] as const)('a fault that changes nothing is refused: on %s %s', async (on, kind) => {
  const { flitt } = await startRig();
  expect(() => flitt.script([{ on, fault: { kind } }])).toThrow(RangeError);
});

test('nobody is reached while the cable is out, but customers still pay', async () => {
  const { flitt, create, status } = await startRig();
  const qr = await create();
  await flitt.setCable('out');
  await expect(status()).rejects.toThrow('fetch failed');
  expect(flitt.pay(qr)).toEqual({ ok: true });
  await flitt.setCable('in');
  expect((await status()).order_status).toBe('approved');
});
