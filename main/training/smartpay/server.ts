import { setTimeout } from 'node:timers/promises';
import type { Script } from '../wire/faults.ts';
import { openPlug } from '../wire/plug.ts';
import type { Random } from '../wire/random.ts';
import { emptyBook, type Ledger } from './book.ts';
import { createSmartpayFaults, type Rule } from './faults.ts';
import { freshId, modeOf } from './ids.ts';
import { createKeys } from './keys.ts';
import { agree, refuse, type Office } from './office.ts';
import { listener, type Running } from './routes.ts';
import { shownOrder, shownPayment, shownRefund } from './shown.ts';
import { createPostman, type EventType, type Subscription } from './webhooks.ts';
import type { Terms } from './works.ts';

/**
 * `now` in ms. The mode of every id is that of `secretKey`. Unless said otherwise a checkout can be paid for a day, keys live six
 * hours, and a new session holds its whole order. `wait` (ms) is the timer behind delays, slow bytes and repeated webhooks.
 */
export type SmartpayOptions = Partial<Terms> & {
  secretKey: string;
  now: () => number;
  random: Random;
  sessionLivesMs?: number;
  keyLivesMs?: number;
  latencyMs?: number;
  wait?: (ms: number) => Promise<unknown>;
};

/** A running Smartpay. Its `ledger` tells what really happened, whatever the till was told. */
export type Smartpay = {
  /** The address of the API, with its path. */
  url: string;
  /** Up to date when it is read here; a copy of this reference is not. */
  readonly ledger: Ledger;
  script: (rules: readonly Rule[]) => Script;
  /** What the customer does with a checkout (its link or its order's id); true when that was still possible. */
  pay: (reference: string) => boolean;
  decline: (reference: string) => boolean;
  /** Smartpay itself does not trust the customer. */
  reject: (reference: string) => boolean;
  /** Where events are posted from now on. */
  subscribe: (to: Subscription | null) => void;
  /** Cuts or mends the internet: Smartpay lives on, but nobody reaches it. The address stays. */
  setCable: (cable: 'in' | 'out') => Promise<void>;
  snapshot: () => Ledger & { readonly faultsLeft: number };
  close: () => Promise<void>;
};

const day = 24 * 3_600_000;

/** Starts a Smartpay on 127.0.0.1 at a free port. It remembers nothing after `close`. */
export async function startSmartpay(options: SmartpayOptions): Promise<Smartpay> {
  let origin = '';
  const running = prepare(options, () => origin);
  const { faults, postman, desk } = running;
  const { url, setCable } = await openPlug(() => listener(running));
  origin = url;
  return {
    url: `${url}/v1`,
    get ledger() {
      return desk.office.book;
    },
    script: faults.script,
    ...customerOf(desk.office),
    subscribe: postman.subscribe,
    setCable,
    snapshot: () => structuredClone({ ...desk.office.book, faultsLeft: faults.left() }),
    close: async () => {
      faults.close();
      postman.close();
      await setCable('out');
    },
  };
}

/** What becomes of a checkout at the customer's end, by its link or its order's id. */
function customerOf(office: Office): Pick<Smartpay, 'pay' | 'decline' | 'reject'> {
  const of = (reference: string): string => orderOf(office, reference);
  return {
    pay: (reference) => agree(office, of(reference)),
    decline: (reference) => refuse(office, of(reference), 'canceled'),
    reject: (reference) => refuse(office, of(reference), 'rejected'),
  };
}

/** A promotion code is a part of the link the till does not make, so what stands behind "?" does not matter. */
function orderOf({ book }: Office, reference: string): string {
  const link = reference.split('?')[0];
  return book.sessions.find(({ url }) => url === link)?.orderId ?? reference;
}

function prepare(options: SmartpayOptions, origin: () => string): Running {
  const { secretKey, now, random, latencyMs = 0, wait = unhurried, sessionLivesMs = day } = options;
  const { newOrder = 'whole', expands = 'all', keyLivesMs = day / 4 } = options;
  const book = emptyBook();
  const mode = modeOf(secretKey);
  const postman = createPostman({ now, wait, note: (delivery) => void book.deliveries.push(delivery) });
  const tell = (type: EventType, id: string): void => {
    const event = { id: freshId('evt', mode, random), type, createdAt: now(), test: mode === 'test' };
    postman.post({ ...event, data: shownById(office, id) });
  };
  const office: Office = { book, mode, now, random, origin, sessionLivesMs, tell };
  const desk = { office, terms: { newOrder, expands } };
  const tools = { postman, secretKey, now, latencyMs, wait, last: new Map() };
  return { desk, faults: createSmartpayFaults(wait), keys: createKeys(now, keyLivesMs), ...tools };
}

function shownById({ book, mode }: Office, id: string): object | undefined {
  const test = mode === 'test';
  const order = book.orders.find((one) => one.id === id);
  if (order) return shownOrder(book, order, test, 'ids');
  const payment = book.payments.find((one) => one.id === id);
  if (payment) return shownPayment(book, payment, test, 'ids');
  const refund = book.refunds.find((one) => one.id === id);
  return refund && shownRefund(refund, test);
}

/** A timer that keeps no process alive: a webhook may wait for a till that never comes back. */
function unhurried(ms: number): Promise<unknown> {
  return setTimeout(ms, undefined, { ref: false });
}
