import { expect, test } from 'vitest';
import { asked, liveKey, morning, startRig } from './rig.ts';

const refused = (errorCode: string, statusCode: number) => expect.objectContaining({ errorCode, statusCode });

test("Smartpay's own SDK makes a checkout, and gets its order and its link", async () => {
  const { sdk, smartpay } = await startRig();
  const session = await sdk.createCheckoutSession(asked);
  expect(session).toEqual({
    id: expect.stringMatching(/^checkout_test_\w{22}$/),
    object: 'checkoutSession',
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/checkout\/checkout_test_\w{22}\.\w{24}$/),
    order: {
      id: expect.stringMatching(/^order_test_\w{22}$/),
      object: 'order',
      status: 'requires_authorization',
      amount: 2500,
      currency: 'JPY',
      captureMethod: 'automatic',
      description: 'Registon Market 7',
      reference: 'attempt-1',
      metadata: { attempt: 'attempt-1' },
      payments: [],
      lineItems: [expect.any(String)],
      discounts: [],
      test: true,
      createdAt: morning,
      updatedAt: morning,
    },
    test: true,
    createdAt: morning,
    expiresAt: morning + 24 * 3_600_000,
    updatedAt: morning,
    customerInfo: {},
    reference: 'attempt-1',
    metadata: { attempt: 'attempt-1' },
    successUrl: asked.successUrl,
    cancelUrl: asked.cancelUrl,
  });
  expect(await sdk.getCheckoutSession({ id: session.id, expand: 'all' })).toEqual(session);
  expect(await sdk.getOrder({ id: session.order.id })).toEqual(session.order);
  expect(smartpay.ledger.orders.length).toBe(1);
});

test('the SDK adds up what has no total, and what it adds up is asked for', async () => {
  const { sdk, smartpay } = await startRig();
  const items = [{ name: 'Non', amount: 250, currency: 'JPY', quantity: 2 }];
  const { amount: _amount, ...rest } = asked;
  await sdk.createCheckoutSession({ ...rest, items, shippingInfo: { ...asked.shippingInfo, feeAmount: 100 } });
  expect(smartpay.ledger.orders[0]).toMatchObject({ amount: 600, currency: 'JPY' });
});

test('an answer of 503 is repeated by the SDK with the same key: one session, whether or not the first try was heard', async () => {
  for (const work of ['none', 'done'] as const) {
    const { sdk, smartpay } = await startRig();
    smartpay.script([{ on: 'sessions.create', fault: { kind: 'unavailable', work } }]);
    const session = await sdk.createCheckoutSession({ ...asked, idempotencyKey: 'attempt-1' });
    const keys = smartpay.ledger.requests.map(({ key, replayed }) => [key, replayed]);
    expect([smartpay.ledger.sessions.map(({ id }) => id), keys]).toEqual([
      [session.id],
      [
        ['attempt-1', false],
        ['attempt-1', work === 'done'],
      ],
    ]);
  }
});

test('a customer who pays leaves a payment; the SDK gives it back in parts, never more than is left', async () => {
  const { sdk, smartpay } = await startRig();
  const { url, order } = await sdk.createCheckoutSession(asked);
  expect([smartpay.pay(url), smartpay.pay(url)]).toEqual([true, false]);
  const paid = await sdk.getOrder({ id: order.id });
  expect(paid).toMatchObject({ status: 'succeeded', payments: [expect.stringMatching(/^payment_test_\w{22}$/)] });
  const payment = paid.payments[0];
  const give = (amount: number) =>
    sdk.createRefund({ payment, amount, currency: 'JPY', reason: 'requested_by_customer' });
  const first = await give(2499);
  expect(first).toMatchObject({ object: 'refund', payment, amount: 2499, currency: 'JPY', test: true });
  await expect(give(2)).rejects.toEqual(refused('amount.insufficient', 403));
  const second = await give(1);
  expect(await sdk.getPayment({ id: payment })).toMatchObject({ amount: 2500, refunds: [first.id, second.id] });
  expect(await sdk.getRefund({ id: first.id })).toEqual(first);
  const unknown = { payment: 'payment_test_none', amount: 1, currency: 'JPY', reason: 'fraudulent' };
  await expect(sdk.createRefund(unknown)).rejects.toEqual(refused('payment.not-found', 404));
});

