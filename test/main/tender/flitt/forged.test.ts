import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { callbackMismatch, readFlittCallback } from '../../../../main/tender/flitt/callback.ts';
import type { FlittPayment } from '../../../../main/tender/flitt/payment.ts';
import { price, request, startRig } from './rig.ts';

const expected = { orderId: 'a1', merchantId: '1549901', amount: price, currency: 'UZS' };

/** Why a call would not be acted on, undefined when it would be. */
function refusal(body: Uint8Array, contentType: string): string | undefined {
  const callback = readFlittCallback(body, contentType, { secret: 'test' });
  return callback.ok ? callbackMismatch(callback, expected) : callback.reason;
}

async function paidCallback(): Promise<Uint8Array> {
  const { flitt, paid } = await startRig();
  await paid();
  return new TextEncoder().encode(flitt.callbackText('a1'));
}

test('what Flitt posts is taken by the till', async () => {
  expect(refusal(await paidCallback(), 'application/json')).toBe(undefined);
});

test('what Flitt posts about another attempt, or to another shop, is not', async () => {
  const { flitt, provider, settings } = await startRig();
  await provider.create(request({ attemptId: 'a2' }));
  const body = new TextEncoder().encode(flitt.callbackText('a2'));
  expect(refusal(body, 'application/json')).toBe('other-attempt');
  expect(readFlittCallback(body, 'application/json', { ...settings, secret: 'other' })).toEqual({
    ok: false,
    reason: 'signature-wrong',
  });
});

test('no change of a single byte makes it say anything else of the order, its state or its money', async () => {
  const honest = await paidCallback();
  const said = ({ orderId, status, amount, actualAmount, currency, actualCurrency }: FlittPayment) =>
    `${orderId} ${status} ${amount} ${actualAmount} ${currency} ${actualCurrency}`;
  fc.assert(
    fc.property(fc.nat(honest.length - 1), fc.nat(255), (at, byte) => {
      const changed = Uint8Array.from(honest);
      changed[at] = byte;
      const read = readFlittCallback(changed, 'application/json', { secret: 'test' });
      const heard = read.ok && callbackMismatch(read, expected) === undefined ? said(read) : 'refused';
      expect(['refused', `a1 approved ${price} ${price} UZS UZS`]).toContain(heard);
    }),
    { numRuns: 5000 },
  );
});

test('no body from outside is ever more than refused', () => {
  const types = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', '', 'multipart/form-data');
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
  );
  fc.assert(
    fc.property(bodies, types, (body, type) => {
      expect(typeof refusal(body, type)).toBe('string');
    }),
    { numRuns: 2000 },
  );
});
