import { createHmac } from 'node:crypto';
import { request } from 'undici';
import type { DeliveryRecord } from './book.ts';

/** Smartpay publishes no names of events; these are ours, so nobody may depend on them. */
export type EventType = 'order.authorized' | 'order.rejected' | 'order.canceled' | 'payment.created' | 'refund.created';

/** Where events go, under which subscription, and the base62 secret they are signed with. */
export type Subscription = { url: string; subscriptionId: string; secret: string };

/** An event with the object it is about, in the shape of the API reference (receive webhooks). */
export type Event = { id: string; type: EventType; createdAt: number; test: boolean; data: unknown };

export type Postman = {
  subscribe: (to: Subscription | null) => void;
  post: (event: Event) => void;
  close: () => void;
};

type Tools = { now: () => number; wait: (ms: number) => Promise<unknown>; note: (delivery: DeliveryRecord) => void };

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
const timeoutMs = 10_000;

/**
 * Posts events until they are answered with 200 (webhooks overview); the pauses double from a second to a minute, for the
 * real ones are not published. Every try is signed anew, with its own time in ms.
 */
export function createPostman({ now, wait, note }: Tools): Postman {
  let subscription: Subscription | null = null;
  const office = { open: true };
  const deliver = async (event: Event, to: Subscription): Promise<void> => {
    for (let pause = firstPauseMs; office.open; pause = Math.min(pause * 2, longestPauseMs)) {
      const at = now();
      const status = await postOnce(event, to, at);
      note({ eventId: event.id, type: event.type, at, status });
      if (status === 200) return;
      await wait(pause);
    }
  };
  return {
    subscribe: (to) => void (subscription = to),
    post: (event) => {
      if (subscription) void deliver(event, subscription);
    },
    close: () => void (office.open = false),
  };
}

async function postOnce(event: Event, to: Subscription, at: number): Promise<number | null> {
  const { id, type, createdAt, test, data } = event;
  const eventData = { type, version: '2022-02-18', data };
  const body = JSON.stringify({ id, object: 'event', createdAt, test, eventData });
  const headers = { ...signed(body, String(at), to), 'content-type': 'application/json', 'smartpay-event-id': id };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await request(to.url, { method: 'POST', headers, body, signal, reset: true });
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return null;
  }
}

/** The three headers of a webhook over `body`, signed at `timestamp` (ms as text). */
export function signed(body: string, timestamp: string, to: Omit<Subscription, 'url'>): Record<string, string> {
  const hmac = createHmac('sha256', bytesOf(to.secret)).update(`${timestamp}.${body}`, 'utf8');
  return {
    'smartpay-signature': hmac.digest('hex'),
    'smartpay-signature-timestamp': timestamp,
    'smartpay-subscription-id': to.subscriptionId,
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Base62 by hand, digit by digit with a carry; the till has its own way of doing it, and the SDK a third. */
function bytesOf(secret: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of secret) {
    let carry = letters.indexOf(letter);
    for (let index = 0; index < bytes.length; index += 1) {
      carry += (bytes[index] ?? 0) * 62;
      bytes[index] = carry % 256;
      carry = Math.floor(carry / 256);
    }
    for (; carry > 0; carry = Math.floor(carry / 256)) bytes.push(carry % 256);
  }
  const zeros = /^A*/.exec(secret)?.[0].length ?? 0;
  return Uint8Array.from([...Array<number>(zeros).fill(0), ...bytes.toReversed()]);
}
