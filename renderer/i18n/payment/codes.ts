import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: cash, tenders, and how a payment went. */
export type PaymentCode = Extract<
  Code,
  | `cash-${string}`
  | 'not-whole-sums'
  | 'tender-not-configured'
  | 'attempt-live'
  | `payment-${'declined' | 'queued' | 'expired' | 'in-doubt'}`
  | 'parked-sale-paid'
>;

export type PaymentCodeWords = Record<PaymentCode, Words>;
