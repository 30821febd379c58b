import { setTimeout } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answer, type Desk } from './answer.ts';
import { newModule, type Box, type FiscalModule, type Identity } from './box.ts';
import { createCodes, type CodeTerms } from './codes.ts';
import { createFaults, type Faults, type Rule, type Script } from './faults.ts';
import { emptyLedger, type LedgerView } from './ledger.ts';
import { routes, type Route } from './routes.ts';
import { send } from './send.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

/** `latencyMs` delays every answer; `wait` (ms) is the timer behind it and behind delays and slow bytes. */
export type FboxOptions = Identity & { latencyMs?: number; wait?: (ms: number) => Promise<unknown> };

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

type Running = Desk & { faults: Faults; latencyMs: number; wait: (ms: number) => Promise<unknown> };

/** Starts a box on 127.0.0.1 at a free port. It remembers nothing after `close`. */
export async function startFbox(options: FboxOptions): Promise<Fbox> {
  const { latencyMs = 0, wait = (ms: number) => setTimeout(ms), ...who } = options;
  const box: Box = { who, ledger: emptyLedger(), codes: createCodes(who.now, who.random), module: newModule() };
  const running = { box, lastAnswers: new Map<Route, string>(), faults: createFaults(wait), latencyMs, wait };
  let server: FastifyInstance | undefined = listener(running);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const unplug = async () => {
    await server?.close();
    server = undefined;
  };
  const plugIn = async () => {
    if (server) return;
    server = listener(running);
    await server.listen({ host: '127.0.0.1', port: Number(new URL(url).port) });
  };
  return {
    url,
    ledger: box.ledger,
    script: running.faults.script,
    issueCode: box.codes.issue,
    setCable: (cable) => (cable === 'in' ? plugIn() : unplug()),
    setTaxOffice: (state) => setTaxOffice(box, state),
    snapshot: () => takeSnapshot(box, running.faults.left()),
    close: async () => {
      running.faults.close();
      await unplug();
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
