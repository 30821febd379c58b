import { describe, expect, test } from 'vitest';
import { liveKey, providerAt, request, startRig, inYen, testKey } from './rig.ts';

const declined = (reason: string) => ({ kind: 'declined', reason, message: '' });

describe('what is asked for', () => {
  test('the customer is asked for the agreed yen in one item, and nothing of the sums goes out', async () => {
    const { smartpay, show } = await startRig();
    const { orderId, link } = await show();
    const [session] = smartpay.ledger.sessions;
    expect(session?.payload).toEqual({
      amount: 2500,
      currency: 'JPY',
      items: [{ name: 'Registon Market № 7', amount: 2500, quantity: 1 }],
      customerInfo: {},
      shippingInfo: {
        address: { line1: 'Registon Market', locality: 'in store', postalCode: '-', country: 'UZ' },
        addressType: 'store',
      },
      captureMethod: 'automatic',
      locale: 'en',
      successUrl: 'https://shop.example/paid',
      cancelUrl: 'https://shop.example/not-paid',
      description: 'Registon Market № 7',
      reference: request().attemptId,
      metadata: { attempt: request().attemptId, sale: '7' },
    });
    expect([orderId, link]).toEqual([session?.orderId, session?.url]);
    expect(smartpay.ledger.requests.map(({ key }) => key)).toEqual([request().attemptId]);
  });

  test.each([1, 99, 100, 12_345_678])('%i yen are asked for as they are', async (amount) => {
    const { smartpay, show } = await startRig();
    await show({ charged: inYen(amount) });
    expect(smartpay.ledger.orders.map((order) => [order.amount, order.currency])).toEqual([[amount, 'JPY']]);
  });

  test('sums are never turned into yen: neither before anything is stored nor on the way out', async () => {
    const { smartpay, provider } = await startRig();
    const sums = { amount: 1_234_567_890, currency: 'UZS' };
    expect(provider.refuses(sums)).toBe('currency-differs');
    expect(await provider.create(request({ charged: sums }))).toEqual(declined('currency-differs'));
    expect(smartpay.ledger.requests).toEqual([]);
  });

  test.each([
    [0, 'amount-too-small', 'amount-not-whole'],
    [0.5, 'amount-too-small', 'amount-not-whole'],
    [99.5, undefined, 'amount-not-whole'],
    [4_294_967_296, undefined, 'amount-too-large'],
  ])('%d yen cannot be asked for', async (amount, before, reason) => {
    const { smartpay, provider } = await startRig();
    expect(provider.refuses(inYen(amount))).toBe(before);
    expect(await provider.create(request({ charged: inYen(amount) }))).toEqual(declined(reason));
    expect(smartpay.ledger.requests).toEqual([]);
  });

  test('long names are cut to what Smartpay takes, whole characters only', async () => {
    const { smartpay, show } = await startRig();
    await show({ shopName: '🏪'.repeat(100), attemptId: 'a'.repeat(60) });
    const [order] = smartpay.ledger.orders;
    expect([[...(order?.description ?? '')].length, order?.reference?.length]).toEqual([40, 40]);
  });

  test('a shop may say where it is, and reserve instead of take', async () => {
    const shopAddress = { line1: 'Registon 1', locality: 'Samarqand', postalCode: '140100', country: 'UZ' };
    const { smartpay, show } = await startRig({ shopAddress, capture: 'manual' });
    await show();
    const shippingInfo = { address: shopAddress, addressType: 'store' };
    expect(smartpay.ledger.sessions[0]?.payload).toMatchObject({ shippingInfo, captureMethod: 'manual' });
  });
});

describe('an answer that does not come', () => {
  test.each([
    [{ kind: 'drop-answer-after' }, 'closed'],
    [{ kind: 'drop-request-before' }, 'closed'],
    [{ kind: 'cut', afterBytes: 20 }, 'body-lost'],
    [{ kind: 'http-status', status: 500 }, 'http-status'],
    [{ kind: 'unavailable' }, 'http-status'],
    [{ kind: 'unavailable', work: 'done' }, 'http-status'],
    [{ kind: 'refuse', code: 429, message: 'Slow down.' }, 'http-status'],
    [{ kind: 'garbage' }, 'not-json'],
    [{ kind: 'empty' }, 'empty'],
    [{ kind: 'wrong-types' }, 'wrong-shape'],
  ] as const)('after %j the same request is made again, and there is one order', async (fault, reason) => {
    const { smartpay, provider } = await startRig();
    smartpay.script([{ on: 'sessions.create', fault }]);
    expect(await provider.create(request())).toEqual({
      kind: 'again',
      reason: expect.stringMatching(`^(reset|${reason})$`),
    });
    expect(await provider.create(request({ again: true }))).toMatchObject({ kind: 'ready' });
    expect(smartpay.ledger.orders.length).toBe(1);
  });

  test('with the line down nothing is sent, and it is made once it is back', async () => {
    const { smartpay, provider } = await startRig();
    await smartpay.setCable('out');
    expect([await provider.create(request()), await provider.knock?.()]).toEqual([
      { kind: 'again', reason: 'refused' },
      false,
    ]);
    await smartpay.setCable('in');
    expect([await provider.create(request()), await provider.knock?.()]).toEqual([
      expect.objectContaining({ kind: 'ready' }),
      true,
    ]);
  });
});

describe('an answer that cannot be shown', () => {
  test.each([
    ['other-mode', 'live-id-in-test-mode'],
    ['wrong-amount', 'amount-mismatch'],
    ['wrong-currency', 'currency-mismatch'],
  ] as const)('after %s no QR is shown', async (kind, reason) => {
    const { smartpay, provider } = await startRig();
    smartpay.script([{ on: 'sessions.create', fault: { kind } }]);
    expect(await provider.create(request())).toEqual(declined(reason));
  });

  test('play money is refused in a live shop', async () => {
    const { smartpay, provider } = await startRig({ secretKey: liveKey }, { secretKey: liveKey });
    smartpay.script([{ on: 'sessions.create', fault: { kind: 'other-mode' } }]);
    expect(await provider.create(request())).toEqual(declined('test-id-in-live-mode'));
    expect(await provider.create(request({ attemptId: 'a2' }))).toMatchObject({ kind: 'ready' });
  });

  test('a refusal is final and says why; the key never stands in the words', async () => {
    const { smartpay } = await startRig();
    const other = providerAt(smartpay, { secretKey: 'sk_test_other' });
    expect(await other.create(request())).toMatchObject({
      kind: 'declined',
      reason: 'smartpay-authentication.invalid',
    });
    smartpay.script([{ on: 'sessions.create', fault: { kind: 'refuse', code: 403, message: `No ${testKey}.` } }]);
    const refused = { kind: 'declined', reason: 'smartpay-request.refused', message: 'No ***.' };
    expect(await providerAt(smartpay).create(request())).toEqual(refused);
    expect(await providerAt(smartpay, { secretKey: 'pk_test_1' }).create(request())).toEqual(
      declined('key-unreadable'),
    );
  });

  test('in training no other origin is called', async () => {
    const { smartpay } = await startRig();
    const guarded = providerAt(smartpay, { onlyOrigin: 'http://127.0.0.1:1' });
    expect(await guarded.create(request())).toEqual({ kind: 'again', reason: 'wrong-origin' });
  });
});

test('an order told by its id alone is as good as a whole one', async () => {
  const { smartpay, show } = await startRig({}, { newOrder: 'id' });
  expect((await show()).orderId).toBe(smartpay.ledger.orders[0]?.id);
});
