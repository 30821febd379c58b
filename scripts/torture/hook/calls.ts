import { subscribe } from 'node:diagnostics_channel';
import { boundary } from './boundaries.ts';

/**
 * Puts boundaries around the bytes of every HTTP call: the line stands and nothing is written; the request is about to
 * be written; it has been written; the answer's head is there; the whole answer is there and nobody has read it.
 * undici publishes these moments synchronously, inside the very turn in which they happen.
 */
const moments = {
  'undici:client:connected': 'connected',
  'undici:client:sendHeaders': 'before the first byte',
  'undici:request:bodySent': 'request written',
  'undici:request:headers': 'answer begins',
  'undici:request:trailers': 'answer there',
} as const;

/** Watches all calls of this process from now on. */
export function watchCalls(): void {
  for (const [channel, moment] of Object.entries(moments)) {
    subscribe(channel, (message) => boundary('call', `${moment}${callOf(message)}`));
  }
}

/** The JSON-RPC method, or method and path, of the request a message is about, or nothing for a connection. */
function callOf(message: unknown): string {
  const request: unknown = field(message, 'request');
  const [method, path] = [field(request, 'method'), field(request, 'path')];
  if (typeof method !== 'string' || typeof path !== 'string') return '';
  const rpc = /"method"\s*:\s*"(receipts\.\w+)"/.exec(textOf(field(request, 'body')))?.[1];
  return ` ${rpc ?? `${method} ${path.replace(/\?.*$/, '').replace(/\/$/, '')}`}`;
}

/** A request's body as undici keeps it. */
export function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '';
}

/** A property of something unknown. */
export function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
