import { z } from 'zod';
import { call } from './http.ts';
import { parseJson } from './json.ts';
import { knock } from './knock.ts';
import type { LostReason, UnreadableReason, UnsentReason } from './reasons.ts';

/** Payme's word for who asks its Subscribe API and where; `key` is a secret. `onlyOrigin` is the guard of training. */
export type Cashbox = { baseUrl: string; cashboxId: string; key: string; onlyOrigin?: string | undefined };

/** A method of the Subscribe API ("receipts.get") and its parameters. */
export type PaymeRequest = { method: string; params: Readonly<Record<string, unknown>> };

/** Payme's own word of failure; `message` is the Russian one where Payme says it in several languages. */
export type PaymeError = { code: number; message: string; data: unknown };

export type PaymeReply =
  | { kind: 'success'; result: unknown }
  | { kind: 'error'; error: PaymeError }
  | { kind: 'nothing-sent'; reason: UnsentReason }
  | { kind: 'unknown'; reason: LostReason | UnreadableReason };

const words = z.union([
  z.string(),
  z
    .record(z.string(), z.unknown())
    .transform((said) => [said['ru'], said['uz'], said['en']].find((word) => typeof word === 'string') ?? ''),
]);

const errorObject = z.object({
  code: z.int(),
  message: words.nullish().transform((message) => message ?? ''),
  data: z.unknown().optional(),
});

/** The reply of the documented receipts.pay has `id` null, so only another number than ours is held against it. */
const envelope = z.object({
  id: z.union([z.int(), z.string()]).nullish(),
  result: z.unknown().optional(),
  error: errorObject.nullish(),
});

const counted = { requests: 0 };

const knockTimeoutMs = 5_000;

/** Whether the line to the cashbox's server stands; Payme is asked for nothing. Never throws. */
export function knockPayme({ baseUrl, onlyOrigin }: Cashbox): Promise<boolean> {
  return knock(baseUrl, { timeoutMs: knockTimeoutMs, onlyOrigin });
}

/**
 * Asks the Subscribe API once, within `timeoutMs` (developer help: POST of `{id, method, params}`, header
 * `X-Auth: id:key`). `signal` ends a question nobody waits for any more. Never throws; whether the call may be made again is
 * the caller's rule.
 */
export async function askPayme(
  cashbox: Cashbox,
  request: PaymeRequest,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<PaymeReply> {
  counted.requests += 1;
  const id = counted.requests;
  const wire = {
    method: 'POST',
    url: cashbox.baseUrl.replace(/\/+$/, ''),
    headers: { 'x-auth': `${cashbox.cashboxId}:${cashbox.key}` },
    body: JSON.stringify({ id, method: request.method, params: request.params }),
  } as const;
  const result = await call(wire, { timeoutMs, signal, onlyOrigin: cashbox.onlyOrigin });
  return result.kind === 'answer' ? readPayme(result.status, result.body, id) : result;
}

/**
 * Reads the answer to request `id`: exactly one of `result` and `error` says something, on HTTP 200. Everything else is
 * unknown: another status, no JSON, other types, the number of another request, both or neither of the two.
 */
export function readPayme(status: number, body: string, id: number): PaymeReply {
  if (status !== 200) return { kind: 'unknown', reason: 'http-status' };
  if (body.trim() === '') return { kind: 'unknown', reason: 'empty' };
  const json = parseJson(body);
  if (json === undefined) return { kind: 'unknown', reason: 'not-json' };
  const parsed = envelope.safeParse(json);
  return parsed.success ? judge(parsed.data, id) : { kind: 'unknown', reason: 'wrong-shape' };
}

function judge(answer: z.infer<typeof envelope>, id: number): PaymeReply {
  if (answer.id !== null && answer.id !== undefined && String(answer.id) !== String(id)) {
    return { kind: 'unknown', reason: 'wrong-id' };
  }
  const { result = null, error = null } = answer;
  if ((result === null) === (error === null)) return { kind: 'unknown', reason: 'contradiction' };
  if (error === null) return { kind: 'success', result };
  return { kind: 'error', error: { code: error.code, message: error.message, data: error.data ?? null } };
}
