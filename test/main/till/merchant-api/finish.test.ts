import { describe, expect, test } from 'vitest';
import { due, standing } from '../listener/shop.ts';
import { peek } from '../rig.ts';
import { code, hours, open, other, paymeId } from './desk.ts';

describe('PerformTransaction', () => {
  test('completes the sale with its payment', async () => {
    const { shop, payme, params } = await open();
    const { transaction } = (await payme.rpc('CreateTransaction', params)).result;
    const { result } = await payme.rpc('PerformTransaction', { id: paymeId });
    expect(result).toEqual({ transaction, perform_time: shop.clock.now(), state: 2 });
    expect(standing(shop)).toEqual({
      attempts: [{ state: 'paid', reason: null }],
      sales: [{ state: 'completed', paidBy: 'payme-link', amount: due }],
    });
    expect(peek(shop, 'SELECT provider_payment_id AS asked, transaction_id AS paid FROM attempt')).toEqual([
      { asked: params.account.order_id, paid: paymeId },
    ]);
  });

  test('said again has the same answer byte for byte and sells nothing twice', async () => {
    const { shop, payme, params } = await open();
    await payme.rpc('CreateTransaction', params);
    const first = await payme.rpc('PerformTransaction', { id: paymeId });
    shop.clock.advance(60_000);
    expect((await payme.rpc('PerformTransaction', { id: paymeId })).text).toBe(first.text);
    expect(standing(shop).sales).toEqual([{ state: 'completed', paidBy: 'payme-link', amount: due }]);
  });

  test('12 hours after Payme’s own time ends the payment with reason 4 and takes nothing', async () => {
    const { shop, payme, params } = await open();
    await payme.rpc('CreateTransaction', { ...params, time: shop.clock.now() - 12 * hours + 1000 });
    shop.clock.advance(1000);
    expect(code(await payme.rpc('PerformTransaction', { id: paymeId }))).toEqual([200, -31008]);
    expect((await payme.rpc('CheckTransaction', { id: paymeId })).result).toMatchObject({ state: -1, reason: 4 });
    expect(standing(shop).attempts).toEqual([{ state: 'sending', reason: null }]);
  });

  test('of a cancelled payment is refused, and of one nobody knows', async () => {
    const { payme, params } = await open();
    await payme.rpc('CreateTransaction', params);
    await payme.rpc('CancelTransaction', { id: paymeId, reason: 3 });
    expect(code(await payme.rpc('PerformTransaction', { id: paymeId }))).toEqual([200, -31008]);
    expect(code(await payme.rpc('PerformTransaction', { id: other }))).toEqual([200, -31003]);
  });
});

describe('CancelTransaction', () => {
  test('of a payment that has begun lets it go; said again it has the same answer and keeps the first reason', async () => {
    const { shop, payme, params } = await open();
    const { transaction } = (await payme.rpc('CreateTransaction', params)).result;
    const first = await payme.rpc('CancelTransaction', { id: paymeId, reason: 3 });
    expect(first.result).toEqual({ transaction, cancel_time: shop.clock.now(), state: -1 });
    shop.clock.advance(60_000);
    expect((await payme.rpc('CancelTransaction', { id: paymeId, reason: 5 })).text).toBe(first.text);
    expect((await payme.rpc('CheckTransaction', { id: paymeId })).result.reason).toBe(3);
    expect(standing(shop).attempts).toEqual([{ state: 'sending', reason: null }]);
  });

  test('of goods that have left is refused where the shop says so, and changes nothing', async () => {
    const merchantApi = { login: 'Paycom', key: 'merchant key of the shop' };
    const { shop, payme, params } = await open({ listener: { merchantApi } });
    await payme.rpc('CreateTransaction', params);
    await payme.rpc('PerformTransaction', { id: paymeId });
    const before = standing(shop);
    expect(code(await payme.rpc('CancelTransaction', { id: paymeId, reason: 5 }))).toEqual([200, -31007]);
    expect([standing(shop), (await payme.rpc('CheckTransaction', { id: paymeId })).result.state]).toEqual([before, 2]);
  });

  test('of goods that have left takes the payment back where the shop allows it, and a finding asks for the document', async () => {
    const { shop, payme, params } = await open();
    const { transaction } = (await payme.rpc('CreateTransaction', params)).result;
    await payme.rpc('PerformTransaction', { id: paymeId });
    const first = await payme.rpc('CancelTransaction', { id: paymeId, reason: 5 });
    expect(first.result).toEqual({ transaction, cancel_time: shop.clock.now(), state: -2 });
    expect((await payme.rpc('CancelTransaction', { id: paymeId, reason: 1 })).text).toBe(first.text);
    expect(standing(shop)).toEqual({
      attempts: [{ state: 'returned', reason: 'cancelled-there' }],
      sales: [{ state: 'completed', paidBy: 'payme-link', amount: due }],
    });
    expect(peek(shop, 'SELECT kind, payment_id AS paymentId, amount FROM match_finding')).toEqual([
      { kind: 'cancelled-there', paymentId: paymeId, amount: due },
    ]);
  });

  test('of a payment nobody knows is refused', async () => {
    const { payme } = await open();
    expect(code(await payme.rpc('CancelTransaction', { id: other, reason: 1 }))).toEqual([200, -31003]);
  });
});
