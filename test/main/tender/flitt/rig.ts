import { onTestFinished } from 'vitest';
import { thousandths, tiyin } from '../../../../main/domain/money.ts';
import type { CheckoutRequest, RefundRequest } from '../../../../main/tender/checkout.ts';
import { createFlitt } from '../../../../main/tender/flitt/flitt.ts';
import type { FlittSettings } from '../../../../main/tender/flitt/settings.ts';
import type { Enquiry, PaymentRef, ProviderBook } from '../../../../main/tender/provider.ts';
import type { Refunds } from '../../../../main/tender/checkout.ts';
import { startFlitt, type Flitt, type FlittOptions } from '../../../../main/training/flitt/server.ts';
import { morning, seeded } from '../../training/fbox/rig.ts';

export const merchantId = '1549901';
export const secret = 'test';
export const price = 1_450_000;

const uzs = (amount: number) => ({ amount, currency: 'UZS' });

/** A checkout of attempt a1 over 14 500 sums. */
export function request(changes: Partial<CheckoutRequest> = {}): CheckoutRequest {
  return {
    attemptId: 'a1',
    saleNumber: 7,
    amount: tiyin(price),
    charged: uzs(price),
    shopName: 'Baraka Market',
    language: 'uz',
    lines: [
      {
        name: 'Non',
        price: tiyin(price),
        quantity: thousandths(1000),
        total: tiyin(price),
        vatPercent: 12,
        ikpu: '10101001001000000',
        packageCode: '1234567',
      },
    ],
    phone: null,
    lifetimeMs: 600_000,
    again: false,
    ...changes,
  };
}

export function enquiry(changes: Partial<Enquiry> = {}): Enquiry {
  return {
    attemptId: 'a1',
    providerPaymentId: 'a1',
    transactionId: null,
    amount: tiyin(price),
    charged: uzs(price),
    sentAt: morning,
    stop: new AbortController().signal,
    others: { owns: () => false, alike: 0 },
    ...changes,
  };
}

export const payment: PaymentRef = {
  attemptId: 'a1',
  providerPaymentId: 'a1',
  transactionId: '805000001',
  amount: tiyin(price),
  charged: uzs(price),
};

export function refund(changes: Partial<RefundRequest> = {}): RefundRequest {
  return { id: 'r1', key: 'r1', payment, amount: uzs(price), refundId: null, baseline: null, again: false, ...changes };
}

/** The ids a paid order leaves on its attempt. */
export const facts = {
  providerPaymentId: 'a1',
  transactionId: '805000001',
  kkmId: null,
  deviceId: null,
  clientPhone: null,
};

/** A till's provider and the Flitt behind it, with a clock that moves only by hand. */
export async function startRig(options: Partial<FlittOptions> = {}) {
  let at = morning;
  const flitt = await startFlitt({ now: () => at, random: seeded(7), merchantId, secret, ...options });
  onTestFinished(() => flitt.close());
  const settings = settingsOf(flitt.url);
  const provider = createFlitt(settings);
  return {
    flitt,
    settings,
    provider,
    book: bookOf(provider),
    refunds: refundsOf(provider),
    pass: (ms: number) => void (at += ms),
    show: (changes: Partial<CheckoutRequest> = {}) => show(provider, changes),
    asked: () => flitt.ledger.requests.map(({ endpoint }) => endpoint),
    paid: async () => {
      const qr = await show(provider);
      flitt.pay(qr);
      return qr;
    },
  };
}

export function settingsOf(baseUrl: string, changes: Partial<FlittSettings> = {}): FlittSettings {
  const onlyOrigin = new URL(baseUrl).origin;
  return { baseUrl, merchantId, secret, lifetimeSeconds: 600, callbackUrl: null, onlyOrigin, ...changes };
}

type Provider = ReturnType<typeof createFlitt>;

async function show(provider: Provider, changes: Partial<CheckoutRequest> = {}): Promise<string> {
  const outcome = await provider.create(request(changes));
  if (outcome.kind !== 'ready' || outcome.shown.qr === null) throw new Error(`not shown: ${JSON.stringify(outcome)}`);
  return outcome.shown.qr;
}

export function bookOf({ book }: Provider): ProviderBook {
  if (!book) throw new Error('no book');
  return book;
}

/** Refunds as this provider has them: whoever gives back can also be asked, before and after. */
export function refundsOf({
  refunds,
}: Provider): Refunds & Required<Pick<Refunds, 'before'>> & { ask: Refunds['give'] } {
  if (!refunds?.ask || !refunds.before) throw new Error('no refunds');
  return { ...refunds, ask: refunds.ask, before: refunds.before };
}

/** The balance of Flitt's book: taken from customers and not given back. */
export function kept({ ledger }: Flitt): number {
  const sum = (rows: readonly { amount: number }[]) => rows.reduce((all, { amount }) => all + amount, 0);
  return sum(ledger.taken) - sum(ledger.reversals.filter(({ status }) => status === 'approved'));
}
