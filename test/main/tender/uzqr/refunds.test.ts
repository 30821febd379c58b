import { expect, test } from 'vitest';
import type { PaymentRef } from '../../../../main/tender/provider.ts';
import { refundOf, shown, useShop, withPayment } from './shop.ts';

const shop = useShop();
const route = 'POST /payment/one_qr/refund';
const given = () => shop().box.oneQr.book.refunds.map(({ amount }) => amount);
const give = (payment: PaymentRef, amount: number) => shop().uzqr.refunds!.give(refundOf(payment, amount));
const ask = (payment: PaymentRef, id: string | null) => shop().uzqr.refunds!.ask!(refundOf(payment, 100, id));

async function paid(amount?: number): Promise<PaymentRef> {
  const payment = await shown(shop(), amount);
  shop().box.oneQr.pay(payment.qr);
  return withPayment(shop(), payment);
}

test.each([1, 100, 9_900, 10_000, 1_234_567_890])('%i tiyin go back whole', async (amount) => {
  const payment = await paid(amount);
  const [outcome] = [await give(payment, amount)];
  expect(outcome).toEqual({ kind: 'accepted', refundId: shop().box.oneQr.book.refunds[0]?.id });
  expect(given()).toEqual([amount]);
});

test('parts go back one after the other, and are asked about until they are there', async () => {
  const payment = await paid();
  const first = await give(payment, 50_001);
  await give(payment, 1_399_999);
  const id = first.kind === 'accepted' ? first.refundId : null;
  expect(await ask(payment, id)).toEqual({ kind: 'accepted', refundId: id });
  shop().pass(2000);
  expect(await ask(payment, id)).toEqual({ kind: 'returned', refundId: id });
  expect(given()).toEqual([50_001, 1_399_999]);
});

test('a payment whose own id the till does not know is asked for it first', async () => {
  const payment = { ...(await paid()), transactionId: null };
  expect(await give(payment, 100)).toMatchObject({ kind: 'accepted' });
});

test('without that id nothing is sent', async () => {
  const payment = { ...(await paid()), transactionId: null, providerPaymentId: 'INV0' };
  expect(await give(payment, 100)).toEqual({ kind: 'unreachable', reason: 'not-found' });
  expect(given()).toEqual([]);
});

test('more than is left is refused with a number nobody published, so a person looks', async () => {
  const payment = await paid();
  await give(payment, 1_450_000);
  expect(await give(payment, 1)).toMatchObject({ kind: 'unclear', reason: 'fbox-4002' });
});

test('a lost answer leaves a refund without a name: nobody can be asked', async () => {
  const payment = await paid();
  shop().box.script([{ on: route, fault: { kind: 'drop-answer-after' } }]);
  expect(await give(payment, 100)).toEqual({ kind: 'unclear', reason: 'closed', message: '' });
  expect(await ask(payment, null)).toEqual({ kind: 'unclear', reason: 'refund-unanswered', message: '' });
  expect(given()).toEqual([100]);
});

test.each([
  [1001, { kind: 'refused', reason: 'shop-refused', message: 'words' }],
  [2001, { kind: 'refused', reason: 'request-refused', message: 'words' }],
  [4001, { kind: 'refused', reason: 'not-found', message: 'words' }],
  [6001, { kind: 'unreachable', reason: 'fbox-6001' }],
  [104, { kind: 'unclear', reason: 'fbox-104', message: 'words' }],
  [9001, { kind: 'unclear', reason: 'fbox-9001', message: 'words' }],
])('%i to a refund', async (code, outcome) => {
  const payment = await paid();
  shop().box.script([{ on: route, fault: { kind: 'refuse', code, message: 'words' } }]);
  expect(await give(payment, 100)).toEqual(outcome);
});

test.each(['garbage', 'empty', 'error-200', 'wrong-types'] as const)(
  '%s instead of a name is unclear',
  async (kind) => {
    const payment = await paid();
    shop().box.script([{ on: route, fault: { kind } }]);
    expect(await give(payment, 100)).toMatchObject({ kind: 'unclear' });
    expect(given()).toEqual([100]);
  },
);

test('a refund that failed gave nothing back', async () => {
  shop().box.oneQr.setTerms({ refundsEnd: 'failed' });
  const payment = await paid();
  const outcome = await give(payment, 100);
  const id = outcome.kind === 'accepted' ? outcome.refundId : null;
  shop().pass(2000);
  expect(await ask(payment, id)).toEqual({ kind: 'refused', reason: 'return-refused', message: `refund ${id}` });
});

test('the answer about another refund is acted on by nobody', async () => {
  const payment = await paid();
  const first = await give(payment, 100);
  const second = await give(payment, 100);
  await ask(payment, first.kind === 'accepted' ? first.refundId : null);
  shop().box.script([{ on: 'GET /payment/one_qr/refund/status', fault: { kind: 'previous-answer' } }]);
  expect(await ask(payment, second.kind === 'accepted' ? second.refundId : null)).toMatchObject({ reason: 'wrong-id' });
});
