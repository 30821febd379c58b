import { describe, expect, test } from 'vitest';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import {
  attemptOf,
  attemptRows,
  connectPayme,
  customerPays,
  everyKind,
  openStreet,
  referenceOf,
  saleRows,
  showCheckout,
} from './street.ts';

const withQr: readonly CheckoutKind[] = ['uzqr', 'payme-link', 'flitt', 'smartpay'];

describe.each(everyKind)('a sale paid by %s', (kind) => {
  test('is complete with this tender once the provider says that the money is there', async () => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, kind);
    await customerPays(shop, kind, referenceOf(shop, attempt));
    const view = await shop.pass(500, ({ done }) => done?.fiscal.state === 'registered');
    expect(view.done?.tenders).toEqual([{ kind, amount: 3_950_000, given: null, change: 0 }]);
    expect(attemptRows(shop)).toEqual([{ kind, state: 'paid', reason: null }]);
  });

  test('stands again after the till was killed, and is paid then', async () => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, kind);
    await shop.restart();
    expect(attemptOf(shop.view())?.checkout).toEqual(attempt.checkout);
    if (kind === 'payme-link') await connectPayme(shop);
    await customerPays(shop, kind, referenceOf(shop, attempt));
    await shop.pass(500, ({ done }) => done !== null);
    expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: kind }]);
  });

  test('nobody pays is given up when its time is over, and the sale is paid in cash', async () => {
    const shop = await openStreet();
    await showCheckout(shop, kind);
    // A clock that leaps over the few seconds in which UzQR holds its last answer back would end the question before it arrives.
    const step = kind === 'uzqr' ? 1000 : 20_000;
    await shop.pass(step, ({ payment }) => payment?.attempt?.state !== 'sending');
    expect(attemptOf(shop.view())?.checkout?.qr).toBeNull();
    await shop.call('takeCash', { given: 4_000_000 });
    expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: 'cash' }]);
  });

  test('paid after the cashier took cash instead goes back by itself', async () => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, kind);
    const reference = referenceOf(shop, attempt);
    const paying = customerPays(shop, kind, reference);
    await shop.call('cancelAttempt', { attemptId: attempt.id });
    await shop.call('takeCash', { given: 4_000_000 });
    await paying;
    await shop.pass(2000, () => ['returned', 'declined'].includes(attemptRows(shop)[0]?.state ?? ''));
    expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: 'cash' }]);
  });
});

test.each(withQr)('the QR of %s is gone from the screen as soon as the cashier cancels it', async (kind) => {
  const shop = await openStreet();
  const attempt = await showCheckout(shop, kind);
  expect(attempt.checkout?.qr).not.toBeNull();
  await shop.call('cancelAttempt', { attemptId: attempt.id });
  expect(attemptOf(shop.view())?.checkout?.qr).toBeNull();
});

test('a payment in yen counts for the sale as the cashier agreed it, and keeps its own ledger', async () => {
  const shop = await openStreet();
  expect((await shop.call('startCheckout', { kind: 'smartpay' })).ok).toBe(false);
  const attempt = await showCheckout(shop, 'smartpay');
  expect({ amount: attempt.amount, charged: attempt.checkout?.charged }).toEqual({
    amount: 3_950_000,
    charged: { amount: 480, currency: 'JPY' },
  });
});
