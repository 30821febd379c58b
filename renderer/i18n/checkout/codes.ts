import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: checkouts, parts of a sale given back, callers from outside. */
export type CheckoutCode = Extract<
  Code,
  | 'amount-too-small'
  | 'currency-differs'
  | 'charged-needed'
  | `checkout-${string}`
  | 'listener-failed'
  | `refund-${'parts-not-possible' | 'nothing-left' | 'lines-wrong'}`
  | `refund-payment-${string}`
>;

export type CheckoutCodeWords = Record<CheckoutCode, Words>;
