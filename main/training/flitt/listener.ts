import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Faults } from '../wire/faults.ts';
import { send } from '../wire/send.ts';
import { answer, type Desk } from './answer.ts';
import type { Fault } from './faults.ts';
import type { RequestRecord } from './ledger.ts';
import type { Orders } from './orders.ts';
import { errorPage, page, pagePath } from './page.ts';
import { arrive, textOf, type Arrived } from './request.ts';
import type { Shop } from './shop.ts';
import { endpoints, works, type Endpoint } from './works.ts';

/** A Flitt at work: its desk, the faults it waits for, what it was asked; `wait` takes ms. */
export type Running = Desk & {
  now: () => number;
  faults: Faults<Endpoint, Fault>;
  requests: RequestRecord[];
  latencyMs: number;
  wait: (ms: number) => Promise<unknown>;
};

/** Flitt's doors: the endpoints, whatever a body calls itself, and the hosted pages. */
export function listener(running: Running): FastifyInstance {
  const app = fastify({ forceCloseConnections: true, routerOptions: { ignoreTrailingSlash: true } });
  app.removeAllContentTypeParsers();
  app.addHook('onRequest', async ({ headers }) => {
    // Flitt's own libraries name their bodies in a way no server could parse, and are answered.
    headers['content-type'] = 'text/plain';
  });
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  for (const endpoint of endpoints) {
    app.post(`/api/${endpoint}`, (request, reply) => serve(running, endpoint, request, reply));
  }
  app.get(pagePath, (request, reply) =>
    reply.type('text/html').send(page(running.shop.orders.ofToken(query(request, 'token')))),
  );
  app.post(pagePath, (request, reply) => press(running.shop.orders, request, reply));
  return app;
}

async function serve(
  running: Running,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { faults, requests, now, latencyMs, wait } = running;
  const arrived = arrive(typeof request.body === 'string' ? request.body : '');
  const struck = faults.take(endpoint);
  const orderId = (arrived.said && textOf(arrived.said, 'order_id')) || null;
  requests.push({ endpoint, orderId, at: now(), fault: struck?.fault.kind ?? null });
  if (latencyMs > 0) await wait(latencyMs);
  if (endpoint === 'checkout/redirect' && !struck) return redirect(running.shop, arrived, reply);
  await send(reply, await answer(running, { endpoint, arrived }, struck), wait);
  return reply;
}

/** A browser is led to the page, or told why not. */
function redirect(shop: Shop, { said }: Arrived, reply: FastifyReply): FastifyReply {
  const made = works['checkout/redirect'](shop, said);
  if (made.ok) return reply.redirect(textOf(made.said, 'checkout_url'), 302);
  return reply.type('text/html').send(errorPage(made.error));
}

/** A customer pressed a button; the page is shown anew. */
function press(orders: Orders, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const token = query(request, 'token');
  if (query(request, 'act') === 'pay') orders.pay(token);
  if (query(request, 'act') === 'decline') orders.decline(token);
  return reply.redirect(`?token=${encodeURIComponent(token)}`, 303);
}

function query(request: FastifyRequest, name: string): string {
  return new URL(request.url, 'http://training').searchParams.get(name) ?? '';
}
