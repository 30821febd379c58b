import { expect, test } from 'vitest';
import { enquiry, paymentRef, request, startRig } from './rig.ts';

const returned = { kind: 'returned' };

test('a checkout nobody paid is closed, and its QR is dead', async () => {
  const { smartpay, book, show } = await startRig();
  const { orderId, link } = await show();
  expect(await book.cancel(paymentRef(orderId))).toEqual(returned);
  expect([smartpay.pay(link), smartpay.ledger.payments]).toEqual([false, []]);
  expect(await book.ask(enquiry(orderId))).toMatchObject({ kind: 'declined', reason: 'order-canceled' });
  expect(await book.cancel(paymentRef(orderId))).toEqual(returned);
  const puts = smartpay.ledger.requests.filter(({ endpoint }) => endpoint === 'orders.cancel');
  expect(puts.map(({ key }) => key)).toEqual([`${request().attemptId}:cancel`]);
});

test('a reserve is let go', async () => {
  const { smartpay, book, show } = await startRig({ capture: 'manual' });
  const { orderId, link } = await show();
  smartpay.pay(link);
  expect(await book.cancel(paymentRef(orderId))).toEqual(returned);
  expect(smartpay.ledger.orders[0]?.status).toBe('canceled');
});

test('a payment goes back whole, once, whatever answer is lost', async () => {
  const { smartpay, book, show } = await startRig();
  const { orderId, link } = await show();
  smartpay.pay(link);
  smartpay.script([{ on: 'refunds.create', fault: { kind: 'drop-answer-after' } }]);
  expect(await book.cancel(paymentRef(orderId))).toMatchObject({ kind: 'unclear' });
  expect([await book.cancel(paymentRef(orderId)), await book.ask(enquiry(orderId))]).toEqual([returned, returned]);
  expect(smartpay.ledger.refunds).toMatchObject([{ amount: 2500, currency: 'JPY', reason: 'requested_by_customer' }]);
});

test('what is paid between the question and the cancelling stays paid, and goes back at the next try', async () => {
  const { smartpay, book, show } = await startRig();
  const { orderId, link } = await show();
  const script = smartpay.script([{ on: 'orders.cancel', fault: { kind: 'hang', held: 'request' } }]);
  const cancelling = book.cancel(paymentRef(orderId));
  await script.reached;
  smartpay.pay(link);
  script.release();
  expect(await cancelling).toMatchObject({ kind: 'unclear', reason: 'smartpay-order.cannot-cancel' });
  expect(await book.ask(enquiry(orderId))).toMatchObject({ kind: 'paid' });
  expect(await book.cancel(paymentRef(orderId))).toEqual(returned);
  expect([smartpay.ledger.payments.length, smartpay.ledger.refunds.length]).toEqual([1, 1]);
});

test('a cancelling whose answer was lost is asked about: the order is closed', async () => {
  const { smartpay, book, show } = await startRig();
  const { orderId } = await show();
  smartpay.script([{ on: 'orders.cancel', fault: { kind: 'drop-answer-after' } }]);
  expect(await book.cancel(paymentRef(orderId))).toMatchObject({ kind: 'unreachable' });
  expect(await book.cancel(paymentRef(orderId))).toEqual(returned);
});

test('an order captured in parts by somebody else is for a person', async () => {
  const { smartpay, book, show } = await startRig({ capture: 'manual' });
  const { orderId, link } = await show();
  smartpay.pay(link);
  const authorization = { authorization: 'Basic sk_test_KTGPODEMjGTJByn1pu8psb' };
  const body = JSON.stringify({ order: orderId, amount: 1000, currency: 'JPY' });
  await fetch(`${smartpay.url}/payments`, { method: 'POST', headers: authorization, body });
  expect(await book.cancel(paymentRef(orderId))).toEqual({ kind: 'refused', reason: 'captured-in-part', message: '' });
});

test.each([
  ['wrong-amount', 'unclear'],
  ['other-order', 'unclear'],
  ['other-mode', 'unclear'],
  ['unavailable', 'unclear'],
] as const)('after %s nothing is closed and nothing goes back', async (kind, outcome) => {
  const { smartpay, book, show } = await startRig();
  const { orderId, link } = await show();
  smartpay.pay(link);
  smartpay.script([{ on: 'orders.get', fault: { kind } }]);
  expect(await book.cancel(paymentRef(orderId))).toMatchObject({ kind: outcome });
  expect([smartpay.ledger.refunds, smartpay.ledger.orders[0]?.status]).toEqual([[], 'succeeded']);
});

test('with the line down nothing was sent', async () => {
  const { smartpay, book, show } = await startRig();
  const { orderId } = await show();
  await smartpay.setCable('out');
  expect(await book.cancel(paymentRef(orderId))).toEqual({ kind: 'unreachable', reason: 'refused' });
  expect(await book.take?.(paymentRef(orderId))).toEqual({ kind: 'not-yet', reason: 'refused', message: '' });
});
