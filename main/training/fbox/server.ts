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
import { routes, type Route } from './routes.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

/**
 * `latencyMs` delays every answer; `wait` (ms) is the timer behind it and behind delays and slow bytes. `wallet` holds the
 * customers and Payme's book; without it the box has one of its own.
 */
export type FboxOptions = Identity & {
  latencyMs?: number;
  wait?: (ms: number) => Promise<unknown>;
  wallet?: Wallet;
};

/** A running box. Its `ledger` tells what really happened, whatever the till was told. */
export type Fbox = {
  url: string;
  ledger: LedgerView;
  script: (rules: readonly Rule[]) => Script;
  /** A fresh customer's code: usable once, two minutes long, ten million sums behind it unless `terms` say otherwise. */
  issueCode: (terms?: Partial<CodeTerms>) => string;
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
  const { latencyMs = 0, wait = (ms: number) => setTimeout(ms), wallet = createWallet(options), ...who } = options;
  const box: Box = { who, ledger: emptyLedger(), wallet, module: newModule() };
  const running = { box, lastAnswers: new Map<Route, string>(), faults: createBoxFaults(wait), latencyMs, wait };
  const { url, setCable } = await openPlug(() => listener(running));
  return {
    url,
    ledger: box.ledger,
    script: running.faults.script,
    issueCode: wallet.issueCode,
    setCable,
    setTaxOffice: (state) => setTaxOffice(box, state),
    snapshot: () => takeSnapshot(box, running.faults.left()),
    close: async () => {
      running.faults.close();
      await setCable('out');
    },
  };
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
  await send(reply, await answer(running, { route, body, query }, struck), wait);
  return reply;
}
