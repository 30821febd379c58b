import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../../main/tender/smartpay/ask.ts';
import { enquiry, firstTry, inYen, liveKey, paymentRef, providerAt, startRig } from './rig.ts';

const facts = (orderId: string, transactionId: string | undefined) => ({
  kind: 'paid',
  facts: { providerPaymentId: orderId, transactionId, kkmId: null, deviceId: null, clientPhone: null },
});

describe('how an order stands', () => {
  test.each(['all', 'one-step', 'never'] as const)(
    'unpaid until the customer agrees, then paid, then returned (expand: %s)',
    async (expands) => {
      const { smartpay, book, refunds, show } = await startRig({}, { expands });
      const { orderId, link } = await show();
      expect(await book.ask(enquiry(orderId))).toEqual({ kind: 'unpaid' });
      smartpay.pay(link);
      const [payment] = smartpay.ledger.payments;
      expect(await book.ask(enquiry(orderId))).toEqual(facts(orderId, payment?.id));
      const part = { payment: paymentRef(orderId), amount: inYen(2499), ...firstTry };
      await refunds.give({ ...part, id: 'r1', key: 'r1' });
      expect(await book.ask(enquiry(orderId))).toEqual(facts(orderId, payment?.id));
      await refunds.give({ ...part, id: 'r2', key: 'r2', amount: inYen(1) });
      expect(await book.ask(enquiry(orderId))).toEqual({ kind: 'returned' });
    },
  );

  test('declined when the customer or Smartpay said no', async () => {
    const { smartpay, book, show } = await startRig();
    const first = await show({ attemptId: 'a1' });
    const second = await show({ attemptId: 'a2' });
    smartpay.decline(first.link);
    smartpay.reject(second.link);
    expect([await book.ask(enquiry(first.orderId)), await book.ask(enquiry(second.orderId))]).toEqual([
      { kind: 'declined', reason: 'order-canceled', message: '' },
      { kind: 'declined', reason: 'order-rejected', message: '' },
    ]);
  });

  test('a reserve is held, is taken once whatever answer is lost, and is paid then', async () => {
    const { smartpay, book, show } = await startRig({ capture: 'manual' });
    const { orderId, link } = await show();
    smartpay.pay(link);
    expect(await book.ask(enquiry(orderId))).toEqual({ kind: 'held' });
    smartpay.script([{ on: 'payments.create', fault: { kind: 'drop-answer-after' } }]);
    const lost = await book.take?.(paymentRef(orderId));
    const again = await book.take?.(paymentRef(orderId));
    expect([lost?.kind, again]).toEqual(['not-yet', { kind: 'done' }]);
    expect(smartpay.ledger.payments.map(({ amount }) => amount)).toEqual([2500]);
    expect(await book.ask(enquiry(orderId))).toEqual(facts(orderId, smartpay.ledger.payments[0]?.id));
  });

  test('a reserve taken again after its key was forgotten is not taken twice', async () => {
    const { smartpay, book, show, pass } = await startRig({ capture: 'manual' });
    const { orderId, link } = await show();
    smartpay.pay(link);
    await book.take?.(paymentRef(orderId));
    pass(7 * 3_600_000);
    const again = await book.take?.(paymentRef(orderId));
    expect(again).toMatchObject({ kind: 'not-yet', reason: 'smartpay-order.cannot-capture' });
    expect(smartpay.ledger.payments.length).toBe(1);
  });

  test.each([
    ['an unknown status is acted on by nobody', 'approved', [], 'automatic', 'unclear'],
    ['"succeeded" without a payment is not paid', 'succeeded', [], 'automatic', 'moving'],
    ['"succeeded" without a capture is held', 'succeeded', [], 'manual', 'held'],
    ['a part captured is for a person', 'succeeded', [2499], 'manual', 'stuck'],
    ['two payments are for a person', 'succeeded', [1000, 1500], 'manual', 'stuck'],
    ['a part captured before the rest was let go is for a person', 'canceled', [1000], 'manual', 'stuck'],
    ['a payment nobody agreed to is for a person', 'requires_authorization', [2500], 'automatic', 'stuck'],
    ['a failed order took nothing', 'failed', [], 'automatic', 'declined'],
  ] as const)('%s', (_words, status, amounts, capture, kind) => {
    const payments = amounts.map((amount, at) => ({ id: `payment_test_${at}`, amount, refunds: [] }));
    expect(outcomeOf('order_test_1', { status, payments }, 2500, capture).kind).toBe(kind);
  });
});

