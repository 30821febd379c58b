import { onTestFinished } from 'vitest';
import { startSmartpay, type Smartpay, type SmartpayOptions } from '../../../../main/training/smartpay/server.ts';
import { morning, seeded } from '../fbox/rig.ts';
import { SmartpaySdk, type Sdk, type Told } from './sdk.ts';

export { morning, seeded };

export const testKey = 'sk_test_KTGPODEMjGTJByn1pu8psb';
export const liveKey = 'sk_live_KTGPODEMjGTJByn1pu8psb';

/** A base62 secret of a subscription, made up for the tests. */
export const secret = 'MgUfJaMacS7r5JxGxdqFiZ1hpGY9a5lZcVQZDo6s';

/** What a shop asks for, as the SDK's schema demands it. */
export const asked = {
  amount: 2500,
  currency: 'JPY',
  items: [{ name: 'Registon Market 7', amount: 2500, currency: 'JPY', quantity: 1 }],
  customerInfo: {},
  shippingInfo: { address: { line1: 'Registon', locality: 'Samarqand', postalCode: '140100', country: 'UZ' } },
  captureMethod: 'automatic',
  locale: 'en',
  successUrl: 'https://shop.example/paid',
  cancelUrl: 'https://shop.example/not-paid',
  description: 'Registon Market 7',
  reference: 'attempt-1',
  metadata: { attempt: 'attempt-1' },
};

export type Sent = { status: number; value: Told };

/** A Smartpay with a clock that moves only by hand, the SDK in front of it, and a plain call beside the SDK. */
export type Rig = {
  smartpay: Smartpay;
  sdk: Sdk;
  pass: (ms: number) => void;
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Sent>;
};

export async function startRig(options: Partial<SmartpayOptions> = {}): Promise<Rig> {
  let at = morning;
  const { secretKey = testKey } = options;
  const smartpay = await startSmartpay({ now: () => at, random: seeded(7), ...options, secretKey });
  onTestFinished(() => smartpay.close());
  const auth = { authorization: `Basic ${secretKey}` };
  const send: Rig['send'] = async (method, path, body, headers = {}) => {
    const said = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(smartpay.url + path, { method, headers: { ...auth, ...headers }, ...said });
    return { status: answer.status, value: await answer.json() };
  };
  return {
    smartpay,
    sdk: new SmartpaySdk(secretKey, { apiPrefix: smartpay.url }),
    pass: (ms) => {
      at += ms;
    },
    send,
  };
}
