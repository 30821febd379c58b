import { assertNever } from '../../domain/assert-never.ts';
import type { FastifyReply } from 'fastify';
import type { Sent } from './sent.ts';

/** Puts `sent` on the wire, or breaks the connection where the fault wants that; `wait` takes ms. */
export async function send(reply: FastifyReply, sent: Sent, wait: (ms: number) => Promise<unknown>): Promise<void> {
  switch (sent.kind) {
    case 'text':
      reply.code(sent.status).type(sent.type).send(sent.text);
      return;
    case 'nothing':
      reply.hijack();
      reply.raw.destroy();
      return;
    case 'cut':
      return cut(reply, sent.text, sent.afterBytes);
    case 'slow':
      return drip(reply, sent.text, sent.chunkBytes, () => wait(sent.gapMs));
    default:
      return assertNever(sent);
  }
}

async function cut(reply: FastifyReply, text: string, afterBytes: number): Promise<void> {
  const bytes = startByHand(reply, text);
  await new Promise((written) => reply.raw.write(bytes.subarray(0, afterBytes), written));
  reply.raw.destroy();
}

async function drip(reply: FastifyReply, text: string, chunk: number, pause: () => Promise<unknown>): Promise<void> {
  const bytes = startByHand(reply, text);
  for (let at = 0; at < bytes.length && !reply.raw.destroyed; at += chunk) {
    reply.raw.write(bytes.subarray(at, at + chunk));
    await pause();
  }
  reply.raw.end();
}

/** The head promises the whole body, so a till can tell that what arrived is not all of it. */
function startByHand(reply: FastifyReply, text: string): Buffer {
  const bytes = Buffer.from(text);
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  reply.raw.flushHeaders();
  return bytes;
}
