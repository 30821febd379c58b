import { hex, type Random } from '../wire/random.ts';
import type { Book, Order, OrderStatus, Reversal } from './book.ts';
import { addReversal, endReversal, reversed, type Wanted } from './reversals.ts';

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
  /** Reverses once per key; undefined when more would go back than was taken. `refuse`: the wallet declines it in the end. */
  reverse: (wanted: Wanted, refuse: boolean) => Reversal | undefined;
  reversedOf: (orderId: string) => number;
  settle: () => void;
};

type Terms = { now: () => number; random: Random; reversalMs: number; onChange: (order: Order) => void };

/** Where the orders are kept, and the terms they are kept on. */
type Office = Terms & { book: Book };

/** Orders without any yet; `onChange` hears of every step the shop is told about. */
export function createOrders(terms: Terms): Orders {
  const book: Book = { orders: [], taken: [], reversals: [], callbacks: [] };
  const office: Office = { ...terms, book };
  return {
    book,
    settle: () => settle(office),
    find: (orderId) => find(office, orderId),
    ofToken: (token) => ofToken(office, token),
    create: (wanted) => create(office, wanted),
    begin: (token) => act(office, token, begin),
    pay: (token) => act(office, token, pay),
    decline: (token) => act(office, token, decline),
    reverse: (wanted, refuse) => reverse(office, wanted, refuse),
    reversedOf: (orderId) => reversed(book, orderId, ['approved']),
  };
}

/** Lets happen what is due: orders die, reversals end. */
function settle(office: Office): void {
  const { book, now } = office;
  for (const order of book.orders) die(office, order);
  for (const reversal of book.reversals)
    endReversal(book, reversal, now(), (order, status) => become(office, order, status));
}

/** An order dies unpaid: never tried `expired`, refused `declined`; one the customer is paying waits for its end. */
function die(office: Office, order: Order): void {
  if (office.now() < order.expiresAt) return;
  if (order.status === 'created') become(office, order, 'expired');
  if (order.status === 'processing' && order.refused) become(office, order, 'declined');
}

function become({ onChange }: Office, order: Order, status: OrderStatus): void {
  order.status = status;
  onChange(order);
}

function find(office: Office, orderId: string): Order | undefined {
  settle(office);
  return office.book.orders.find((order) => order.orderId === orderId);
}

function ofToken(office: Office, token: string): Order | undefined {
  settle(office);
  return office.book.orders.find((order) => order.token === token);
}

/** A new order; undefined when its id was used before. */
function create(office: Office, { lifetimeMs, ...wanted }: NewOrder): Order | undefined {
  if (find(office, wanted.orderId)) return undefined;
  const { book, now, random } = office;
  const paymentId = 805_000_001 + book.orders.length;
  const times = { createdAt: now(), expiresAt: now() + lifetimeMs };
  const order: Order = { ...wanted, ...times, token: hex(random, 40), paymentId, status: 'created', refused: false };
  book.orders.push(order);
  return order;
}

type Act = (office: Office, order: Order) => void;

/** What a customer does with the order behind `token`, while it waits for them. */
function act(office: Office, token: string, does: Act): CustomerRefusal | undefined {
  const order = ofToken(office, token);
  if (!order) return 'unknown';
  if (order.status !== 'created' && order.status !== 'processing') return 'not-waiting';
  does(office, order);
  return undefined;
}

const begin: Act = (_office, order) => {
  order.status = 'processing';
  order.refused = false;
};

const pay: Act = (office, order) => {
  office.book.taken.push({ orderId: order.orderId, amount: order.amount, at: office.now() });
  order.refused = false;
  become(office, order, 'approved');
};

const decline: Act = (office, order) => {
  order.refused = true;
  become(office, order, order.retries ? 'processing' : 'declined');
};

function reverse(office: Office, wanted: Wanted, refuse: boolean): Reversal | undefined {
  const { book, now, reversalMs } = office;
  settle(office);
  const times = { at: now(), doneAt: now() + reversalMs } as const;
  const reversal = addReversal(book, wanted, { ...times, ends: refuse ? 'declined' : 'approved' });
  settle(office);
  return reversal;
}
