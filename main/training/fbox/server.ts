import { setTimeout } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CodeTerms } from '../wallet/codes.ts';
import { createWallet, type Wallet } from '../wallet/wallet.ts';
import type { Faults, Script } from '../wire/faults.ts';
import { openPlug } from '../wire/plug.ts';
import { send } from '../wire/send.ts';
import { answer, type Desk } from './answer.ts';
import { newModule, type Box, type FiscalModule, type Identity } from './box.ts';
import { createBoxFaults, type Fault, type Rule } from './faults.ts';
import { emptyLedger, type LedgerView } from './ledger.ts';
import { customerSide, type OneQr } from './one-qr/customer.ts';
import { askUntilEnded } from './one-qr/long-poll.ts';
import { openOneQr, usualOneQr, type OneQrTerms } from './one-qr/office.ts';
import { servePages } from './one-qr/pages.ts';
import { routes, type Route } from './routes.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

/**
 * `latencyMs` delays every answer; `wait` (ms) is the timer behind it, behind delays, slow bytes and the long question about a QR.
 * `wallet` holds the customers and Payme's book; without it the box has one of its own. `oneQr` is how UzQR behaves.
 */
export type FboxOptions = Identity & {
  latencyMs?: number;
  wait?: (ms: number) => Promise<unknown>;
  wallet?: Wallet;
  oneQr?: Partial<OneQrTerms>;
};

/** A running box. Its `ledger` tells what really happened, whatever the till was told. */
export type Fbox = {
  url: string;
  ledger: LedgerView;
  script: (rules: readonly Rule[]) => Script;
  /** A fresh customer's code: usable once, two minutes long, ten million sums behind it unless `terms` say otherwise. */
  issueCode: (terms?: Partial<CodeTerms>) => string;
  /** UzQR behind the box, with its own book and its customers. */
  oneQr: OneQr;
  /** Cuts or mends the cable: the box lives on, held work included, but nobody reaches it. The address stays. */
  setCable: (cable: 'in' | 'out') => Promise<void>;
  /** While the tax office is unreachable receipts stay unsent; reaching it again sends them all. */
  setTaxOffice: (state: FiscalModule['taxOffice']) => void;
  snapshot: () => Snapshot;
  close: () => Promise<void>;
};

const queryShape = z.record(z.string(), z.unknown());

type Running = Desk & {
  faults: Faults<Rule['on'], Fault>;
  latencyMs: number;
  wait: (ms: number) => Promise<unknown>;
};

/** Starts a box on 127.0.0.1 at a free port. It remembers nothing after `close`. */
export async function startFbox(options: FboxOptions): Promise<Fbox> {
  const { latencyMs = 0, wait = unhurried, wallet = createWallet(options), oneQr: terms, ...who } = options;
  const oneQr = openOneQr({ now: who.now, random: who.random, name: who.companyName }, { ...usualOneQr, ...terms });
  const box: Box = { who, ledger: emptyLedger(), wallet, oneQr, module: newModule() };
  const running = { box, lastAnswers: new Map<Route, string>(), faults: createBoxFaults(wait), latencyMs, wait };
  const { url, setCable } = await openPlug(() => listener(running));
  return {
    url,
    ledger: box.ledger,
    script: running.faults.script,
    issueCode: wallet.issueCode,
    oneQr: customerSide(oneQr, url),
    setCable,
    setTaxOffice: (state) => setTaxOffice(box, state),
    snapshot: () => takeSnapshot(box, running.faults.left()),
    close: async () => {
      running.faults.close();
      await setCable('out');
    },
  };
}

/** A timer that keeps no process alive: the question about a QR lasts two minutes. */
function unhurried(ms: number): Promise<unknown> {
  return setTimeout(ms, undefined, { ref: false });
}

function setTaxOffice(box: Box, state: FiscalModule['taxOffice']): void {
  box.module.taxOffice = state;
  if (state === 'reachable') box.module.unsent = [];
}

function listener(running: Running): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  for (const route of routes) {
    const [method = '', url = ''] = route.split(' ');
    app.route({ method, url, handler: (request, reply) => serve(running, route, request, reply) });
  }
  servePages(app, running.box.oneQr);
  return app;
}

async function serve(
  running: Running,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { box, faults, latencyMs, wait } = running;
  const struck = faults.take(route);
  const body = typeof request.body === 'string' ? request.body : '';
  const record = {
    method: request.method,
    path: request.url,
    body,
    at: box.who.now(),
    fault: struck?.fault.kind ?? null,
  };
  box.ledger.requests.push(record);
  if (latencyMs > 0) await wait(latencyMs);
  const query = queryShape.parse(request.query);
  if (route === 'GET /payment/one_qr/status' && !struck)
    await askUntilEnded(box.oneQr, query['invoice_id'], wait, hungUp(reply));
  await send(reply, await answer(running, { route, body, query }, struck), wait);
  return reply;
}

function hungUp(reply: FastifyReply): Promise<'gone'> {
  return new Promise((resolve) => {
    reply.raw.once('close', () => resolve('gone'));
  });
}
