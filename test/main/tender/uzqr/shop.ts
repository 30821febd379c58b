import { afterEach, beforeEach, expect } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { CheckoutProvider, CheckoutRequest, RefundRequest } from '../../../../main/tender/checkout.ts';
import type { Enquiry, PaymentRef, ProviderBook } from '../../../../main/tender/provider.ts';
import { createUzqrFbox } from '../../../../main/tender/uzqr/uzqr.ts';
import { startFbox, type Fbox } from '../../../../main/training/fbox/server.ts';

export const morning = Date.UTC(2026, 10, 21, 9, 0, 0);

export const attemptId = '019ab1f0-7c3e-7d21-9b44-0123456789ab';

/** A box with UzQR behind it and a till's end of the wire; its clock moves by hand, and by every wait of the box. */
export type Shop = {
  box: Fbox;
  uzqr: CheckoutProvider;
  book: ProviderBook;
  pass: (ms: number) => void;
  /** The same shop after its till was started again. */
  restarted: () => CheckoutProvider;
};

/** A fresh shop for every test of a file. */
export function useShop(): () => Shop {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop();
  });
  afterEach(() => shop.box.close());
  return () => shop;
}

async function openShop(): Promise<Shop> {
  let now = morning;
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const ids = { kkmId: '00000011', deviceId: '00000012', terminalId: 'ZZ000000000000' };
  const shop = { inn: '123456789', companyName: 'Registon Market' };
  // Each wait of the box takes a turn of the loop, so that a test can act between two of its questions.
  const wait = (ms: number) => new Promise((done) => setImmediate(() => done((now += ms))));
  const box = await startFbox({ now: () => now, random, wait, amountUnit: 'sum', ...ids, ...shop });
  const restarted = () =>
    createUzqrFbox({ baseUrl: box.url, lifetimeSeconds: 300, onlyOrigin: new URL(box.url).origin });
  const uzqr = restarted();
  return { box, uzqr, book: uzqr.book!, pass: (ms) => void (now += ms), restarted };
}

/** A checkout of `amount` tiyin to make. */
export function request(amount: number, changes: Partial<CheckoutRequest> = {}): CheckoutRequest {
  return {
    attemptId,
    saleNumber: 1,
    amount: tiyin(amount),
    charged: { amount, currency: 'UZS' },
    shopName: 'Registon Market',
    language: 'uz',
    lines: [],
    phone: null,
    lifetimeMs: 300_000,
    again: false,
    ...changes,
  };
}

/** The invoice of a checkout that stands, as the till keeps it. */
export async function shown({ uzqr }: Shop, amount = 1_450_000): Promise<PaymentRef & { qr: string }> {
  const made = await uzqr.create(request(amount));
  if (made.kind !== 'ready') return expect.unreachable(`not ready: ${JSON.stringify(made)}`);
  const { providerPaymentId, qr } = made.shown;
  const charged = { amount, currency: 'UZS' };
  return { attemptId, providerPaymentId, transactionId: null, amount: tiyin(amount), charged, qr: qr ?? '' };
}

/** The question about an invoice. */
export function enquiry(payment: PaymentRef, stop = new AbortController().signal): Enquiry {
  return { ...payment, sentAt: morning, stop, others: { owns: () => false, alike: 0 } };
}

/** The same payment once the till knows what was paid. */
export function withPayment({ box }: Shop, payment: PaymentRef): PaymentRef {
  return { ...payment, transactionId: box.oneQr.book.payments[0]?.id ?? null };
}

/** A refund of `amount` tiyin of a payment. */
export function refundOf(payment: PaymentRef, amount: number, refundId: string | null = null): RefundRequest {
  const names = { id: 'r1', key: 'r1', refundId };
  return { ...names, payment, amount: { amount, currency: 'UZS' }, baseline: null, again: false };
}

/** What the box was asked so far, without its questions about status. */
export function calls({ box }: Shop): string[] {
  return box.ledger.requests.map(({ path }) => path.replace('/payment/one_qr/', '').replace(/\?.*/, ''));
}
