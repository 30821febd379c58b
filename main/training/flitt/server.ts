import { setTimeout } from 'node:timers/promises';
import type { Script } from '../wire/faults.ts';
import { openPlug } from '../wire/plug.ts';
import type { Random } from '../wire/random.ts';
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
 * `now` in ms. A reversal is done after `reversalMs` (0 unless said otherwise); in test mode (unless said otherwise) answers tell
 * what was signed. `wait` (ms) is the timer behind `latencyMs`, faults and repeated callbacks, which `post` sends.
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
  const { now, random, reversalMs = 0, wait = unhurried, merchantId, secret, testMode = true } = options;
  const callbacks = createCallbacks({ now, wait, post: options.post, book: () => orders.book });
  const orders: Orders = createOrders({
    now,
    random,
    reversalMs,
    onChange: (order) => callbacks.tell(order, JSON.stringify(told(shop, order))),
  });
  let origin = '';
  const shop: Shop = { who: { merchantId, secret }, testMode, orders, origin: () => origin };
  const faults = createFlittFaults(wait);
  const running: Running = {
    shop,
    lastAnswers: new Map(),
    now,
    faults,
    requests: [],
    latencyMs: options.latencyMs ?? 0,
    wait,
  };
  const { url, setCable } = await openPlug(() => listener(running));
  origin = url;
  const act = (does: (token: string) => CustomerRefusal | undefined) => (reference: string) =>
    resultOf(does(tokenOf(reference)));
  const ledger = (): Ledger => {
    orders.settle();
    return { ...orders.book, requests: running.requests };
  };
  return {
    url,
    get ledger() {
      return ledger();
    },
    script: faults.script,
    pay: act(orders.pay),
    decline: act(orders.decline),
    begin: act(orders.begin),
    callbackText: (orderId) => {
      const order = orders.find(orderId);
      return order && JSON.stringify(told(shop, order));
    },
    setCable,
    snapshot: () => structuredClone({ ...ledger(), faultsLeft: faults.left() }),
    close: async () => {
      faults.close();
      callbacks.close();
      await setCable('out');
    },
  };
}

/** A timer that keeps no process alive: a callback may be repeated a day later. */
function unhurried(ms: number): Promise<unknown> {
  return setTimeout(ms, undefined, { ref: false });
}

function resultOf(reason: CustomerRefusal | undefined): CustomerResult {
  return reason === undefined ? { ok: true } : { ok: false, reason };
}
