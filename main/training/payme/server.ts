import { setTimeout } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { tiyin } from '../../domain/money.ts';
import type { ReceiptState } from '../wallet/book.ts';
import type { CodeTerms } from '../wallet/codes.ts';
import { createWallet, type Wallet } from '../wallet/wallet.ts';
import type { Faults, Script } from '../wire/faults.ts';
import { openPlug } from '../wire/plug.ts';
import type { Random } from '../wire/random.ts';
import { send } from '../wire/send.ts';
import { json } from '../wire/sent.ts';
import { answer, type Desk } from './answer.ts';
import type { Credentials, Terms } from './cashbox.ts';
import { createLinks, type Links } from './links.ts';
import type { Customer, PageOutcome } from './link-payment.ts';
import { goAway, open, press, refusal } from './hosted.ts';
import { hostPages } from './host-pages.ts';
import type { Merchant } from '../payme-caller/call.ts';
import { createPaymeFaults, type Fault, type Rule } from './faults.ts';
import type { Ledger, RequestRecord, Snapshot } from './ledger.ts';
import type { Method } from './methods.ts';
import { understand } from './request.ts';
import { createSwaps } from './swaps.ts';
import { timekeeper } from './timekeeper.ts';

/**
 * `now` in ms. Unless said otherwise cancelled money is back after 2 s, an unpaid receipt can be cancelled, and from 1 sum
 * to 100 million sums are taken. `latencyMs` delays every answer; `wait` (ms) is the timer behind it, behind delays, slow
 * bytes and late charges. `wallet` holds the customers and Payme's book; without it this Payme has one of its own. `merchant`
 * is the shop's server, which is called about links.
 */
export type PaymeOptions = Credentials &
  Partial<Terms> & {
    now: () => number;
    random: Random;
    latencyMs?: number;
    wait?: (ms: number) => Promise<unknown>;
    wallet?: Wallet;
    merchant?: Merchant | null;
  };

/** A running Payme. Its `ledger` tells what really happened, whatever the till was told. */
export type Payme = {
  /** The address of the API, with its path. */
  url: string;
  /** The address links and receipts are paid under; behind it comes the link's Base64 or the receipt's id. */
  checkoutUrl: string;
  wallet: Wallet;
  /** Up to date when it is read here; a copy of this reference is not. */
  readonly ledger: Ledger;
  script: (rules: readonly Rule[]) => Script;
  issueCode: (terms?: Partial<CodeTerms>) => string;
  setState: (receiptId: string, state: ReceiptState) => void;
  /** Whose server is called about links from now on. */
  setMerchant: (merchant: Merchant | null) => void;
  /** A customer opens `reference` (an address, a link's Base64 or a receipt's id) and pays; never throws. */
  pay: (reference: string, customer?: Customer) => Promise<PageOutcome>;
  /** A customer opens it and goes away. */
  decline: (reference: string) => PageOutcome;
  /** Gives the payment of a link back, as somebody at Payme can; undefined when it is not a paid one. */
  cancelLink: (receiptId: string) => Promise<PageOutcome> | undefined;
  /** The payments of links: those that wait for the shop's server, and an end to wait for. */
  links: Pick<Links, 'goOn' | 'quiet'>;
  /** Cuts or mends the internet: Payme lives on, held work included, but nobody reaches it. The address stays. */
  setCable: (cable: 'in' | 'out') => Promise<void>;
  snapshot: () => Snapshot;
  close: () => Promise<void>;
};

type Running = Desk & {
  now: () => number;
  faults: Faults<Method, Fault>;
  requests: RequestRecord[];
  latencyMs: number;
  wait: (ms: number) => Promise<unknown>;
  keepTime: () => void;
};

const usualTerms: Terms = {
  least: tiyin(100),
  most: tiyin(10_000_000_000),
  returnAfterMs: 2000,
  cancelsUnpaid: true,
  listing: 'newest-first',
  allowsHold: true,
  holdAfterMs: 0,
  takeAfterMs: 0,
};

/** Starts a Payme on 127.0.0.1 at a free port. It remembers nothing after `close`, but its wallet does. */
export async function startPayme(options: PaymeOptions): Promise<Payme> {
  const running = prepare(options);
  const { faults, requests } = running;
  const { wallet, links } = running.cashbox;
  const { url, setCable } = await openPlug(() => listener(running));
  const ledger = (): Ledger => ({ ...wallet.book, requests });
  return {
    url: `${url}/api`,
    checkoutUrl: url,
    wallet,
    get ledger() {
      return ledger();
    },
    script: faults.script,
    issueCode: wallet.issueCode,
    setState: wallet.setState,
    ...customers(running),
    setMerchant: links.setMerchant,
    links,
    setCable,
    snapshot: () => structuredClone({ ...ledger(), faultsLeft: faults.left() }),
    close: async () => {
      faults.close();
      await setCable('out');
    },
  };
}

function prepare(options: PaymeOptions): Running {
  const { cashboxId, key, now, random, latencyMs = 0, wait = unhurried, ...rest } = options;
  const { wallet = createWallet({ now, random }), merchant = null, ...terms } = rest;
  const links = createLinks({ wallet, now, random, wait }, merchant);
  const cashbox = { credentials: { cashboxId, key }, terms: { ...usualTerms, ...terms }, wallet, links };
  const desk: Desk = { cashbox, lastAnswers: new Map(), swaps: createSwaps() };
  return {
    ...desk,
    now,
    faults: createPaymeFaults(wait),
    requests: [],
    latencyMs,
    wait,
    keepTime: timekeeper(wallet, now, wait),
  };
}

/** What people do at Payme without any API. */
function customers({ cashbox, keepTime }: Running): Pick<Payme, 'pay' | 'decline' | 'cancelLink'> {
  return {
    async pay(reference, customer = {}) {
      const opened = open(cashbox, reference);
      const outcome = opened ? await press(cashbox, opened, customer) : refusal('not-found');
      keepTime();
      return outcome;
    },
    decline(reference) {
      const opened = open(cashbox, reference);
      return opened ? goAway(opened) : refusal('not-found');
    },
    cancelLink: (receiptId) => (cashbox.links.giveBack(receiptId) ? cashbox.links.settled(receiptId) : undefined),
  };
}

/** A timer that keeps no process alive: a late charge may be hours away. */
function unhurried(ms: number): Promise<unknown> {
  return setTimeout(ms, undefined, { ref: false });
}

function listener(running: Running): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2048 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.all('/api', (request, reply) => serve(running, request, reply));
  hostPages(app, running.cashbox, running.keepTime);
  return app;
}

async function serve(running: Running, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { cashbox, faults, requests, now, latencyMs, wait, keepTime } = running;
  const body = typeof request.body === 'string' ? request.body : '';
  const understood = understand({ verb: request.method, auth: xAuth(request), body }, cashbox.credentials);
  const { method, receiptId } = understood;
  const struck = understood.ok ? faults.take(understood.call.method) : undefined;
  requests.push({ method, receiptId, at: now(), fault: struck?.fault.kind ?? null });
  if (latencyMs > 0) await wait(latencyMs);
  const answering = understood.ok ? answer(running, understood.call, struck) : json(JSON.stringify(understood.answer));
  keepTime();
  await send(reply, await answering, wait);
  keepTime();
  return reply;
}

function xAuth(request: FastifyRequest): string | undefined {
  const header = request.headers['x-auth'];
  return typeof header === 'string' ? header : undefined;
}
