import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase62 } from '../../../../main/tender/smartpay/base62.ts';
import { oldestCallMs, verifySmartpayWebhook } from '../../../../main/tender/smartpay/webhook.ts';
import type { SmartpayCall } from '../../../../main/tender/smartpay/webhook.ts';
import { signed } from '../../../../main/training/smartpay/webhooks.ts';
import { SmartpaySdk } from '../../training/smartpay/sdk.ts';
import { morning } from './rig.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const secret = 'MgUfJaMacS7r5JxGxdqFiZ1hpGY9a5lZcVQZDo6s';
const orderId = 'order_test_bA1znhGULw5lROfDTpHChv';

const event = (data: unknown) => ({
  id: 'evt_test_yETRfprzCxFsSJaJZPIENt',
  object: 'event',
  createdAt: morning,
  test: true,
  eventData: { type: 'whatever', version: '2022-02-18', data },
});

const honestBody = JSON.stringify(event({ id: orderId, object: 'order', amount: 2500, status: 'succeeded' }));

/** A call as Smartpay would make it over `body`, and what a forger changed of it afterwards. */
function arrived(body: string, changes: Partial<SmartpayCall> = {}, timestamp = String(morning)): SmartpayCall {
  const headers = signed(body, timestamp, { subscriptionId: 'sub_1', secret });
  const secrets = new Map([['sub_1', secret]]);
  return { body: Buffer.from(body), headers, secrets, now: morning + 1000, ...changes };
}

const heard = (body: string) => verifySmartpayWebhook(arrived(body));
const refused = (reason: string) => ({ ok: false, reason });

const base62 = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 64 }).map((digits) => digits.join(''));

