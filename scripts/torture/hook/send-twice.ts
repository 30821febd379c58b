import { subscribe } from 'node:diagnostics_channel';
import { request as send } from 'node:http';
import { field, textOf } from './calls.ts';

/** Every charge goes out a second time, as from a program that repeats a request for lack of an answer. */
export function sendTwice(): void {
  subscribe('undici:request:bodySent', (message) => {
    const request: unknown = field(message, 'request');
    const [origin, path, body] = ['origin', 'path', 'body'].map((name) => field(request, name));
    if (!isCharge(path, body)) return;
    const again = send(new URL(String(path), String(origin)), { method: 'POST', headers: headersOf(request) });
    again.on('error', () => {});
    again.on('response', (answer) => answer.resume());
    again.end(textOf(body));
  });
}

function isCharge(path: unknown, body: unknown): boolean {
  return path === '/payment/payme' || textOf(body).includes('"receipts.pay"');
}

/** undici keeps headers as a flat list of names and values, or as one text. */
function headersOf(request: unknown): Record<string, string> {
  const flat: unknown = field(request, 'headers');
  const list = Array.isArray(flat) ? flat.map(String) : String(flat).split(/: |\r\n/);
  const pairs = list.flatMap((name, at) => (at % 2 === 0 && name !== '' ? [[name, list[at + 1] ?? ''] as const] : []));
  return Object.fromEntries(pairs.filter(([name]) => !/^(connection|content-length|host)$/i.test(name)));
}
