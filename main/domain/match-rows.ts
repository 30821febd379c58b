import type { AttemptState, AttemptVerdict } from './attempt.ts';
import type { Tiyin } from './money.ts';
import type { Booked } from './statement.ts';

/**
 * What comparing our attempts with the provider's book and with the fiscal documents can find (the daily three-way match).
 * `paid-there`: the provider took money we do not count as paid. `paid-here`: we count money the provider does not have.
 * `paid-twice`: two payments for one sale. `fiscal-without-payment`: the box has a wallet receipt nobody paid for.
 */
export type FindingKind =
  | 'paid-there'
  | 'paid-here'
  | 'amount-differs'
  | 'cancelled-there'
  | 'paid-twice'
  | 'fiscal-missing'
  | 'link-missing'
  | 'fiscal-without-payment'
  | 'unknown-payment';

/** An attempt of ours as the match needs it; times in ms. */
export type OurPayment = {
  attemptId: string;
  saleId: string;
  state: AttemptState;
  /** What a manager said, where one closed it. */
  verdict: AttemptVerdict | null;
  amount: Tiyin;
  currency: string;
  providerPaymentId: string | null;
  /** When it was sent; one that was only made ready counts from when it was written. */
  sentAt: number;
  endedAt: number | null;
  /** Whether this attempt is the tender that paid its sale, something else is, or nothing has paid it (yet). */
  salePaidBy: 'this' | 'other' | 'nobody';
  fiscal: 'registered' | 'open' | 'none';
};

/** A registered fiscal document of a sale that a wallet paid, with the payment id it carries. */
export type FiscalPayment = {
  saleId: string;
  attemptId: string;
  paymentId: string | null;
  amount: Tiyin;
  registeredAt: number;
  /** True when a refund points to its sale: then nobody need have paid any more. */
  refunded: boolean;
};

/** Something a person has to look into; `amount` is the provider's where the provider has one, else ours. */
export type Finding = {
  kind: FindingKind;
  attemptId: string | null;
  saleId: string | null;
  paymentId: string | null;
  amount: Tiyin;
};

/** The day that is matched: `from` up to but without `to` (ms), and how its rows are to be read. */
export type MatchedDay = {
  from: number;
  to: number;
  /** When (ms) the first page of the book was asked for: what ended later may stand in the book as it was before. */
  readAt: number;
  /** The ids under which the provider's account knows this till; the cashbox may serve other tills as well. */
  register: { kkmId: string; deviceId: string };
  /** False in a shop without fiscal receipts: then none can be missing. */
  fiscalOwed: boolean;
};

/** True when the till's own figures count this attempt as money received. */
export function countsAsPaid({ state, verdict }: OurPayment): boolean {
  return state === 'paid' || (state === 'closed-by-manager' && verdict === 'taken');
}

/** True when by the provider's book the customer's money is not with the customer. */
export function tookMoney({ state }: Booked): boolean {
  return state === 'paid' || state === 'held' || state === 'stuck';
}

/** True when a payment was made under this till's ids. */
export function isOfRegister({ account }: Booked, { kkmId, deviceId }: MatchedDay['register']): boolean {
  return account.kkmId === kkmId && account.deviceId === deviceId;
}
