import { isUnreadable } from '../../wire/reasons.ts';
import { providerWords } from '../provider-words.ts';
import { askFlitt } from './api.ts';
import type { FlittReply } from './api.ts';
import { isNotFound } from './errors.ts';
import { readPayment } from './payment.ts';
import type { FlittPayment } from './payment.ts';
import type { FlittSettings } from './settings.ts';

/** A question moves no money and is asked again by schedule, so none needs to wait long. */
export const questionTimeoutMs = 10_000;

/** A question that taught nothing: nobody was reached, or what came back can be acted on by nobody. */
export type Unanswered = { kind: 'unreachable'; reason: string } | { kind: 'unclear'; reason: string; message: string };

/** What /api/status/order_id told of an order; `payment` is signed by Flitt, but not yet compared with anything of ours. */
export type StatusAnswer = { kind: 'known'; payment: FlittPayment } | { kind: 'not-found' } | Unanswered;

/** Asks for an order by our own id. May be repeated freely. Never throws. */
export async function askStatus(settings: FlittSettings, orderId: string, signal?: AbortSignal): Promise<StatusAnswer> {
  return statusAnswer(await askStatusRaw(settings, orderId, signal), settings.secret);
}

/** The same, as it was answered: whether an order stands needs no signature. */
export function askStatusRaw(settings: FlittSettings, orderId: string, signal?: AbortSignal): Promise<FlittReply> {
  const parameters = { order_id: orderId };
  return askFlitt(settings, { path: 'status/order_id', parameters, timeoutMs: questionTimeoutMs, signal });
}

function statusAnswer(reply: FlittReply, secret: string): StatusAnswer {
  if (reply.kind === 'failure' && isNotFound(reply.code)) return { kind: 'not-found' };
  if (reply.kind !== 'success') return withoutAnswer(reply);
  const read = readPayment(reply.fields, secret);
  return read.ok ? { kind: 'known', payment: read.payment } : { kind: 'unclear', reason: read.reason, message: '' };
}

/** Names a reply that is no success, for calls that may be repeated. */
export function withoutAnswer(reply: Exclude<FlittReply, { kind: 'success' }>): Unanswered {
  if (reply.kind === 'failure') {
    return { kind: 'unclear', reason: `flitt-${reply.code}`, message: providerWords(reply.message) };
  }
  if (reply.kind === 'nothing-sent' || !isUnreadable(reply.reason))
    return { kind: 'unreachable', reason: reply.reason };
  return { kind: 'unclear', reason: reply.reason, message: '' };
}
