import type { CheckoutKind } from '../../../../main/domain/tender.ts';

/**
 * What can happen about one QR. `pay`: the customer (and a second phone that read the same QR) presses Pay; for a link that is
 * Payme's first call, with `create` and `perform` after it. `ask`: the provider reads its book for the till, `answer`: the till hears
 * what was read. `call`: the provider's own call arrives. `restart`: the till ends and another one stands there.
 */
export type Happening =
  | 'pay'
  | 'create'
  | 'perform'
  | 'cancel'
  | 'cash'
  | 'ask'
  | 'answer'
  | 'call'
  | 'restart'
  | 'second-qr'
  | 'second-pay';

/** Every order of all happenings in which each chain keeps its own. */
export function everyOrder(chains: readonly (readonly Happening[])[]): Happening[][] {
  const left = chains.filter((chain) => chain.length > 0);
  if (left.length === 0) return [[]];
  return left.flatMap((chain) => {
    const rest = left.map((other) => (other === chain ? other.slice(1) : other));
    return everyOrder(rest).map((order) => [chain[0]!, ...order]);
  });
}

/** Each order with `one` more happening at each of its places. */
export function withOneMore(orders: readonly Happening[][], one: Happening): Happening[][] {
  return orders.flatMap((order) => [...order, one].map((_, at) => [...order.slice(0, at), one, ...order.slice(at)]));
}

const paying: Record<CheckoutKind, readonly Happening[]> = {
  uzqr: ['pay'],
  'payme-invoice': ['pay'],
  flitt: ['pay', 'call'],
  smartpay: ['pay', 'call'],
  'payme-link': ['pay', 'create', 'perform'],
};

const asking = (kind: CheckoutKind): readonly Happening[] => (kind === 'payme-link' ? [] : ['ask', 'answer']);

/** The orders of one QR: paid or not, cancelled or not, with cash taken instead or not. */
export function ordersOf(kind: CheckoutKind): Happening[][] {
  const ways: (readonly Happening[])[] = [[], ['cancel'], ['cancel', 'cash']];
  return ways.flatMap((cashier) => everyOrder([paying[kind], cashier, asking(kind)]));
}

/** The orders of a cancelled QR and another one of the same sale, each of which somebody pays. */
export function ordersOfTwo(kind: CheckoutKind): Happening[][] {
  return everyOrder([paying[kind].filter((one) => one !== 'call'), ['cancel', 'second-qr', 'second-pay']]);
}

/** `count` of `orders`, drawn with `seed` (any whole number); all of them when there are no more. */
export function drawn(orders: readonly Happening[][], count: number, seed: number): Happening[][] {
  let state = (seed % 2_147_483_646) + 1;
  const next = (): number => (state = (state * 16_807) % 2_147_483_647);
  return orders
    .map((order) => ({ order, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, count)
    .map(({ order }) => order);
}
