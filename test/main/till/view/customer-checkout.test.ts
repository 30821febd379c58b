import { describe, expect, test } from 'vitest';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import { openPayment } from '../rig.ts';
import type { Shop } from '../rig.ts';

const step = (shop: Shop): string => shop.customer().step;

/** Two loaves and a tea, and a checkout that stands before the customer. */
async function openCheckout(kind: CheckoutKind): Promise<Shop> {
  const shop = await openPayment({ checkouts: true });
  await shop.call('chooseTender', { kind });
  await shop.until(() => step(shop) === 'checkout');
  return shop;
}

const attemptId = (shop: Shop): string => shop.view().payment!.attempt!.id;

describe('a customer who pays on their own phone', () => {
  test('is shown what the cashier’s panel holds: QR, sum and how long it lives', async () => {
    const shop = await openCheckout('uzqr');
    const { qr, expiresAt } = shop.view().payment!.attempt!.checkout!;
    expect(shop.customer()).toMatchObject({
      step: 'checkout',
      due: 3_950_000,
      changesAt: expiresAt,
      checkout: { kind: 'uzqr', qr, expiresAt, poweredByPayme: false, charged: null },
    });
    expect(qr).not.toBeNull();
  });

  test('reads "powered by Payme" where its terms ask for it', async () => {
    const shop = await openCheckout('payme-link');
    expect(shop.customer().checkout?.poweredByPayme).toBe(true);
  });

  test('loses the QR the moment the cashier takes another tender', async () => {
    const shop = await openCheckout('uzqr');
    await shop.call('cancelAttempt', { attemptId: attemptId(shop) });
    expect(shop.customer()).toMatchObject({ step: 'choose', checkout: null, goingBack: true });
  });

  test('loses the QR when it dies, and is told that the payment is looked into', async () => {
    const shop = await openCheckout('uzqr');
    const { changesAt, now } = shop.customer();
    await shop.box.setCable('out');
    shop.clock.advance(changesAt! - now);
    expect(shop.customer()).toMatchObject({ step: 'checking', checkout: null });
  });

  test('sees it paid as soon as the till knows', async () => {
    const shop = await openCheckout('uzqr');
    shop.box.oneQr.pay(shop.customer().checkout!.qr!);
    await shop.pass(500, () => step(shop) === 'paid');
    expect(shop.customer()).toMatchObject({ step: 'paid', total: 3_950_000, lines: [], checkout: null });
  });

  test('finds the QR again after the till was started anew', async () => {
    const shop = await openCheckout('uzqr');
    const before = shop.customer().checkout;
    await shop.restart();
    expect(shop.customer()).toMatchObject({ step: 'checkout', checkout: before });
  });

  test('whose phone was sent a message is shown no number of it', async () => {
    const shop = await openPayment({ checkouts: true });
    await shop.call('chooseTender', { kind: 'payme-invoice' });
    expect(step(shop)).toBe('working');
    await shop.call('startCheckout', { kind: 'payme-invoice', phone: '998901234567' });
    await shop.until(() => step(shop) === 'checkout');
    expect(shop.customer().checkout).toMatchObject({ kind: 'payme-invoice' });
    expect(JSON.stringify(shop.customer())).not.toContain('1234567');
  });

  test('sees what their card pays in another currency', async () => {
    const shop = await openPayment({ checkouts: true });
    await shop.call('startCheckout', { kind: 'smartpay', charged: 480 });
    await shop.until(() => step(shop) === 'checkout');
    expect(shop.customer().checkout?.charged).toEqual({ amount: 480, currency: 'JPY' });
  });
});
