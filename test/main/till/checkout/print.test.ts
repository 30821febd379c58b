import { describe, expect, test } from 'vitest';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import { readQr } from '../../../native/printer/read-code.ts';
import type { Shop } from '../rig.ts';
import { openStreet, showCheckout } from './street.ts';

const withQr: readonly CheckoutKind[] = ['uzqr', 'payme-link', 'flitt', 'smartpay'];

/** The newest thing that came out of the printer. */
const newestJob = async (shop: Shop, before: number) => {
  await shop.until(() => shop.printer.jobs.length > before);
  return shop.printer.jobs.at(-1)!;
};

describe('a customer who cannot scan the screen', () => {
  test.each(withQr)('gets the QR of %s on paper, and a phone reads the same from it', async (kind) => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, kind);
    const before = shop.printer.jobs.length;
    expect(await shop.call('printCheckout', { attemptId: attempt.id })).toEqual({ ok: true, value: null });
    const job = await newestJob(shop, before);
    expect(await readQr(job.png())).toEqual([attempt.checkout?.qr]);
  });

  test('gets none of a checkout that was cancelled', async () => {
    const shop = await openStreet();
    const attempt = await showCheckout(shop, 'uzqr');
    await shop.call('cancelAttempt', { attemptId: attempt.id });
    const before = shop.printer.jobs.length;
    expect(await shop.call('printCheckout', { attemptId: attempt.id })).toMatchObject({
      error: { code: 'checkout-not-there' },
    });
    expect(shop.printer.jobs).toHaveLength(before);
  });
});
