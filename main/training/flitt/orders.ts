import { hex, type Random } from '../wire/random.ts';
import type { Book, Order, OrderStatus, Reversal } from './book.ts';

/** What a shop asked for; amounts in minor units, `lifetimeMs` until an unpaid order dies. */
export type NewOrder = Pick<
  Order,
  'orderId' | 'description' | 'amount' | 'currency' | 'callbackUrl' | 'merchantData'
> & {
  retries: boolean;
  lifetimeMs: number;
};

/** Why a customer could not do what they wanted. */
export type CustomerRefusal = 'unknown' | 'not-waiting';

/** The orders of one shop. Everything first lets happen what is due at `now`. */
export type Orders = {
  readonly book: Book;
  create: (wanted: NewOrder) => Order | undefined;
  find: (orderId: string) => Order | undefined;
  ofToken: (token: string) => Order | undefined;
  /** The customer has begun in the app, and nobody knows yet how it ends. */
  begin: (token: string) => CustomerRefusal | undefined;
  pay: (token: string) => CustomerRefusal | undefined;
  decline: (token: string) => CustomerRefusal | undefined;
  /** Reverses once per key; undefined when more would go back than was taken. */
  reverse: (wanted: Pick<Reversal, 'orderId' | 'reverseId' | 'amount'>, refuse: boolean) => Reversal | undefined;
  reversedOf: (orderId: string) => number;
  settle: () => void;
};

type Terms = { now: () => number; random: Random; reversalMs: number; onChange: (order: Order) => void };

/** Orders without any yet; `onChange` hears of every step the shop is told about. */
export function createOrders(terms: Terms): Orders {
  const { now, random } = terms;
  const book: Book = { orders: [], taken: [], reversals: [], callbacks: [] };
  const become = (order: Order, status: OrderStatus): void => {
    order.status = status;
    terms.onChange(order);
  };
  const settle = (): void => {
    for (const order of book.orders) die(order, now(), become);
    for (const reversal of book.reversals) end(book, reversal, now(), become);
  };
  const ofToken = (token: string): Order | undefined => {
    settle();
    return book.orders.find((order) => order.token === token);
  };
  const customer =
    (act: (order: Order) => void) =>
    (token: string): CustomerRefusal | undefined => {
      const order = ofToken(token);
      if (!order) return 'unknown';
      if (order.status !== 'created' && order.status !== 'processing') return 'not-waiting';
      act(order);
      return undefined;
    };
  const find = (orderId: string): Order | undefined => {
    settle();
    return book.orders.find((order) => order.orderId === orderId);
  };
  return {
    book,
    settle,
    find,
    ofToken,
    create(wanted) {
      if (find(wanted.orderId)) return undefined;
      const { lifetimeMs, ...rest } = wanted;
      const paymentId = 805_000_001 + book.orders.length;
      const times = { createdAt: now(), expiresAt: now() + lifetimeMs };
      const order: Order = { ...rest, ...times, token: hex(random, 40), paymentId, status: 'created', refused: false };
      book.orders.push(order);
      return order;
    },
    begin: customer((order) => Object.assign(order, { status: 'processing', refused: false })),
    pay: customer((order) => {
      book.taken.push({ orderId: order.orderId, amount: order.amount, at: now() });
      order.refused = false;
      become(order, 'approved');
    }),
    decline: customer((order) => {
      order.refused = true;
      become(order, order.retries ? 'processing' : 'declined');
    }),
    reverse(wanted, refuse) {
      settle();
      const before = wanted.reverseId === null ? undefined : sameKey(book, wanted);
      if (before) return before;
      if (wanted.amount > left(book, wanted.orderId)) return undefined;
      const reversal: Reversal = {
        ...wanted,
        at: now(),
        doneAt: now() + terms.reversalMs,
        status: refuse ? 'declined' : 'processing',
      };
      book.reversals.push(reversal);
      settle();
      return reversal;
    },
    reversedOf: (orderId) => reversed(book, orderId, ['approved']),
  };
}

/** An order dies unpaid: never tried `expired`, refused `declined`; one the customer is paying waits for its end. */
function die(order: Order, now: number, become: (order: Order, status: OrderStatus) => void): void {
  if (now < order.expiresAt) return;
  if (order.status === 'created') become(order, 'expired');
  if (order.status === 'processing' && order.refused) become(order, 'declined');
}

function end(book: Book, reversal: Reversal, now: number, become: (order: Order, status: OrderStatus) => void): void {
  if (reversal.status !== 'processing' || now < reversal.doneAt) return;
  reversal.status = 'approved';
  const order = book.orders.find(({ orderId }) => orderId === reversal.orderId);
  if (order) become(order, 'reversed');
}

function sameKey(book: Book, { orderId, reverseId }: Pick<Reversal, 'orderId' | 'reverseId'>): Reversal | undefined {
  return book.reversals.find((one) => one.orderId === orderId && one.reverseId === reverseId);
}

function left(book: Book, orderId: string): number {
  const taken = book.taken.filter((one) => one.orderId === orderId).reduce((sum, { amount }) => sum + amount, 0);
  return taken - reversed(book, orderId, ['approved', 'processing']);
}

function reversed(book: Book, orderId: string, statuses: readonly Reversal['status'][]): number {
  const its = book.reversals.filter((one) => one.orderId === orderId && statuses.includes(one.status));
  return its.reduce((sum, { amount }) => sum + amount, 0);
}
