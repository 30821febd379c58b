import { describe, expect, test } from 'vitest';
import type { CheckoutKind } from '../../../main/domain/tender.ts';
import { keptOf } from './checkout/kept.ts';
import { attemptOf, attemptRows, customerPays, referenceOf, saleRows } from './checkout/street.ts';
import { openListening, showLink } from './listener/shop.ts';
import { peek } from './rig.ts';
import type { Shop } from './rig.ts';

const reserving = ['payme-invoice', 'smartpay'] as const satisfies CheckoutKind[];

/** A shop whose invoices and yen are reserved first and taken by the till, with a checkout of `kind` before a customer. */
async function openReserving(
  kind: CheckoutKind,
): Promise<{ shop: Shop; pay: () => Promise<unknown>; kept: () => unknown }> {
  const shop = await openListening({
    checkout: ({ invoice, smartpay }) => ({
      invoice: { ...invoice, hold: true },
      smartpay: { ...smartpay, capture: 'manual' },
    }),
  });
  await showLink(shop, kind);
  const reference = referenceOf(shop, attemptOf(shop.view())!);
  const [row] = peek<{ id: string; name: string }>(shop, 'SELECT id, provider_payment_id AS name FROM attempt');
  return { shop, pay: () => customerPays(shop, kind, reference), kept: () => keptOf(shop, kind, row!) };
}

/** What the customer pays, in the provider's own unit. */
const asked: Record<(typeof reserving)[number], number> = { 'payme-invoice': 3_950_000, smartpay: 480 };

describe.each(reserving)('money that %s reserves', (kind) => {
  test('is taken once the till has heard of it, and pays the sale', async () => {
    const { shop, pay, kept } = await openReserving(kind);
    await pay();
    expect(kept()).toEqual({ taken: 0, kept: 0 });
    await shop.pass(500, ({ done }) => done !== null);
    expect([kept(), saleRows(shop), attemptRows(shop)]).toMatchObject([
      { taken: 1, kept: asked[kind] },
      [{ state: 'completed', paidBy: kind }],
      [{ kind, state: 'paid' }],
    ]);
  });

  test('is let go when the cashier cancels before the till has taken it', async () => {
    const { shop, pay, kept } = await openReserving(kind);
    await pay();
    const attempt = attemptOf(shop.view());
    await shop.call('cancelAttempt', { attemptId: attempt!.id });
    await shop.pass(500, () => attemptRows(shop)[0]?.state === 'returned');
    expect([kept(), saleRows(shop)]).toMatchObject([{ taken: 0, kept: 0 }, [{ state: 'tendering', paidBy: null }]]);
  });
});
