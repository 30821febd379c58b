import { Client } from 'undici';
import { longestConnectMs, oneConnection } from './one-connection.ts';
import { isAllowed } from './origin.ts';
import { lostReason, unsentReason } from './reasons.ts';
import type { LostReason, UnsentReason } from './reasons.ts';

/** `body` is JSON text, sent as it is; `headers` may hold credentials, so nothing of them is ever said in a result. */
export type WireRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  body?: string;
  headers?: Readonly<Record<string, string>>;
};

/**
 * `timeoutMs` bounds the whole call; `signal` ends it earlier, for questions nobody waits for any more. `onlyOrigin` is the guard
 * of training: any other origin is refused.
 */
export type WireOptions = {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
  onlyOrigin?: string | undefined;
};

/**
 * `nothing-sent` is proof that not one byte of the request left the till; only then may a charge be sent again.
 * `unknown`: some of it may have arrived, and what the other side did with it cannot be told from here.
 */
export type WireResult =
  | { kind: 'answer'; status: number; body: string }
  | { kind: 'nothing-sent'; reason: UnsentReason }
  | { kind: 'unknown'; reason: LostReason };

/** Answers of the trade are a few kilobytes; more is a fault of the other side, and must not fill the till's memory. */
const largestBody = 1024 * 1024;

const deadline = new Error('deadline');

/**
 * One request, one fresh connection, one answer; never repeated, never redirected, never thrown from.
 * A kept-alive connection is not used because a request written to a line the other side has just closed
 * proves nothing, and that is the commonest way to charge a customer twice.
 */
export async function call(request: WireRequest, options: WireOptions): Promise<WireResult> {
  if (!isAllowed(request.url, options.onlyOrigin)) return { kind: 'nothing-sent', reason: 'wrong-origin' };
  const line = oneConnection(Math.min(options.timeoutMs, longestConnectMs));
  const progress = { late: false, answered: false };
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    const opened = openClient(new URL(request.url).origin, line.connect);
    client = opened;
    const end = (): void => {
      progress.late = true;
      void opened.destroy(deadline);
    };
    timer = setTimeout(end, options.timeoutMs);
    options.signal?.addEventListener('abort', end, { once: true });
    if (options.signal?.aborted) end();
    return await exchange(opened, request, progress);
  } catch (error) {
    if (!line.handedOver()) return { kind: 'nothing-sent', reason: unsentReason(error, request.url, progress.late) };
    return { kind: 'unknown', reason: lostReason(error, progress) };
  } finally {
    line.close();
    clearTimeout(timer);
    void client?.destroy();
  }
}

/** undici's own time-outs are off: they run on a coarse clock and would hide which deadline was missed. */
function openClient(origin: string, connect: ReturnType<typeof oneConnection>['connect']): Client {
  return new Client(origin, {
    connect,
    pipelining: 0,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: largestBody,
  });
}

async function exchange(client: Client, request: WireRequest, progress: { answered: boolean }): Promise<WireResult> {
  const { pathname, search } = new URL(request.url);
  const headers = { accept: 'application/json', ...(request.body !== undefined && jsonHeaders), ...request.headers };
  const { statusCode, body } = await client.request({
    method: request.method,
    path: pathname + search,
    headers,
    body: request.body ?? null,
    reset: true,
  });
  progress.answered = true;
  return { kind: 'answer', status: statusCode, body: await body.text() };
}

const jsonHeaders = { 'content-type': 'application/json' };
