import { describe, expect, test } from 'vitest';
import { createFlitt } from '../../../../main/tender/flitt/flitt.ts';
import type { Fault } from '../../../../main/training/flitt/faults.ts';
import { enquiry, request, startRig } from './rig.ts';

describe('a checkout whose answer was lost', () => {
  const linkLost = { kind: 'link-lost', providerPaymentId: 'a1', reason: 'answer-lost' };

  test.each<[Fault, string]>([
    [{ kind: 'drop-answer-after' }, 'closed'],
    [{ kind: 'garbage' }, 'not-json'],
    [{ kind: 'http-status', status: 502 }, 'http-status'],
    [{ kind: 'cut', afterBytes: 40 }, 'body-lost'],
    [{ kind: 'error-200' }, 'flitt-1002'],
  ])('stands although %j was heard: it is not made a second time', async (fault, reason) => {
    const { provider, flitt, asked } = await startRig();
    flitt.script([{ on: 'checkout/url', fault }]);
    expect(await provider.create(request())).toEqual({ kind: 'again', reason });
    expect(await provider.create(request({ again: true }))).toEqual(linkLost);
    expect([asked(), flitt.ledger.orders.length]).toEqual([['checkout/url', 'status/order_id'], 1]);
  });

  test('that never reached Flitt is made under the same id', async () => {
    const { provider, flitt, asked } = await startRig();
    flitt.script([{ on: 'checkout/url', fault: { kind: 'drop-request-before' } }]);
    await provider.create(request());
    expect(await provider.create(request({ again: true }))).toMatchObject({ kind: 'ready' });
    expect(asked()).toEqual(['checkout/url', 'status/order_id', 'checkout/url']);
    expect(flitt.ledger.orders.map(({ orderId }) => orderId)).toEqual(['a1']);
  });

  test('is not made again while nobody says whether it stands', async () => {
    const { provider, flitt, asked } = await startRig();
    flitt.script([{ on: 'status/order_id', fault: { kind: 'drop-answer-after' } }]);
    expect(await provider.create(request({ again: true }))).toEqual({ kind: 'again', reason: 'closed' });
    expect(asked()).toEqual(['status/order_id']);
  });

  test('is found by its duplicate when it is made again without asking', async () => {
    const { provider, flitt, asked } = await startRig();
    flitt.script([{ on: 'checkout/url', fault: { kind: 'drop-answer-after' } }]);
    await provider.create(request());
    expect(await provider.create(request())).toEqual(linkLost);
    expect(asked()).toEqual(['checkout/url', 'checkout/url', 'status/order_id']);
  });

  test('that arrives late, after Flitt said it knew nothing, is found by the duplicate', async () => {
    const { provider, flitt } = await startRig();
    const late = flitt.script([{ on: 'checkout/url', fault: { kind: 'hang', held: 'request' } }]);
    const slow = provider.create(request());
    await late.reached;
    const second = await provider.create(request({ again: true }));
    late.release();
    expect([second.kind, await slow, flitt.ledger.orders.length]).toEqual(['ready', linkLost, 1]);
  });

  test('is tried again when it is a duplicate of which Flitt knows nothing', async () => {
    const { provider, flitt } = await startRig();
    flitt.script([{ on: 'checkout/url', fault: { kind: 'refuse', code: 1013, message: 'Duplicate order' } }]);
    expect(await provider.create(request())).toEqual({ kind: 'again', reason: 'flitt-1013' });
  });

  test('is over when Flitt does not know the shop', async () => {
    const { settings } = await startRig();
    const provider = createFlitt({ ...settings, merchantId: '1396424' });
    const outcome = { kind: 'declined', reason: 'shop-refused', message: 'Merchant not found' };
    expect(await provider.create(request({ again: true }))).toEqual(outcome);
  });

  test('dies by itself, so that another attempt may be made', async () => {
    const { provider, flitt, book, pass } = await startRig();
    flitt.script([{ on: 'checkout/url', fault: { kind: 'drop-answer-after' } }]);
    await provider.create(request());
    pass(600_000);
    expect(await book.ask(enquiry())).toEqual({ kind: 'declined', reason: 'checkout-expired', message: '' });
  });
});
