/**
 * How a shop takes Smartpay. `secretKey` is a secret (`sk_test_...` or `sk_live_...`). `currency` is a ledger of its own (JPY).
 * `capture`: `automatic` takes the money when the customer agrees; `manual` only reserves it, for at most seven days. To
 * `successUrl` or `cancelUrl` the customer's phone is led afterwards. `onlyOrigin` is the guard of training.
 */
export type SmartpaySettings = {
  baseUrl: string;
  secretKey: string;
  currency: string;
  capture: 'automatic' | 'manual';
  lifetimeSeconds: number;
  successUrl: string;
  cancelUrl: string;
  shopAddress?: ShopAddress | undefined;
  onlyOrigin?: string | undefined;
};

/** Where the goods are handed over; Smartpay demands the four lines of everybody, also of a shop that sends nothing. */
export type ShopAddress = { line1: string; locality: string; postalCode: string; country: string };

/** Play money or money: a key and every id of Smartpay carry it. */
export type Mode = 'test' | 'live';

/** The mode of a secret key, or undefined when it is none (`^sk_(test|live)_[0-9a-zA-Z]+$`, Smartpay's Node SDK). */
export function modeOfKey(secretKey: string): Mode | undefined {
  return modeIn(/^sk_(test|live)_[0-9a-zA-Z]+$/.exec(secretKey)?.[1]);
}

/** What Smartpay names with ids of their own that a till meets. */
export type Named = 'checkout' | 'order' | 'payment' | 'refund';

const shapes: Readonly<Record<Named, RegExp>> = {
  checkout: /^checkout_(test|live)_[0-9a-zA-Z]+$/,
  order: /^order_(test|live)_[0-9a-zA-Z]+$/,
  payment: /^payment_(test|live)_[0-9a-zA-Z]+$/,
  refund: /^refund_(test|live)_[0-9a-zA-Z]+$/,
};

/** The mode an id of the kind `named` carries, or undefined when it is no such id (shapes of Smartpay's Node SDK). */
export function modeOfId(named: Named, id: string): Mode | undefined {
  return modeIn(shapes[named].exec(id)?.[1]);
}

/** The reason an id from the other mode is refused with. */
export function otherMode(ours: Mode): 'live-id-in-test-mode' | 'test-id-in-live-mode' {
  return ours === 'test' ? 'live-id-in-test-mode' : 'test-id-in-live-mode';
}

function modeIn(word: string | undefined): Mode | undefined {
  return word === 'test' || word === 'live' ? word : undefined;
}
