import { expect, test } from 'vitest';
import { calls, enquiry, shown, useShop, withPayment } from './shop.ts';

const shop = useShop();
const refunds = () => shop().box.oneQr.book.refunds.map(({ amount, status }) => ({ amount, status }));
const payments = () => shop().box.oneQr.book.payments.map(({ amount }) => amount);

test('an unpaid invoice is closed, and nobody can pay it any more', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  expect(await book.cancel(payment)).toEqual({ kind: 'returned' });
  expect(box.oneQr.pay(payment.qr)).toEqual({ ok: false, why: 'cancelled' });
  expect([payments(), refunds()]).toEqual([[], []]);
});

test('closing twice is closing once', async () => {
  const { book } = shop();
  const payment = await shown(shop());
  await book.cancel(payment);
  expect(await book.cancel(payment)).toEqual({ kind: 'returned' });
});

test('paid just before it was cancelled: one payment, one return', async () => {
  const { box, book, pass } = shop();
  const payment = await shown(shop());
  box.oneQr.pay(payment.qr);
  expect(await book.cancel(payment)).toEqual({ kind: 'accepted' });
  pass(2000);
  expect(await book.ask(enquiry(payment))).toMatchObject({ kind: 'paid' });
  expect(await book.cancel(payment)).toEqual({ kind: 'returned' });
  expect([payments(), refunds()]).toEqual([[1_450_000], [{ amount: 1_450_000, status: 2 }]]);
});

test('cancelled just before it was paid: no payment, no return', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  const held = box.script([{ on: 'POST /payment/one_qr/cancel', fault: { kind: 'hang', held: 'answer' } }]);
  const cancelled = book.cancel(payment);
  await held.reached;
  expect(box.oneQr.pay(payment.qr)).toEqual({ ok: false, why: 'cancelled' });
  held.release();
  expect(await cancelled).toEqual({ kind: 'returned' });
  expect([payments(), refunds()]).toEqual([[], []]);
});

test('paid while the request to cancel is on its way: one payment, one return', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  const held = box.script([{ on: 'POST /payment/one_qr/cancel', fault: { kind: 'hang', held: 'request' } }]);
  const cancelled = book.cancel(payment);
  await held.reached;
  box.oneQr.pay(payment.qr);
  held.release();
  expect(await cancelled).toEqual({ kind: 'accepted' });
  expect([payments(), refunds()]).toEqual([[1_450_000], [{ amount: 1_450_000, status: 1 }]]);
});

test('a payment that came through although the invoice was said to be closed goes back', async () => {
  const { box, book } = shop();
  box.oneQr.setTerms({ lateWins: true });
  const payment = await shown(shop());
  const held = box.script([{ on: 'POST /payment/one_qr/cancel', fault: { kind: 'hang', held: 'answer' } }]);
  const cancelled = book.cancel(payment);
  await held.reached;
  expect(box.oneQr.pay(payment.qr)).toEqual({ ok: true });
  held.release();
  expect(await cancelled).toEqual({ kind: 'accepted' });
  expect([payments(), refunds()]).toEqual([[1_450_000], [{ amount: 1_450_000, status: 1 }]]);
});

test('the payment is known already: it is given back without asking to close it', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  box.oneQr.pay(payment.qr);
  expect(await book.cancel(withPayment(shop(), payment))).toEqual({ kind: 'accepted' });
  expect(calls(shop())).toEqual(['create', 'refund']);
});

test('asked ten times to give back, the till sends one refund and asks about it', async () => {
  const { box, book, pass } = shop();
  const payment = await shown(shop());
  box.oneQr.pay(payment.qr);
  const paid = withPayment(shop(), payment);
  for (let time = 0; time < 10; time += 1) expect(await book.cancel(paid)).toEqual({ kind: 'accepted' });
  pass(2000);
  expect(await book.cancel(paid)).toEqual({ kind: 'returned' });
  expect(refunds()).toEqual([{ amount: 1_450_000, status: 2 }]);
});

test('the answer to the refund is lost: it is never sent again, and a person looks', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  box.oneQr.pay(payment.qr);
  const paid = withPayment(shop(), payment);
  box.script([{ on: 'POST /payment/one_qr/refund', fault: { kind: 'drop-answer-after' } }]);
  expect(await book.cancel(paid)).toEqual({ kind: 'unclear', reason: 'closed', message: '' });
  const message = `payment ${paid.transactionId}`;
  expect(await book.cancel(paid)).toEqual({ kind: 'refused', reason: 'refund-unanswered', message });
  expect(refunds()).toHaveLength(1);
});

test('a till started again has forgotten its refund; UzQR does not give back twice', async () => {
  const { box, book, restarted } = shop();
  const payment = await shown(shop());
  box.oneQr.pay(payment.qr);
  const paid = withPayment(shop(), payment);
  await book.cancel(paid);
  expect(await restarted().book?.cancel(paid)).toMatchObject({ kind: 'unclear', reason: 'fbox-4002' });
  expect(refunds()).toHaveLength(1);
});

test('a refund that was certainly not sent is sent later', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  box.oneQr.pay(payment.qr);
  const paid = withPayment(shop(), payment);
  await box.setCable('out');
  expect(await book.cancel(paid)).toEqual({ kind: 'unreachable', reason: 'refused' });
  await box.setCable('in');
  expect(await book.cancel(paid)).toEqual({ kind: 'accepted' });
});

test('a refund that failed at UzQR is for a person', async () => {
  const { box, book, pass } = shop();
  box.oneQr.setTerms({ refundsEnd: 'failed' });
  const payment = await shown(shop());
  box.oneQr.pay(payment.qr);
  await book.cancel(payment);
  pass(2000);
  expect(await book.cancel(payment)).toMatchObject({ kind: 'refused', reason: 'return-refused' });
  expect(refunds()).toEqual([{ amount: 1_450_000, status: 3 }]);
});

test('the answer to the cancellation is lost: asking again finds it closed', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  box.script([{ on: 'POST /payment/one_qr/cancel', fault: { kind: 'drop-answer-after' } }]);
  expect(await book.cancel(payment)).toEqual({ kind: 'unreachable', reason: 'closed' });
  expect(await book.ask(enquiry(payment))).toMatchObject({ kind: 'declined' });
});

test('an invoice UzQR does not know is never called closed', async () => {
  const payment = { ...(await shown(shop())), providerPaymentId: 'INV0' };
  expect(await shop().book.cancel(payment)).toMatchObject({ kind: 'unclear', reason: 'not-found' });
});

test.each([
  [1001, { kind: 'refused', reason: 'shop-refused', message: 'words' }],
  [6001, { kind: 'unclear', reason: 'fbox-6001', message: 'words' }],
  [9001, { kind: 'unclear', reason: 'fbox-9001', message: 'words' }],
])('%i closes nothing', async (code, outcome) => {
  const payment = await shown(shop());
  shop().box.script([{ on: 'POST /payment/one_qr/cancel', fault: { kind: 'refuse', code, message: 'words' } }]);
  expect(await shop().book.cancel(payment)).toEqual(outcome);
  expect(shop().box.oneQr.book.invoices[0]?.ended).toBeNull();
});
