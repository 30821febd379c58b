import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Faults } from '../wire/faults.ts';
import { send } from '../wire/send.ts';
import { answer, sent, type Job, type LastAnswers } from './answer.ts';
import type { SessionRecord } from './book.ts';
import { placeOf, type Endpoint, type Place } from './endpoints.ts';
import { errors } from './errors.ts';
import type { Fault } from './faults.ts';
import type { Keys } from './keys.ts';
import { agree, refuse } from './office.ts';
import { checkoutPage } from './page.ts';
import type { Postman } from './webhooks.ts';
import { no, work, type Desk, type Said } from './works.ts';

/** Everything a running Smartpay is made of. */
export type Running = {
  desk: Desk;
  faults: Faults<Endpoint, Fault>;
  keys: Keys;
  last: LastAnswers;
  postman: Postman;
  secretKey: string;
  now: () => number;
  latencyMs: number;
  wait: (ms: number) => Promise<unknown>;
};

/** A fresh server with the API under /v1 and the page of every checkout under /checkout. */
export function listener(running: Running): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.all('/v1/*', (request, reply) => serve(running, request, reply));
  app.get<{ Params: { token: string } }>('/checkout/:token', (request, reply) =>
    showPage(running, request.params.token, reply),
  );
  app.post<{ Params: { token: string; verb: string } }>('/checkout/:token/:verb', (request, reply) => {
    const { token, verb } = request.params;
    const orderId = sessionOf(running.desk, token)?.orderId ?? '';
    if (verb === 'pay') agree(running.desk.office, orderId);
    if (verb === 'cancel') refuse(running.desk.office, orderId, 'canceled');
    return reply.redirect(`/checkout/${encodeURIComponent(token)}`, 303);
  });
  return app;
}

function sessionOf({ office }: Desk, token: string): SessionRecord | undefined {
  return office.book.sessions.find(({ url }) => url.endsWith(`/checkout/${token}`));
}

function showPage({ desk, now }: Running, token: string, reply: FastifyReply): FastifyReply {
  const session = sessionOf(desk, token);
  const order = desk.office.book.orders.find(({ id }) => id === session?.orderId);
  if (!session || !order) return reply.code(404).type('text/plain').send('No such checkout.');
  const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";
  return reply
    .type('text/html')
    .header('content-security-policy', policy)
    .send(checkoutPage(session, order, now()));
}

async function serve(running: Running, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { desk, faults, now, latencyMs, wait } = running;
  const url = new URL(request.url, 'http://local');
  const place = placeOf(request.method, url.pathname.replace(/^\/v1/, '').replace(/\/$/, ''));
  const key = headerOf(request, 'idempotency-key');
  const allowed = headerOf(request, 'authorization') === `Basic ${running.secretKey}`;
  const struck = allowed && place ? faults.take(place.endpoint) : undefined;
  const fault = struck?.fault.kind ?? null;
  const record = { endpoint: place?.endpoint ?? null, key, at: now(), fault, replayed: false };
  desk.office.book.requests.push(record);
  if (latencyMs > 0) await wait(latencyMs);
  if (!allowed || !place) {
    await send(reply, sent(no(allowed ? errors.noSuchPlace : errors.denied)), wait);
    return reply;
  }
  const text = typeof request.body === 'string' ? request.body : '';
  const asked = { place, url, text, key, replayed: () => void (record.replayed = true) };
  const job: Job = {
    endpoint: place.endpoint,
    work: () => keyed(running, asked),
    refuse: (said) => refused(running, asked, said),
    last: running.last,
  };
  await send(reply, await answer(job, struck), wait);
  return reply;
}

type Keyed = { place: Place; url: URL; text: string; key: string | null; replayed: () => void };

/** A request with a key is worked once; the same again gets the same answer, another under its key is refused. */
function keyed(running: Running, { place, url, text, key, replayed }: Keyed): Said {
  const { desk, keys } = running;
  const doIt = (): Said => work(desk, { place, query: url.searchParams, body: parse(text) });
  if (key === null || isQuestion(place)) return doIt();
  const request = requestOf(place, text);
  const before = keys.find(key, request);
  if (before === 'other') return no(errors.keyReused);
  if (before) {
    replayed();
    return before;
  }
  const said = doIt();
  keys.keep(key, request, said);
  return said;
}

/** "Too many" and the like say nothing of the request, so they are not kept for its key. */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** A refusal is an answer too: the same request under its key gets it again. */
function refused({ keys }: Running, { place, text, key }: Keyed, said: Said): Said {
  const isKept = key !== null && !isQuestion(place) && said.status < 500 && !passing.has(said.status);
  if (isKept) keys.keep(key, requestOf(place, text), said);
  return said;
}

function isQuestion({ endpoint }: Place): boolean {
  return endpoint.endsWith('.get') || endpoint.endsWith('.list');
}

function requestOf({ endpoint, id }: Place, text: string): string {
  return `${endpoint} ${id} ${text}`;
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const header = request.headers[name];
  return typeof header === 'string' ? header : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
