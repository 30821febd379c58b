import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { endInvoice, findInvoice, payInvoice, type OneQrOffice } from './office.ts';
import { invoicePage } from './page.ts';

const params = z.object({ invoice: z.string() });

/** The customer's side of UzQR on the box's own address; what happens here is no request to the box. */
export function servePages(app: FastifyInstance, office: OneQrOffice): void {
  const show = (reply: FastifyReply, raw: unknown, act: 'look' | 'pay' | 'decline'): FastifyReply => {
    const invoice = findInvoice(office, params.parse(raw).invoice);
    if (!invoice) return reply.code(404).type('text/plain; charset=utf-8').send('UzQR: 404');
    if (act === 'pay') payInvoice(office, invoice);
    if (act === 'decline') endInvoice(office, invoice, 'declined');
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    return reply.type('text/html; charset=utf-8').send(invoicePage(office.name, invoice));
  };
  app.get('/one_qr/:invoice', (request, reply) => show(reply, request.params, 'look'));
  app.post('/one_qr/:invoice/pay', (request, reply) => show(reply, request.params, 'pay'));
  app.post('/one_qr/:invoice/decline', (request, reply) => show(reply, request.params, 'decline'));
}
