import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../../wire/json.ts';
import { decodeBase62 } from './base62.ts';
import { modeOfId } from './settings.ts';

/** A call as it arrived: the raw body, header names in lower case; `secrets` by the subscription they belong to; `now` in ms. */
export type SmartpayCall = {
  body: Uint8Array;
  headers: Readonly<Record<string, string | undefined>>;
  secrets: ReadonlyMap<string, string>;
  now: number;
};

/**
 * A call that Smartpay signed. `orderId` is the order it is about, null when it names none that can be found; `eventId` is the
 * same at every try of Smartpay's. Nothing else of it is believed: the order is asked about before anything changes.
 */
export type HeardSmartpay =
  | { ok: true; orderId: string | null; eventId: string | null }
  | { ok: false; reason: WebhookFault };

export type WebhookFault =
  | 'header-missing'
  | 'subscription-unknown'
  | 'secret-unreadable'
  | 'signature-wrong'
  | 'timestamp-wrong'
  | 'too-old'
  | 'not-json';

/**
 * How far (ms) the signed time may lie from ours, before or after. Smartpay sets no limit; five minutes are the most a clock
 * of a till may be wrong (the fiscal box refuses to work beyond), and a call refused here costs nothing but a later question.
 */
export const oldestCallMs = 300_000;

/**
 * Whether a webhook is Smartpay's: hex HMAC-SHA256 over `<timestamp>.<raw body>` with the base62-decoded secret of its
 * subscription (Smartpay's Node SDK), compared in constant time, and not older than `oldestCallMs`. Never throws.
 */
export function verifySmartpayWebhook({ body, headers, secrets, now }: SmartpayCall): HeardSmartpay {
  const signature = headers['smartpay-signature'];
  const timestamp = headers['smartpay-signature-timestamp'];
  const subscription = headers['smartpay-subscription-id'];
  if (!signature || !timestamp || !subscription) return refused('header-missing');
  const secret = secrets.get(subscription);
  if (secret === undefined) return refused('subscription-unknown');
  const key = decodeBase62(secret);
  if (!key) return refused('secret-unreadable');
  if (!isSignature(signature, sign(key, timestamp, body))) return refused('signature-wrong');
  const signedAt = timeOf(timestamp);
  if (signedAt === undefined) return refused('timestamp-wrong');
  if (Math.abs(now - signedAt) > oldestCallMs) return refused('too-old');
  const event = parseJson(Buffer.from(body).toString('utf8'));
  return event === undefined ? refused('not-json') : { ok: true, ...subjectOf(event) };
}

function sign(key: Uint8Array, timestamp: string, body: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`${timestamp}.`, 'utf8').update(body).digest();
}

/** Lower case only, as Smartpay writes it and as its SDK compares it. */
function isSignature(said: string, right: Buffer): boolean {
  return /^[0-9a-f]{64}$/.test(said) && timingSafeEqual(Buffer.from(said, 'hex'), right);
}

/** The unit of the signed time is not documented: what would be later than the year 5138 in seconds are milliseconds. */
function timeOf(timestamp: string): number | undefined {
  if (!/^\d{9,16}$/.test(timestamp)) return undefined;
  const time = Number(timestamp);
  return time < 100_000_000_000 ? time * 1000 : time;
}

const orderId = z.string().refine((id) => modeOfId('order', id) !== undefined);
const ofOrder = z.object({ id: orderId }).transform(({ id }) => id);
const withOrder = z.object({ order: z.union([orderId, ofOrder]) }).transform(({ order }) => order);
const about = z.object({ eventData: z.object({ data: z.union([ofOrder, withOrder]) }) });

/**
 * The names of the events are not published, so none is looked at. The object an event is about lies in `eventData.data` (API
 * reference, receive webhooks): an order, or something that names its order.
 */
function subjectOf(event: unknown): { orderId: string | null; eventId: string | null } {
  const eventId = z.object({ id: z.string().regex(/^evt_\w{1,80}$/) }).safeParse(event).data?.id ?? null;
  return { orderId: about.safeParse(event).data?.eventData.data ?? null, eventId };
}

function refused(reason: WebhookFault): HeardSmartpay {
  return { ok: false, reason };
}
