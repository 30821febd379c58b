import { expect, test } from 'vitest';
import { enquiry, request, shown, useShop } from './shop.ts';

const shop = useShop();
const route = 'GET /payment/one_qr/status';

test('a paid invoice is told with its payment and the customer’s phone', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  const answer = book.ask(enquiry(payment));
  box.oneQr.pay(payment.qr);
  const [paid] = box.oneQr.book.payments;
  expect(await answer).toEqual({
    kind: 'paid',
    facts: {
      providerPaymentId: payment.providerPaymentId,
      transactionId: paid?.id,
      kkmId: null,
      deviceId: null,
      clientPhone: paid?.phone.slice(1),
    },
  });
});

test('a customer who takes two minutes is asked for again', async () => {
  expect(await shop().book.ask(enquiry(await shown(shop())))).toEqual({ kind: 'unpaid' });
});

test('a customer who declines, or lets the invoice die, has paid nothing and cannot any more', async () => {
  const { box, book, pass } = shop();
  const payment = await shown(shop());
  box.oneQr.decline(payment.qr);
  expect(await book.ask(enquiry(payment))).toEqual({ kind: 'declined', reason: 'not-successful', message: '' });
  box.oneQr.setTerms({ duplicates: 'same' });
  const late = await shop().uzqr.create(request(100, { attemptId: 'late' }));
  pass(900_000);
  const id = late.kind === 'ready' ? late.shown.providerPaymentId : '';
  expect(await book.ask(enquiry({ ...payment, providerPaymentId: id }))).toMatchObject({ kind: 'declined' });
});

test('a cashier who waits no longer leaves the question, and nothing has happened', async () => {
  const { box, book } = shop();
  const payment = await shown(shop());
  const held = box.script([{ on: route, fault: { kind: 'hang', held: 'request' } }]);
  const cashier = new AbortController();
  const answer = book.ask(enquiry(payment, cashier.signal));
  await held.reached;
  cashier.abort();
  expect(await answer).toEqual({ kind: 'unreachable', reason: 'held-back' });
  held.release();
  expect(box.oneQr.book.invoices[0]?.ended).toBeNull();
});

test('a question nobody waits for from the start is not asked', async () => {
  const payment = await shown(shop());
  expect(await shop().book.ask(enquiry(payment, AbortSignal.abort()))).toEqual({
    kind: 'unreachable',
    reason: 'stopped',
  });
});

test('an invoice UzQR does not know is not found, which says nothing about money', async () => {
  const payment = { ...(await shown(shop())), providerPaymentId: 'INV0' };
  expect(await shop().book.ask(enquiry(payment))).toEqual({ kind: 'not-found' });
});

test('the answer about another invoice is acted on by nobody', async () => {
  const { box, book, uzqr } = shop();
  const first = await shown(shop());
  box.oneQr.pay(first.qr);
  await book.ask(enquiry(first));
  const second = await uzqr.create(request(100, { attemptId: 'another' }));
  box.script([{ on: route, fault: { kind: 'previous-answer' } }]);
  const id = second.kind === 'ready' ? second.shown.providerPaymentId : '';
  const outcome = await book.ask(enquiry({ ...first, providerPaymentId: id }));
  expect(outcome).toMatchObject({ kind: 'unclear', reason: 'wrong-id' });
});

test.each([
  [{ kind: 'drop-answer-after' }, { kind: 'unreachable', reason: 'closed' }],
  [
    { kind: 'cut', afterBytes: 30 },
    { kind: 'unreachable', reason: 'body-lost' },
  ],
  [{ kind: 'garbage' }, { kind: 'unclear', reason: 'not-json', message: '' }],
  [{ kind: 'error-200' }, { kind: 'unclear', reason: 'contradiction', message: '' }],
  [{ kind: 'wrong-types' }, { kind: 'unclear', reason: 'wrong-shape', message: '' }],
  [
    { kind: 'http-status', status: 500 },
    { kind: 'unclear', reason: 'http-status', message: '' },
  ],
  [
    { kind: 'refuse', code: 9001, message: 'later' },
    { kind: 'unclear', reason: 'fbox-9001', message: 'later' },
  ],
  [
    { kind: 'refuse', code: 104, message: 'BILLING_ERROR' },
    { kind: 'unclear', reason: 'fbox-104', message: 'BILLING_ERROR' },
  ],
] as const)('%j of a paid invoice tells neither paid nor unpaid', async (fault, outcome) => {
  const { box, book } = shop();
  const payment = await shown(shop());
  box.oneQr.pay(payment.qr);
  box.script([{ on: route, fault }]);
  expect(await book.ask(enquiry(payment))).toEqual(outcome);
  expect(await book.ask(enquiry(payment))).toMatchObject({ kind: 'paid' });
});

test('a box that is switched off was not asked', async () => {
  const payment = await shown(shop());
  await shop().box.setCable('out');
  expect(await shop().book.ask(enquiry(payment))).toEqual({ kind: 'unreachable', reason: 'refused' });
});
