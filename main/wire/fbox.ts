import { z } from 'zod';
import { call } from './http.ts';
import { parseJson } from './json.ts';
import type { LostReason, UnreadableReason, UnsentReason } from './reasons.ts';

/** Where an FBOX is. `baseUrl` may end in a slash; `onlyOrigin` is the guard of training. */
export type FboxAddress = { baseUrl: string; onlyOrigin?: string | undefined };

/** `path` as FBOX documents it, slashes included; `body` becomes JSON. */
export type FboxRequest = { method: 'GET' | 'POST'; path: string; query?: Record<string, string>; body?: unknown };

/**
 * FBOX's own word of failure; `code` is null when it came as plain text. `details` is `message` when that is itself JSON text
 * (a map of field faults, say).
 */
export type FboxError = { code: number | null; message: string; details: unknown; data: unknown };

export type FboxReply =
  | { kind: 'success'; data: unknown }
  | { kind: 'error'; error: FboxError; data: unknown }
  | { kind: 'nothing-sent'; reason: UnsentReason }
  | { kind: 'unknown'; reason: LostReason | UnreadableReason };

const errorObject = z.object({ code: z.int(), message: z.string().nullish(), data: z.unknown().optional() });

/** The body schema of the Payme Go page allows `error` to be a plain text as well as an object. */
const envelope = z.object({
  data: z.unknown().optional(),
  error: z.union([z.null(), z.string(), errorObject]),
  is_success: z.boolean(),
});

/** `/zreport/*` and `/order/last/` wrap the envelope once more (FiscalBox API notes, ZReport.md and Order.md). */
const wrapped = z.object({ result: envelope }).transform((outer) => outer.result);

const anyEnvelope = z.union([envelope, wrapped]);

/** Asks the box once, within `timeoutMs`. Never throws; whether the call may be made again is the caller's rule. */
export async function askFbox(box: FboxAddress, request: FboxRequest, timeoutMs: number): Promise<FboxReply> {
  const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
  const wire = { method: request.method, url: address(box.baseUrl, request), ...body };
  const result = await call(wire, { timeoutMs, onlyOrigin: box.onlyOrigin });
  return result.kind === 'answer' ? readFbox(result.status, result.body) : result;
}

/** A space goes as %20, because not every server reads "+" as one. */
function address(baseUrl: string, request: FboxRequest): string {
  const pairs = Object.entries(request.query ?? {}).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const query = pairs.length > 0 ? `?${pairs.join('&')}` : '';
  return baseUrl.replace(/\/+$/, '') + request.path + query;
}

/**
 * Reads an answer: success only when `is_success` is true and `error` is null, error only when `is_success` is false
 * and `error` says something. Whatever else arrives is unknown, because FBOX does not document it: another HTTP status
 * (it answers 200 even for errors), an empty body, no JSON, other types, or the two flags against each other.
 */
export function readFbox(status: number, body: string): FboxReply {
  if (status !== 200) return { kind: 'unknown', reason: 'http-status' };
  if (body.trim() === '') return { kind: 'unknown', reason: 'empty' };
  const json = parseJson(body);
  if (json === undefined) return { kind: 'unknown', reason: 'not-json' };
  const parsed = anyEnvelope.safeParse(json);
  return parsed.success ? judge(parsed.data) : { kind: 'unknown', reason: 'wrong-shape' };
}

function judge(answer: z.infer<typeof envelope>): FboxReply {
  if (answer.is_success === (answer.error !== null)) return { kind: 'unknown', reason: 'contradiction' };
  return answer.error === null
    ? { kind: 'success', data: answer.data }
    : { kind: 'error', error: readError(answer.error), data: answer.data };
}

function readError(error: string | z.infer<typeof errorObject>): FboxError {
  const whole = typeof error === 'string' ? { code: null, message: error, data: null } : error;
  const message = whole.message ?? '';
  return { code: whole.code, message, details: parseJson(message), data: whole.data };
}

/**
 * The fiscal module's status word inside an error: the hexadecimal prefix of the message ("902D ...") when there is
 * one, else the decimal `code` (36909 = 0x902D). The one published FBOX client reads them in this order.
 */
export function moduleCode(error: FboxError): number | null {
  const prefix = /^\s*(?:0x)?(9[0-9a-f]{3})\b/i.exec(error.message)?.[1];
  return prefix === undefined ? error.code : Number.parseInt(prefix, 16);
}

const fieldMap = z.record(z.string(), z.array(z.string()).min(1));

/** The fields FBOX found fault with, from a message like `{"payment_id":["This field may not be blank."]}`. */
export function faultyFields(error: FboxError): string[] | null {
  const parsed = fieldMap.safeParse(error.details);
  return parsed.success && Object.keys(parsed.data).length > 0 ? Object.keys(parsed.data) : null;
}
