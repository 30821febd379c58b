import type { CheckoutFault } from '../checkout.ts';
import type { Charged } from '../provider.ts';

/** Payme counts in tiyin and takes nothing but sums; how small a payment may be it says only when it is asked. */
export function refusesOtherThanSums({ amount, currency }: Charged): CheckoutFault | undefined {
  if (currency !== 'UZS') return 'currency-differs';
  return amount > 0 ? undefined : 'amount-too-small';
}