describe('an answer that is not about this attempt proves nothing', () => {
  test.each([
    ['wrong-amount', 'amount-mismatch'],
    ['wrong-currency', 'currency-mismatch'],
    ['other-order', 'other-order'],
    ['other-mode', 'other-order'],
    ['wrong-types', 'wrong-shape'],
    ['garbage', 'not-json'],
    ['empty', 'empty'],
    ['unavailable', 'http-status'],
  ] as const)('%s', async (kind, reason) => {
    const { smartpay, book, show } = await startRig();
    const { orderId, link } = await show();
    smartpay.pay(link);
    smartpay.script([{ on: 'orders.get', fault: { kind } }]);
    expect(await book.ask(enquiry(orderId))).toMatchObject({ kind: 'unclear', reason });
    expect(await book.ask(enquiry(orderId))).toMatchObject({ kind: 'paid' });
  });

  test('a test order is nothing in a live shop, though Smartpay should tell of it', async () => {
    const { smartpay, show } = await startRig();
    const { orderId, link } = await show();
    smartpay.pay(link);
    const live = providerAt(smartpay, { secretKey: liveKey }).book;
    expect(await live?.ask(enquiry(orderId))).toMatchObject({
      kind: 'unclear',
      reason: 'smartpay-authentication.invalid',
    });
    const liveRig = await startRig({ secretKey: liveKey }, { secretKey: liveKey });
    const shown = await liveRig.show();
    const swapped = shown.orderId.replace('_live_', '_test_');
    liveRig.smartpay.script([{ on: 'orders.get', fault: { kind: 'other-mode' } }]);
    expect(await liveRig.book.ask(enquiry(shown.orderId))).toMatchObject({ kind: 'unclear', reason: 'other-order' });
    expect(await liveRig.book.ask(enquiry(swapped))).toEqual({ kind: 'not-found' });
  });

  test('a payment that is told apart from its order is compared as well', async () => {
    const { smartpay, book, show } = await startRig({}, { expands: 'never' });
    const { orderId, link } = await show();
    smartpay.pay(link);
    smartpay.script([
      { on: 'payments.get', fault: { kind: 'other-order' } },
      { on: 'payments.get', fault: { kind: 'other-mode' } },
      { on: 'payments.get', fault: { kind: 'wrong-currency' } },
      { on: 'payments.get', fault: { kind: 'wrong-amount' } },
    ]);
    const told = [];
    for (let time = 0; time < 4; time += 1) told.push(await book.ask(enquiry(orderId)));
    expect(told.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.kind))).toEqual([
      'other-order',
      'other-payment',
      'currency-mismatch',
      'captured-in-part',
    ]);
  });

  test('another amount than the attempt’s is never paid', async () => {
    const { smartpay, book, show } = await startRig();
    const { orderId, link } = await show();
    smartpay.pay(link);
    const outcome = await book.ask(enquiry(orderId, { charged: inYen(2501) }));
    expect(outcome).toEqual({ kind: 'unclear', reason: 'amount-mismatch', message: `${orderId} 2500 JPY` });
  });
});

describe('a question that reaches nobody', () => {
  test('with the line down', async () => {
    const { smartpay, book, show } = await startRig();
    const { orderId } = await show();
    await smartpay.setCable('out');
    expect(await book.ask(enquiry(orderId))).toEqual({ kind: 'unreachable', reason: 'refused' });
  });

  test('when nobody waits for it any more', async () => {
    const { smartpay, book, show } = await startRig();
    const { orderId } = await show();
    const script = smartpay.script([{ on: 'orders.get', fault: { kind: 'hang', held: 'request' } }]);
    const stop = new AbortController();
    const asking = book.ask(enquiry(orderId, { stop: stop.signal }));
    await script.reached;
    stop.abort();
    expect(await asking).toMatchObject({ kind: 'unreachable' });
  });

  test('without an order nothing was ever shown', async () => {
    const { smartpay, book } = await startRig();
    expect([await book.ask(enquiry(null)), await book.ask(enquiry('order_test_none'))]).toEqual([
      { kind: 'not-found' },
      { kind: 'not-found' },
    ]);
    expect(smartpay.ledger.requests.length).toBe(1);
  });
});
