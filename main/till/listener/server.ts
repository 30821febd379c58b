import type { Socket } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TillSettings } from '../settings.ts';
import { admission, plainAddress } from './admission.ts';
import type { Answered, Away, CallRoute, Incoming } from './call.ts';
import { noteSparingly } from './notes.ts';
import type { TurnedAway } from './notes.ts';

/** What one stranger can make the till do at most. */
export type Limits = {
  /** Bytes of a body. Nothing a provider sends comes near it; the largest documented one is a few kilobytes. */
  body: number;
  /** Calls of one address in a minute: Payme's busiest shop is far below, a script is not. */
  calls: number;
  /** How long (ms) a request may take to arrive, and a connection may be silent. */
  patience: number;
  connections: number;
};

const usual: Limits = { body: 64 * 1024, calls: 300, patience: 10_000, connections: 200 };

/** One address of the listener: answers POST with what `handle` says. */
export type Served = Pick<CallRoute, 'path' | 'turnAway'> & { handle(incoming: Incoming): Promise<Answered> };

export type ServerParts = {
  settings: NonNullable<TillSettings['listener']>;
  routes: readonly Served[];
  /** Told of calls that no route read, sparingly. */
  turnedAway(call: TurnedAway): void;
  /** A clock nobody can set (ms). */
  steady: () => number;
  limits?: Partial<Limits>;
};

/**
 * The HTTP server providers call. It reads raw bodies of any content type (providers send odd ones), limits their size and their
 * number, lets only allowed addresses in, and answers nothing but its routes and `/health`. Throws when the port is taken.
 */
export async function openServer(parts: ServerParts): Promise<FastifyInstance> {
  const limits = { ...usual, ...parts.limits };
  const away = turnAways(parts);
  const server = fastify({
    ...serverOptions(limits),
    // One proxy, and only what it says itself: whatever stands before the last address was written by the caller.
    trustProxy: parts.settings.behindProxy ? (_address: string, hop: number) => hop === 0 : false,
    frameworkErrors: (_error, request, reply) => void away(request, reply, 'broken'),
    clientErrorHandler: (error, socket) => away.unread(error, socket),
  });
  server.server.maxConnections = limits.connections;
  await server.register(rateLimit, { global: false });
  const count = server.createRateLimit({ max: limits.calls, timeWindow: 60_000 });
  const isAllowed = admission(parts.settings.allow);
  const typeOf = takeBytes(server);
  server.addHook('onRequest', async (request, reply) => {
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) return away(request, reply, 'too-many');
    return isAllowed(plainAddress(request.ip)) ? undefined : away(request, reply, 'not-allowed');
  });
  server.setNotFoundHandler((request, reply) => away(request, reply, 'no-such-address'));
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => away(request, reply, whyOf(error)));
  server.get('/health', async () => ({ ok: true }));
  for (const route of parts.routes)
    server.all(route.path, (request, reply) =>
      request.method === 'POST' ? answer(route, request, reply, typeOf(request)) : away(request, reply, 'verb'),
    );
  await server.listen({ host: parts.settings.host, port: parts.settings.port });
  return server;
}

/** Every body is bytes, whatever it is called, also where that is no type at all; gives what a request called its body. */
function takeBytes(server: FastifyInstance): (request: FastifyRequest) => string | undefined {
  const called = new WeakMap<FastifyRequest, string | undefined>();
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.addHook('onRequest', async (request) => {
    called.set(request, request.headers['content-type']);
    request.headers['content-type'] = 'application/octet-stream';
  });
  return (request) => called.get(request);
}

/** A client that sends its request drop by drop is looked at every second; stopping waits for nobody. */
function serverOptions({ body, patience }: Limits) {
  return {
    bodyLimit: body,
    requestTimeout: patience,
    connectionTimeout: patience,
    keepAliveTimeout: Math.min(5000, patience),
    http: { requestTimeout: patience, headersTimeout: patience, connectionsCheckingInterval: Math.min(1000, patience) },
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    logger: false,
  } as const;
}

const statuses = {
  'not-allowed': 403,
  verb: 405,
  'too-large': 413,
  broken: 400,
  'too-many': 429,
  internal: 503,
  'no-such-address': 404,
} as const satisfies Record<Away, number> & Record<string, number>;

function whyOf({ statusCode = 500 }: { statusCode?: number }): Away {
  if (statusCode === 413) return 'too-large';
  return statusCode >= 400 && statusCode < 500 ? 'broken' : 'internal';
}

type TurnAway = {
  (request: FastifyRequest, reply: FastifyReply, why: keyof typeof statuses): FastifyReply;
  /** Bytes that are no HTTP, or never became a request: nobody knows whom they were for. Who says too little is not told of. */
  unread(error: { code?: string }, socket: Socket): void;
};

/** Answers whoever is turned away, with an empty body or in the words of the route's own protocol, and tells of it. */
function turnAways({ routes, turnedAway, steady }: ServerParts): TurnAway {
  const note = noteSparingly(turnedAway, steady);
  const away = (request: FastifyRequest, reply: FastifyReply, why: keyof typeof statuses): FastifyReply => {
    note({ route: pathOf(request), ip: plainAddress(request.ip), reason: why });
    const route = routes.find(({ path }) => path === request.routeOptions.url);
    const words = why === 'no-such-address' ? undefined : route?.turnAway?.(why);
    return words ? reply.code(200).type(words.contentType).send(words.body) : reply.code(statuses[why]).send();
  };
  return Object.assign(away, {
    unread: (error: { code?: string }, socket: Socket): void => {
      if (error.code === 'ECONNRESET' || socket.destroyed) return;
      const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
      if (!late) note({ route: '', ip: plainAddress(socket.remoteAddress ?? ''), reason: 'broken' });
      const status = late ? '408 Request Timeout' : '400 Bad Request';
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy());
    },
  });
}

/** Where a call went, without the question behind the path: it may hold anything. */
function pathOf({ routeOptions, url }: FastifyRequest): string {
  return routeOptions.url ?? url.split('?')[0]?.slice(0, 64) ?? '';
}

async function answer(
  route: Served,
  request: FastifyRequest,
  reply: FastifyReply,
  type: string | undefined,
): Promise<FastifyReply> {
  const { status, contentType, body } = await route.handle({
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    headers: { ...headersOf(request), 'content-type': type },
    ip: plainAddress(request.ip),
  });
  return reply.code(status).type(contentType).send(body);
}

/** A header sent twice is taken as not sent: nobody honest sends two signatures. */
function headersOf({ headers }: FastifyRequest): Incoming['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
}