test('a manual order waits to be captured, in parts when the rest is kept', async () => {
  const { sdk, smartpay } = await startRig();
  const { url, order } = await sdk.createCheckoutSession({ ...asked, captureMethod: 'manual' });
  const capture = (amount: number, cancelRemainder = 'manual') =>
    sdk.createPayment({ order: order.id, amount, currency: 'JPY', cancelRemainder });
  await expect(capture(1)).rejects.toEqual(refused('order.cannot-capture', 403));
  smartpay.pay(url);
  expect(await sdk.getOrder({ id: order.id })).toMatchObject({ status: 'requires_capture', payments: [] });
  const first = await capture(1000);
  await expect(capture(1501)).rejects.toEqual(refused('payment.excessive-amount', 403));
  const second = await capture(1500);
  const whole = await sdk.getOrder({ id: order.id });
  expect(whole).toMatchObject({ status: 'succeeded', payments: [first.id, second.id] });
});

test('the rest of a part captured is let go unless the shop says "manual"; "autommatic" is no word', async () => {
  const { sdk, smartpay } = await startRig();
  const { url, order } = await sdk.createCheckoutSession({ ...asked, captureMethod: 'manual' });
  smartpay.pay(url);
  const capture = (cancelRemainder: string) =>
    sdk.createPayment({ order: order.id, amount: 1000, currency: 'JPY', cancelRemainder });
  await expect(capture('autommatic')).rejects.toEqual(refused('request.invalid', 400));
  await capture('automatic');
  expect(await sdk.getOrder({ id: order.id })).toMatchObject({ status: 'succeeded' });
});

test('a reserve nobody captures is let go after seven days', async () => {
  const { sdk, smartpay, pass } = await startRig();
  const { url, order } = await sdk.createCheckoutSession({ ...asked, captureMethod: 'manual' });
  smartpay.pay(url);
  pass(7 * 24 * 3_600_000 - 1);
  expect(await sdk.getOrder({ id: order.id })).toMatchObject({ status: 'requires_capture' });
  pass(1);
  expect(await sdk.getOrder({ id: order.id })).toMatchObject({ status: 'canceled' });
});

test('a cancelled order cannot be paid, a paid one not cancelled', async () => {
  const { sdk, smartpay } = await startRig();
  const first = await sdk.createCheckoutSession(asked);
  expect(await sdk.cancelOrder({ id: first.order.id })).toMatchObject({ status: 'canceled' });
  expect(smartpay.pay(first.url)).toBe(false);
  const second = await sdk.createCheckoutSession(asked);
  smartpay.pay(second.url);
  await expect(sdk.cancelOrder({ id: second.order.id })).rejects.toEqual(refused('order.cannot-cancel', 403));
});

test('lists come newest first, page by page', async () => {
  const { sdk } = await startRig();
  for (const amount of [1, 2, 3]) await sdk.createCheckoutSession({ ...asked, amount });
  const first = await sdk.listOrders({ maxResults: 2 });
  const second = await sdk.listOrders({ maxResults: 2, pageToken: first.nextPageToken });
  const amounts = (page: { data: { amount: number }[] }) => page.data.map(({ amount }) => amount);
  expect([amounts(first), amounts(second), second.nextPageToken]).toEqual([[3, 2], [1], undefined]);
  expect(await sdk.listPayments()).toMatchObject({ object: 'collection', results: 0, data: [] });
});

test('every id of a live Smartpay says so', async () => {
  const { sdk, smartpay } = await startRig({ secretKey: liveKey });
  const session = await sdk.createCheckoutSession(asked);
  smartpay.pay(session.url);
  const { payments } = await sdk.getOrder({ id: session.order.id });
  const ids = [session.id, session.order.id, ...payments];
  expect([session.test, ids.every((id: string) => id.includes('_live_'))]).toEqual([false, true]);
});
