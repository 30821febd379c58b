import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { startFlitt, type FlittOptions } from '../../../../main/training/flitt/server.ts';
import { morning, seeded } from '../fbox/rig.ts';

export { morning };

export const merchantId = '1549901';

/** An answer as it came, read without parsing: these tests compare it whole. */
export type Answer = ReturnType<typeof JSON.parse>;

type Said = Record<string, string | number>;

/** A signature by the words of the documents. */
export function sign(said: Said, key = 'test'): string {
  const names = Object.keys(said)
    .filter((name) => said[name] !== '')
    .toSorted();
  return createHash('sha1')
    .update([key, ...names.map((name) => said[name])].join('|'))
    .digest('hex');
}

export const order = {
  order_id: 'a1',
  order_desc: 'Baraka Market',
  amount: 100_000,
  currency: 'UZS',
  payment_systems: 'paybypayme',
  payment_method: 'paybypayme',
  lifetime: 600,
};

export const failed = (code: number, message: string) => ({
  response: { response_status: 'failure', error_code: String(code), error_message: message, request_id: 'training' },
});

/** A shop's end of the wire and the Flitt behind it, with a clock that moves only by hand. */
export async function startRig(options: Partial<FlittOptions> = {}) {
  let at = morning;
  const flitt = await startFlitt({ now: () => at, random: seeded(7), merchantId, secret: 'test', ...options });
  onTestFinished(() => flitt.close());
  const post = (path: string, body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${flitt.url}/api/${path}`, { method: 'POST', body, headers, redirect: 'manual' });
  const signed = (said: Said, key = 'test'): Said => {
    const all = { merchant_id: Number(merchantId), ...said };
    return { ...all, signature: sign(all, key) };
  };
  const call = async (path: string, said: Said, key = 'test'): Promise<Answer> =>
    (await post(path, JSON.stringify({ request: signed(said, key) }))).json();
  return {
    flitt,
    post,
    signed,
    call,
    pass: (ms: number) => void (at += ms),
    status: async (orderId = 'a1'): Promise<Answer> => (await call('status/order_id', { order_id: orderId })).response,
    /** A fresh order; gives the address of its page. */
    create: async (changes: Said = {}): Promise<string> =>
      (await call('checkout/url', { ...order, ...changes })).response.checkout_url,
  };
}
