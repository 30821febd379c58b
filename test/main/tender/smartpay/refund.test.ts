import { describe, expect, test } from 'vitest';
import type { RefundRequest } from '../../../../main/tender/checkout.ts';
import { firstTry, inYen, paymentRef, startRig, type Rig } from './rig.ts';

type Paid = Rig & { give: (changes?: Partial<RefundRequest>) => ReturnType<Rig['refunds']['give']> };

/** A shop whose customer has paid 2,500 yen. */
async function paid(...options: Parameters<typeof startRig>): Promise<Paid> {
  const rig = await startRig(...options);
  const { orderId, link } = await rig.show();
  rig.smartpay.pay(link);
  const payment = paymentRef(orderId, { transactionId: rig.smartpay.ledger.payments[0]?.id ?? '' });
  const whole = { id: 'refund-1', key: 'refund-1', payment, amount: inYen(2500), ...firstTry };
  return { ...rig, give: (changes) => rig.refunds.give({ ...whole, ...changes }) };
}

const returned = { kind: 'returned', refundId: expect.stringMatching(/^refund_test_\w{22}$/) };

describe('giving back', () => {
  test('whole, to the payment it came from', async () => {
    const { smartpay, give } = await paid();
    expect(await give()).toEqual(returned);
    const [payment] = smartpay.ledger.payments;
    expect(smartpay.ledger.refunds).toMatchObject([
      { paymentId: payment?.id, amount: 2500, reason: 'requested_by_customer', metadata: { refund: 'refund-1' } },
    ]);
  });

  test('in parts until nothing is left, then no more', async () => {
    const { give } = await paid();
    expect(await give({ amount: inYen(1) })).toEqual(returned);
    expect(await give({ id: 'refund-2', key: 'refund-2', amount: inYen(2499) })).toEqual(returned);
    expect(await give({ id: 'refund-3', key: 'refund-3', amount: inYen(1) })).toMatchObject({
      kind: 'refused',
      reason: 'smartpay-amount.insufficient',
    });
  });

  test.each([
    ['drop-answer-after', 1],
    ['drop-request-before', 0],
    ['unavailable', 0],
    ['garbage', 1],
    ['wrong-amount', 1],
    ['other-mode', 1],
  ] as const)('after %s it is repeated with its key and goes back once', async (kind, heard) => {
    const { smartpay, give } = await paid();
    smartpay.script([{ on: 'refunds.create', fault: { kind } }]);
    expect(await give()).toMatchObject({ kind: 'unclear' });
    expect(smartpay.ledger.refunds.length).toBe(heard);
    expect([await give(), smartpay.ledger.refunds.length]).toEqual([returned, 1]);
  });

  test.each(['all', 'one-step', 'never'] as const)(
    'repeated after Smartpay forgot the key, it is found by its own mark and not given twice (expand: %s)',
    async (expands) => {
      const { smartpay, give, pass } = await paid({}, { expands });
      smartpay.script([{ on: 'refunds.create', fault: { kind: 'drop-answer-after' } }]);
      await give({ amount: inYen(1000) });
      pass(24 * 3_600_000);
      expect(await give({ amount: inYen(1000) })).toEqual(returned);
      expect(smartpay.ledger.refunds.map(({ amount }) => amount)).toEqual([1000]);
    },
  );

  test('a payment whose own id was never learned is found through its order', async () => {
    const { smartpay, refunds } = await paid();
    const payment = paymentRef(smartpay.ledger.orders[0]?.id ?? '');
    const request = { id: 'r', key: 'r', payment, amount: inYen(1), ...firstTry };
    expect(await refunds.give(request)).toEqual(returned);
  });
});

describe('what cannot go back', () => {
  test('money in another currency, parts of a yen, nothing', async () => {
    const { smartpay, give } = await paid();
    const before = smartpay.ledger.requests.length;
    const reasons = [];
    for (const amount of [{ amount: 2500, currency: 'UZS' }, inYen(0.5), inYen(0)]) {
      const outcome = await give({ amount });
      reasons.push('reason' in outcome ? outcome.reason : outcome.kind);
    }
    expect(reasons).toEqual(['currency-differs', 'amount-not-whole', 'amount-not-whole']);
    expect(smartpay.ledger.requests.length).toBe(before);
  });

  test('more than was paid', async () => {
    const { smartpay, give } = await paid();
    const reason = 'smartpay-amount.insufficient';
    expect(await give({ amount: inYen(2501) })).toMatchObject({ kind: 'refused', reason });
    expect(smartpay.ledger.refunds).toEqual([]);
  });

  test('a payment Smartpay does not know, or of another order', async () => {
    const { smartpay, give, show } = await paid();
    const orderId = smartpay.ledger.orders[0]?.id ?? '';
    const unknown = paymentRef(orderId, { transactionId: 'payment_test_none' });
    const refused = { kind: 'refused', reason: 'smartpay-payment.not-found', message: '' };
    expect(await give({ payment: unknown })).toEqual(refused);
    const other = await show({ attemptId: 'a2' });
    const mixed = paymentRef(other.orderId, { transactionId: smartpay.ledger.payments[0]?.id ?? '' });
    expect(await give({ payment: mixed })).toMatchObject({ kind: 'unclear', reason: 'other-order' });
    expect(await give({ payment: paymentRef(other.orderId) })).toMatchObject({ kind: 'refused', reason: 'not-paid' });
    expect(smartpay.ledger.refunds).toEqual([]);
  });

  test('anything while the line is down: nothing was sent', async () => {
    const { smartpay, give } = await paid();
    await smartpay.setCable('out');
    expect(await give()).toEqual({ kind: 'unreachable', reason: 'refused' });
  });
});