describe('the signature', () => {
  test('the vector of the SDK, at its own time', () => {
    const signature = '2b9484f57149d000b606c2759f1f4e05be9e7394ecf38d1eaa26fb142ee05896';
    const headers = {
      'smartpay-signature': signature,
      'smartpay-signature-timestamp': '1700000000',
      'smartpay-subscription-id': 'sub_1',
    };
    const call = {
      body: Buffer.from('{"a":1}'),
      headers,
      secrets: new Map([['sub_1', secret]]),
      now: 1_700_000_000_000,
    };
    expect(verifySmartpayWebhook(call)).toEqual({ ok: true, orderId: null, eventId: null });
    expect(SmartpaySdk.calculateWebhookSignature({ data: '1700000000.{"a":1}', secret })).toBe(signature);
  });

  test("is the SDK's for every secret and every body, in both directions", () => {
    fc.assert(
      fc.property(
        base62,
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 0, max: oldestCallMs }),
        (key, body, age) => {
          const timestamp = String(morning - age);
          const signature = SmartpaySdk.calculateWebhookSignature({ data: `${timestamp}.${body}`, secret: key });
          const headers = signed(body, timestamp, { subscriptionId: 's', secret: key });
          expect(headers['smartpay-signature']).toBe(signature);
          const call = { body: Buffer.from(body), headers, secrets: new Map([['s', key]]), now: morning };
          const said = verifySmartpayWebhook(call);
          expect(said.ok || said.reason === 'not-json').toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is refused exactly where the SDK refuses it: another key, body, time or signature', () => {
    const tampering = fc.record(
      { key: base62, body: fc.string(), timestamp: fc.nat().map(String), signature: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(base62, fc.json(), tampering, (key, body, changed) => {
        const timestamp = String(morning);
        const data = `${timestamp}.${body}`;
        const honest = SmartpaySdk.calculateWebhookSignature({ data, secret: key });
        const now = { key, body, timestamp, signature: honest, ...changed };
        const theirs =
          now.signature !== '' &&
          SmartpaySdk.verifyWebhookSignature({
            data: `${now.timestamp}.${now.body}`,
            secret: now.key,
            signature: now.signature,
          });
        const said = verifySmartpayWebhook({
          body: Buffer.from(now.body),
          headers: {
            'smartpay-signature': now.signature,
            'smartpay-signature-timestamp': now.timestamp,
            'smartpay-subscription-id': 's',
          },
          secrets: new Map([['s', now.key]]),
          now: morning,
        });
        const ours = said.ok || (said.reason !== 'signature-wrong' && said.reason !== 'header-missing');
        expect(ours).toBe(theirs);
      }),
      { numRuns: 500 },
    );
  });

  test("over bytes that are no text is what the SDK's middleware makes of them", () => {
    fc.assert(
      fc.property(base62, fc.uint8Array(), (key, bytes) => {
        const timestamp = String(morning);
        const theirs: { headers: Record<string, string> } = {
          headers: {
            'smartpay-signature': '?',
            'smartpay-signature-timestamp': timestamp,
            'smartpay-subscription-id': 's',
          },
        };
        SmartpaySdk.expressWebhookMiddleware(() => key)(theirs, undefined, Buffer.from(bytes));
        const headers = { ...theirs.headers, 'smartpay-signature': theirs.headers['calculated-signature'] };
        const said = verifySmartpayWebhook({ body: bytes, headers, secrets: new Map([['s', key]]), now: morning });
        expect(said.ok || said.reason === 'not-json').toBe(true);
      }),
    );
  });

  test('a secret in another alphabet is none', () => {
    expect(['', 'abc-', 'абв', 'a b'].map(decodeBase62)).toEqual([undefined, undefined, undefined, undefined]);
    expect(['A', 'AAB', '9', 'BA'].map((text) => [...(decodeBase62(text) ?? [])])).toEqual([
      [0],
      [0, 0, 1],
      [61],
      [62],
    ]);
  });
});

describe('a forged call is refused and says why', () => {
  const honest = arrived(honestBody);
  const withHeader = (name: string, value: string | undefined) => ({ headers: { ...honest.headers, [name]: value } });

  test.each<[string, Partial<SmartpayCall>, string]>([
    ['without a signature', withHeader('smartpay-signature', undefined), 'header-missing'],
    ['without a time', withHeader('smartpay-signature-timestamp', undefined), 'header-missing'],
    ['without a subscription', withHeader('smartpay-subscription-id', undefined), 'header-missing'],
    ['of another subscription', withHeader('smartpay-subscription-id', 'sub_2'), 'subscription-unknown'],
    [
      'of a subscription every object has',
      withHeader('smartpay-subscription-id', 'constructor'),
      'subscription-unknown',
    ],
    ['with another key', { secrets: new Map([['sub_1', `${secret}A`]]) }, 'signature-wrong'],
    ['with a key that is none', { secrets: new Map([['sub_1', 'not base62']]) }, 'secret-unreadable'],
    ['moved in time', withHeader('smartpay-signature-timestamp', String(morning + 1)), 'signature-wrong'],
    [
      'in capitals',
      withHeader('smartpay-signature', honest.headers['smartpay-signature']?.toUpperCase()),
      'signature-wrong',
    ],
    ['cut short', withHeader('smartpay-signature', 'ab'), 'signature-wrong'],
    ['about another order', { body: Buffer.from(honestBody.replace(orderId, `${orderId}x`)) }, 'signature-wrong'],
    ['about another amount', { body: Buffer.from(honestBody.replace('2500', '2501')) }, 'signature-wrong'],
    ['written anew', { body: Buffer.from(JSON.stringify(JSON.parse(honestBody), null, 1)) }, 'signature-wrong'],
    ['in another order', { body: Buffer.from(JSON.stringify(reversed(honestBody))) }, 'signature-wrong'],
    ['played again later', { now: morning + oldestCallMs + 1 }, 'too-old'],
    ['from the future', { now: morning - oldestCallMs - 1 }, 'too-old'],
  ])('%s', (_what, changes, reason) => {
    expect(verifySmartpayWebhook({ ...honest, ...changes })).toEqual(refused(reason));
  });

  test('a signed time that is none is refused', () => {
    const times = ['soon', '17', '1e12', '-1700000000', ' 1700000000', '1.7'];
    const said = times.map((time) => verifySmartpayWebhook(arrived(honestBody, {}, time)));
    expect(said).toEqual(times.map(() => refused('timestamp-wrong')));
  });

  test('a signed time in seconds is one as well', () => {
    const call = arrived(honestBody, {}, String(morning / 1000));
    expect([verifySmartpayWebhook(call).ok, verifySmartpayWebhook({ ...call, now: morning + 300_001 })]).toEqual([
      true,
      refused('too-old'),
    ]);
  });
});

describe('what a true call is about', () => {
  test.each([
    ['an order', { id: orderId, object: 'order' }, orderId],
    ['a payment with its order’s id', { id: 'payment_test_1', order: orderId }, orderId],
    ['a session with its whole order', { id: 'checkout_test_1', order: { id: orderId } }, orderId],
    ['a refund, which names no order', { id: 'refund_test_1', payment: 'payment_test_1' }, null],
    ['an order whose id is none', { id: "order_test_1' or 1=1" }, null],
    ['an order in a list', [{ id: orderId }], null],
    ['nothing', null, null],
  ])('%s', (_what, data, found) => {
    expect(heard(JSON.stringify(event(data)))).toEqual({
      ok: true,
      orderId: found,
      eventId: 'evt_test_yETRfprzCxFsSJaJZPIENt',
    });
  });

  test('an order named anywhere else is not looked at', () => {
    expect(heard(JSON.stringify({ id: orderId, order: orderId, data: { id: orderId } }))).toEqual({
      ok: true,
      orderId: null,
      eventId: null,
    });
  });

  test('what is signed and no JSON is refused', () => {
    expect([heard('{"a":'), heard('')]).toEqual([refused('not-json'), refused('not-json')]);
  });

  test('no body, however odd, makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { ok } = heard(JSON.stringify(event(value)));
        expect(ok).toBe(true);
      }),
    );
  });
});

function reversed(body: string): unknown {
  return Object.fromEntries(Object.entries(JSON.parse(body)).toReversed());
}
