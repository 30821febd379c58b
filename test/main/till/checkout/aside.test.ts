import { expect, test } from 'vitest';
import { openStreet, showCheckout } from './street.ts';

test('a QR of a sale put aside is shown as such, and the shift does not close while it can be paid', async () => {
  const shop = await openStreet();
  await showCheckout(shop, 'uzqr');
  await shop.call('park');
  const { parked } = await shop.until((view) => view.parked.length === 1);
  expect(parked).toMatchObject([{ number: 1, attempt: 'sending', standing: true }]);
  expect(await shop.call('closeShift', { counted: 20_000_000 })).toEqual({
    ok: false,
    error: { code: 'shift-has-checkout', facts: { number: 1 } },
  });
});
