import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Cashbox } from './cashbox.ts';
import { factsOf, goAway, open, press } from './hosted.ts';
import { checkoutPage, lostPage, outcomePage } from './page.ts';

/** Serves the checkout of links and receipts; `afterwards` is called when somebody pressed a button. */
export function hostPages(app: FastifyInstance, cashbox: Cashbox, afterwards: () => void): void {
  app.get('/*', (request, reply) => {
    const opened = open(cashbox, request.url);
    return html(reply, opened ? 200 : 404, opened ? checkoutPage(factsOf(opened)) : lostPage());
  });
  app.post('/*', async (request, reply) => {
    const opened = open(cashbox, request.url);
    if (!opened) return html(reply, 404, lostPage());
    const act = actOf(request);
    const card = act === 'empty' ? 'empty' : 'good';
    const outcome = act === 'decline' ? goAway(opened) : await press(cashbox, opened, { card });
    afterwards();
    return html(reply, 200, outcomePage(factsOf(opened), outcome));
  });
}

function actOf(request: FastifyRequest): string | null {
  return typeof request.body === 'string' ? new URLSearchParams(request.body).get('act') : null;
}

function html(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(text);
}
