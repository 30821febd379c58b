import { describe, expect, test } from 'vitest';
import type { CheckoutKind } from '../../../../main/domain/tender.ts';
import { openCounter } from '../rig.ts';
import type { Shop } from '../rig.ts';
import {
  attemptOf,
  attemptRows,
  connectPayme,
  customerPays,
  everyKind,
  referenceOf,
  said,
  saleRows,
} from './street.ts';

/** Sums in tiyin, each the price of one thing in the shop. */
const sums = { '00901': 100, '00902': 9900, '00903': 10_000, '00904': 1_234_567_890 };

const goods = Object.entries(sums).map(
  ([code, price]) => `${code};Narsa;${price};dona;12;01905001001000000;1500000;;0;0;Hammasi;;`,
);

/** What the cashier agreed to in yen for each of them. */
const yen: Record<number, number> = { 100: 1, 9900: 99, 10_000: 100, 1_234_567_890: 12_345_678 };

/** What stands in the provider's book, in its own unit: UzQR writes sums, Flitt and Payme tiyin, Smartpay whole yen. */
function booked(shop: Shop, kind: CheckoutKind): unknown {
  switch (kind) {
    case 'uzqr': {
      const asked = shop.box.ledger.requests.filter(({ path }) => path === '/payment/one_qr/create');
      return asked.map(({ body }) => (JSON.parse(body) as { amount: unknown }).amount).at(-1);
    }
    case 'flitt':
      return shop.others?.flitt.ledger.taken.at(-1)?.amount;
    case 'smartpay':
      return shop.others?.smartpay.ledger.payments.map(({ amount, currency }) => `${amount} ${currency}`).at(-1);
    case 'payme-link':
    case 'payme-invoice':
      return shop.payme.ledger.charges.at(-1)?.amount;
  }
}

const inItsUnit: Record<CheckoutKind, (tiyin: number) => unknown> = {
  uzqr: (tiyin) => `${Math.floor(tiyin / 100)}.${String(tiyin % 100).padStart(2, '0')}`,
  flitt: (tiyin) => tiyin,
  'payme-link': (tiyin) => tiyin,
  'payme-invoice': (tiyin) => tiyin,
  smartpay: (tiyin) => `${yen[tiyin]} JPY`,
};

describe.each(everyKind)('a sale paid by %s', (kind) => {
  test.each(Object.entries(sums))('of %s (%i tiyin) is taken to the last unit', async (code, price) => {
    const shop = await openCounter({ checkouts: true, payme: 'fbox-and-cashbox', goods });
    await connectPayme(shop);
    await shop.call('scan', { text: code });
    await shop.call('startPayment');
    const agreed = kind === 'smartpay' ? { charged: yen[price] } : said[kind];
    const started = await shop.call('startCheckout', { kind, ...agreed });
    expect(started).toEqual({ ok: true, value: null });
    await shop.until((view) => attemptOf(view)?.state === 'sending');
    await customerPays(shop, kind, referenceOf(shop, attemptOf(shop.view())!));
    await shop.pass(500, ({ done }) => done !== null);
    expect(booked(shop, kind)).toEqual(inItsUnit[kind](price));
    expect(shop.view().done).toMatchObject({ total: price, tenders: [{ kind, amount: price }] });
    expect(saleRows(shop)).toEqual([{ state: 'completed', paidBy: kind }]);
    expect(attemptRows(shop)).toMatchObject([{ kind, state: 'paid' }]);
  });
});
