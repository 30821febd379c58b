/** What the customer's screen is shown: never a phone number, never another customer's list. Types only. */
import type { CheckoutKind } from '../main/domain/tender.ts';
import type { Thousandths, Tiyin } from '../main/domain/money.ts';
import type { Language } from './views.ts';

export type CustomerLine = {
  id: string;
  name: string;
  unit: string;
  weighed: boolean;
  quantity: Thousandths;
  price: Tiyin;
  discount: Tiyin;
  total: Tiyin;
};

/**
 * What happens before the customer: `closed` no shift, `idle` nobody is served, `selling` goods are scanned, `choose` how to pay,
 * `cash`, `show-code` the till waits for the code on their phone, `checkout` a QR to scan (or a message sent), `working` the
 * provider is at work, `checking` nobody knows yet, `not-paid`, `paid` with the change and thanks.
 */
export type CustomerStep =
  | 'closed'
  | 'idle'
  | 'selling'
  | 'choose'
  | 'cash'
  | 'show-code'
  | 'checkout'
  | 'working'
  | 'checking'
  | 'not-paid'
  | 'paid';

/** What to scan; `qr` is null when a message went to the customer's phone instead. */
export type CustomerCheckout = {
  kind: CheckoutKind;
  qr: string | null;
  /** When it dies (ms). */
  expiresAt: number | null;
  poweredByPayme: boolean;
  /** What is taken in another currency than the sale's, in that currency's minor units. */
  charged: { amount: number; currency: string } | null;
};

export type CustomerView = {
  revision: number;
  now: number;
  /** When (ms) it becomes another view though nobody does anything; null when it stays. */
  changesAt: number | null;
  /** The language of the shop's receipts. */
  language: Language;
  shopName: string | null;
  currency: string;
  training: boolean;
  step: CustomerStep;
  /** Empty once the sale is paid: nobody reads what the customer before them bought. */
  lines: CustomerLine[];
  /** The line that was touched last, shown large. */
  lastLineId: string | null;
  total: Tiyin;
  discount: Tiyin;
  due: Tiyin;
  change: Tiyin;
  /** An earlier payment of this sale was given up: whatever was taken by it goes back by itself. */
  goingBack: boolean;
  /** At `checkout` only. */
  checkout: CustomerCheckout | null;
};

/** What goes over the port to the customer's window; nothing comes back on it. */
export type CustomerEvent = { event: 'customer'; data: CustomerView };

/**
 * What the customer page finds at `window.kassaCustomer`; it can say nothing to the till. The listener hears the last view at
 * once, and null while there is no till to tell anything.
 */
export type CustomerBridge = { onView(listener: (view: CustomerView | null) => void): () => void };
