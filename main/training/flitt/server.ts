import { setTimeout } from 'node:timers/promises';
import type { Script } from '../wire/faults.ts';
import { openPlug } from '../wire/plug.ts';
import type { Random } from '../wire/random.ts';
import type { Order } from './book.ts';
import { createCallbacks, type Post } from './callbacks.ts';
import { createFlittFaults, type Rule } from './faults.ts';
import type { Ledger, Snapshot } from './ledger.ts';
import { listener, type Running } from './listener.ts';
import { createOrders, type CustomerRefusal, type Orders } from './orders.ts';
import { tokenOf } from './page.ts';
import type { Credentials } from './request.ts';
import type { Shop } from './shop.ts';
import { told } from './works.ts';

/**
 * `now` in ms. A reversal is done, or declined, after `reversalMs` (0 unless said otherwise); in test mode (unless said
 * otherwise) answers tell what was signed. `wait` (ms) is the timer behind `latencyMs`, faults and repeated callbacks, which
 * `post` sends.
 */
export type FlittOptions = Credentials & {
  now: () => number;
  random: Random;
  reversalMs?: number;
  testMode?: boolean;
  latencyMs?: number;
  wait?: (ms: number) => Promise<unknown>;
  post?: Post;
};

/** What a customer's act came to. */
export type CustomerResult = { ok: true } | { ok: false; reason: CustomerRefusal };

/** A running Flitt. Its `ledger` tells what really happened, whatever the till was told. */
export type Flitt = {
  /** The address the till is given; endpoints lie under `/api/`, pages under `/merchants/`. */
  url: string;
  /** Up to date when it is read here; a copy of this reference is not. */
  readonly ledger: Ledger;
  script: (rules: readonly Rule[]) => Script;
  /** What a customer does with the page behind `reference`, the text of the QR; their phone needs no cable of ours. */
  pay: (reference: string) => CustomerResult;
  decline: (reference: string) => CustomerResult;
  /** The customer has begun to pay: `processing`, until `pay` or `decline`. */
  begin: (reference: string) => CustomerResult;
  /** What Flitt would post to the shop now about an order, for whoever wants to replay or forge it. */
  callbackText: (orderId: string) => string | undefined;
  /** Cuts or mends the internet: Flitt lives on, but nobody reaches it. The address stays. */
  setCable: (cable: 'in' | 'out') => Promise<void>;
  snapshot: () => Snapshot;
  close: () => Promise<void>;
};

/** Starts a Flitt on 127.0.0.1 at a free port. It remembers nothing after `close`. */
export async function startFlitt(options: FlittOptions): Promise<Flitt> {
  let origin = '';
  const works = prepare(options, () => origin);
  const { url, setCable } = await openPlug(() => listener(works.running));
  origin = url;
  const { faults, shop } = works.running;
  return {
    url,
    get ledger() {
      return ledgerOf(works.running);
    },
    script: faults.script,
    ...customerOf(shop.orders),
    callbackText: (orderId) => callbackText(shop, orderId),
    setCable,
    snapshot: () => structuredClone({ ...ledgerOf(works.running), faultsLeft: faults.left() }),
    close: async () => {
      faults.close();
      works.callbacks.close();
      await setCable('out');
    },
  };
}

type Works = { running: Running; callbacks: ReturnType<typeof createCallbacks> };

/** Everything a Flitt is made of, before its doors are open; `origin` is where they will lie. */
function prepare(options: FlittOptions, origin: () => string): Works {
  const { now, random, reversalMs = 0, wait = unhurried, latencyMs = 0 } = options;
  const { merchantId, secret, testMode = true } = options;
  const callbacks = createCallbacks({ now, wait, post: options.post, book: () => shop.orders.book });
  const onChange = (order: Order): void => callbacks.tell(order, JSON.stringify(told(shop, order)));
  const orders = createOrders({ now, random, reversalMs, onChange });
  const shop: Shop = { who: { merchantId, secret }, testMode, orders, origin };
  const tools = { now, wait, latencyMs, faults: createFlittFaults(wait) };
  return { running: { shop, lastAnswers: new Map(), requests: [], ...tools }, callbacks };
}

function ledgerOf({ shop: { orders }, requests }: Running): Ledger {
  orders.settle();
  return { ...orders.book, requests };
}

function callbackText(shop: Shop, orderId: string): string | undefined {
  const order = shop.orders.find(orderId);
  return order && JSON.stringify(told(shop, order));
}

/** What a customer does, by the text of the QR they scanned. */
function customerOf(orders: Orders): Pick<Flitt, 'pay' | 'decline' | 'begin'> {
  const act = (does: (token: string) => CustomerRefusal | undefined) => (reference: string) =>
    resultOf(does(tokenOf(reference)));
  return { pay: act(orders.pay), decline: act(orders.decline), begin: act(orders.begin) };
}

/** A timer that keeps no process alive: a callback may be repeated a day later. */
function unhurried(ms: number): Promise<unknown> {
  return setTimeout(ms, undefined, { ref: false });
}

function resultOf(reason: CustomerRefusal | undefined): CustomerResult {
  return reason === undefined ? { ok: true } : { ok: false, reason };
}
