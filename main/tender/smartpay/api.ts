import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import { call } from '../../wire/http.ts';
import type { WireRequest } from '../../wire/http.ts';
import { parseJson } from '../../wire/json.ts';
import { isUnreadable } from '../../wire/reasons.ts';
import type { LostReason, UnreadableReason, UnsentReason } from '../../wire/reasons.ts';
import { providerWords } from '../provider-words.ts';
import type { SmartpaySettings } from './settings.ts';

/** Everything but a GET carries a key: with it Smartpay hears a repeated request as the same one, for six hours. */
export type SmartpayRequest =
  | { method: 'GET'; path: string; signal?: AbortSignal }
  | { method: 'POST' | 'PUT'; path: string; key: string; body?: unknown };

/** `error` is Smartpay's own final "no"; what may pass by itself is `unknown`. `code` is safe to show and to store. */
export type SmartpayReply =
  | { kind: 'success'; value: unknown }
  | { kind: 'error'; code: string; message: string }
  | { kind: 'nothing-sent'; reason: UnsentReason }
  | { kind: 'unknown'; reason: LostReason | UnreadableReason };

/** A question that taught nothing: nobody was reached, or what came back can be acted on by nobody. */
export type Unanswered = { kind: 'unreachable'; reason: string } | { kind: 'unclear'; reason: string; message: string };

/** Asking moves no money and every other call may be repeated with its key, so none needs to wait long. */
const timeoutMs = 10_000;

/** Asks Smartpay once. Never throws; whether the call may be made again is the caller's rule. */
export async function askSmartpay(settings: SmartpaySettings, request: SmartpayRequest): Promise<SmartpayReply> {
  const signal = request.method === 'GET' ? request.signal : undefined;
  const result = await call(wire(settings, request), { timeoutMs, signal, onlyOrigin: settings.onlyOrigin });
  return result.kind === 'answer' ? readSmartpay(result.status, result.body, settings.secretKey) : result;
}

/** "Basic" is followed by the key as it is, not by base64 of it (Smartpay's API reference and Node SDK). */
function wire(settings: SmartpaySettings, request: SmartpayRequest): WireRequest {
  const { method, path } = request;
  const authorization = `Basic ${settings.secretKey}`;
  const url = settings.baseUrl.replace(/\/+$/, '') + path;
  if (request.method === 'GET') return { method, url, headers: { authorization } };
  const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
  return { method, url, headers: { authorization, 'idempotency-key': request.key }, ...body };
}

const failure = z.object({ errorCode: z.string().min(1), message: z.string().nullish() });

/** "Too many", "too early" and the like say nothing about the request itself. */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/**
 * Reads an answer: success is a 2xx status with JSON, an error is a 4xx status with JSON that has an `errorCode`. Whatever else
 * arrives is unknown. `secretKey` is struck out of words that echo it.
 */
function readSmartpay(status: number, body: string, secretKey: string): SmartpayReply {
  const good = status >= 200 && status < 300;
  if (!good && (status < 400 || status >= 500 || passing.has(status)))
    return { kind: 'unknown', reason: 'http-status' };
  if (body.trim() === '') return { kind: 'unknown', reason: good ? 'empty' : 'http-status' };
  const value = parseJson(body);
  if (value === undefined) return { kind: 'unknown', reason: good ? 'not-json' : 'http-status' };
  if (good) return { kind: 'success', value };
  const said = failure.safeParse(value);
  if (!said.success) return { kind: 'unknown', reason: 'http-status' };
  const message = providerWords(said.data.message ?? '', secretKey);
  return { kind: 'error', code: reasonCode(said.data.errorCode), message };
}

/** The code of an error as a reason: only one that looks like Smartpay's own ("amount.insufficient") is repeated. */
function reasonCode(said: string): string {
  return /^[a-z][a-z0-9._-]{0,60}$/.test(said) ? said : 'unnamed-error';
}

/** Names a reply that is no success, for questions that may be repeated freely. */
export function withoutAnswer(reply: Exclude<SmartpayReply, { kind: 'success' }>): Unanswered {
  switch (reply.kind) {
    case 'error':
      return { kind: 'unclear', reason: `smartpay-${reply.code}`, message: reply.message };
    case 'nothing-sent':
      return { kind: 'unreachable', reason: reply.reason };
    case 'unknown':
      return isUnreadable(reply.reason)
        ? { kind: 'unclear', reason: reply.reason, message: '' }
        : { kind: 'unreachable', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}
