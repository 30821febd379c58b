import { onTestFinished } from 'vitest';
import { tiyin, thousandths } from '../../../../main/domain/money.ts';
import type { CheckoutProvider, CheckoutRequest, Refunds } from '../../../../main/tender/checkout.ts';
import type { Enquiry, PaymentRef, ProviderBook } from '../../../../main/tender/provider.ts';
import type { SmartpaySettings } from '../../../../main/tender/smartpay/settings.ts';
import { createSmartpay } from '../../../../main/tender/smartpay/smartpay.ts';
import { startSmartpay, type Smartpay, type SmartpayOptions } from '../../../../main/training/smartpay/server.ts';

/** 2026-11-21 14:00:00 in Tashkent. */
export const morning = Date.UTC(2026, 10, 21, 9, 0, 0);

export const testKey = 'sk_test_KTGPODEMjGTJByn1pu8psb';
export const liveKey = 'sk_live_KTGPODEMjGTJByn1pu8psb';

export const inYen = (amount: number) => ({ amount, currency: 'JPY' });

/** A refund that was never sent. */
export const firstTry = { refundId: null, baseline: null, again: false } as const;

const attemptId = '0193f5a2-7a3c-7f11-9a52-3f1d2b6c9e01';

/** A sale of 200,000 sums for which 2,500 yen were agreed. */
export function request(changes: Partial<CheckoutRequest> = {}): CheckoutRequest {
  const total = tiyin(20_000_000);
  const codes = { vatPercent: 12, ikpu: '06401004001000000', packageCode: '1234567' };
  return {
    attemptId,
    saleNumber: 7,
    amount: total,
    charged: inYen(2500),
    shopName: 'Registon Market',
    language: 'uz',
    lines: [{ name: 'Choy', price: total, quantity: thousandths(1000), total, ...codes }],
    phone: null,
    lifetimeMs: 300_000,
    again: false,
    ...changes,
  };
}

/** A shop and the Smartpay it asks, with a clock that moves only by hand. */
export type Rig = {
  smartpay: Smartpay;
  provider: CheckoutProvider;
  book: ProviderBook;
  refunds: Refunds;
  pass: (ms: number) => void;
  /** Makes a checkout; gives its order's id and its link. */
  show: (changes?: Partial<CheckoutRequest>) => Promise<{ orderId: string; link: string }>;
};

export async function startRig(
  settings: Partial<SmartpaySettings> = {},
  options: Partial<SmartpayOptions> = {},
): Promise<Rig> {
  let at = morning;
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const smartpay = await startSmartpay({ now: () => at, random, secretKey: testKey, ...options });
  onTestFinished(() => smartpay.close());
  const provider = providerAt(smartpay, settings);
  const { book, refunds } = provider;
  if (!book || !refunds) throw new Error('Smartpay can be asked and gives back');
  const show: Rig['show'] = async (changes) => {
    const outcome = await provider.create(request(changes));
    if (outcome.kind !== 'ready') throw new Error(`not shown: ${JSON.stringify(outcome)}`);
    return { orderId: outcome.shown.providerPaymentId, link: outcome.shown.qr ?? '' };
  };
  const pass = (ms: number): void => {
    at += ms;
  };
  return { smartpay, provider, book, refunds, pass, show };
}

/** The shop's end of the wire to `smartpay`, with other settings than usual where they are given. */
export function providerAt(
  smartpay: Pick<Smartpay, 'url'>,
  settings: Partial<SmartpaySettings> = {},
): CheckoutProvider {
  return createSmartpay({
    baseUrl: smartpay.url,
    secretKey: testKey,
    currency: 'JPY',
    capture: 'automatic',
    lifetimeSeconds: 300,
    successUrl: 'https://shop.example/paid',
    cancelUrl: 'https://shop.example/not-paid',
    onlyOrigin: new URL(smartpay.url).origin,
    ...settings,
  });
}

/** The attempt as the till would give it back. */
export function paymentRef(orderId: string, changes: Partial<PaymentRef> = {}): PaymentRef {
  const { amount, charged } = request();
  return { attemptId, providerPaymentId: orderId, transactionId: null, amount, charged, ...changes };
}

/** The attempt as the till would ask about it. */
export function enquiry(orderId: string | null, changes: Partial<Enquiry> = {}): Enquiry {
  const { amount, charged } = request();
  const others = { owns: () => false, alike: 0 };
  const names = { attemptId, providerPaymentId: orderId, transactionId: null };
  return { ...names, amount, charged, sentAt: morning, stop: new AbortController().signal, others, ...changes };
}
