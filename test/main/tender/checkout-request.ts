import { tiyin } from '../../../main/domain/money.ts';
import type { CheckoutRequest } from '../../../main/tender/checkout.ts';

/** A checkout of 14 500 sums; `changes` replace whole fields. */
export function checkoutRequest(changes: Partial<CheckoutRequest> = {}): CheckoutRequest {
  const amount = changes.amount ?? tiyin(1_450_000);
  return {
    attemptId: 'a1',
    saleNumber: 17,
    amount,
    charged: { amount, currency: 'UZS' },
    shopName: 'Baraka Market',
    language: 'uz',
    lines: [],
    phone: null,
    lifetimeMs: 300_000,
    again: false,
    ...changes,
  };
}
