import { expect, test } from 'vitest';
import { signatureOf } from '../../../../main/tender/flitt/signature.ts';
import { flittShop } from '../other-side.ts';
import type { Shop } from '../rig.ts';
import { allRefused, json, paidUnheard, without } from './forging.ts';
import type { Call } from './forging.ts';
import { due, money, noted, settled, standing } from './shop.ts';

/** Flitt's own words about an attempt, with fields changed; `secret` signs them anew. */
function flittCall(
  shop: Shop,
  attemptId: string,
  change: (fields: Record<string, unknown>) => object = (fields) => fields,
  secret?: string,
): Call {
  const fields = {
    ...change(JSON.parse(shop.others!.flitt.callbackText(attemptId)!) as Record<string, unknown>),
  } as Record<string, string>;
  if (secret !== undefined) fields['signature'] = signatureOf(Object.entries(fields), secret);
  return { body: JSON.stringify(fields), headers: json };
}

test('no forged callback of Flitt’s changes anything', async () => {
  const { shop, attemptId, street } = await paidUnheard('flitt');
  const call = (change?: (fields: Record<string, unknown>) => object, secret?: string) =>
    flittCall(shop, attemptId, change, secret);
  const { secret } = flittShop;
  await allRefused(shop, street, '/flitt', [
    ['signed with another key', call((fields) => fields, 'another secret'), 'signature-wrong'],
    ['without a signature', call(without('signature')), 'signature-missing'],
    ['with an empty signature', call((fields) => ({ ...fields, signature: '' })), 'signature-missing'],
    ['without its sum', call(without('amount')), 'signature-wrong'],
    ['without its sum, signed', call(without('amount'), secret), 'wrong-shape'],
    ['with another sum', call((fields) => ({ ...fields, amount: '1' })), 'signature-wrong'],
    ['with another sum, signed', call((fields) => ({ ...fields, amount: '1' }), secret), 'amount-mismatch'],
    ['with less really paid, signed', call((fields) => ({ ...fields, actual_amount: '1' }), secret), 'amount-mismatch'],
    [
      'in another currency, signed',
      call((fields) => ({ ...fields, actual_currency: 'USD' }), secret),
      'currency-mismatch',
    ],
    ['of another merchant', call((fields) => ({ ...fields, merchant_id: 7 })), 'signature-wrong'],
    ['of another merchant, signed', call((fields) => ({ ...fields, merchant_id: 7 }), secret), 'other-merchant'],
    ['about another attempt', call((fields) => ({ ...fields, order_id: 'id-000001' })), 'signature-wrong'],
    [
      'about another attempt, signed',
      call((fields) => ({ ...fields, order_id: 'id-000001' }), secret),
      'no-such-attempt',
    ],
    [
      'with a number written otherwise',
      { ...call(), body: call().body.replace(/"amount":"?(\d+)"?/, '"amount":$1.0') },
      'signature-wrong',
    ],
    ['with one value in capitals', { ...call(), body: call().body.replace('approved', 'APPROVED') }, 'signature-wrong'],
    [
      'as a form that says a name twice',
      { body: 'order_id=a&order_id=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      'wrong-shape',
    ],
    ['as nothing', { body: '', headers: json }, 'empty'],
    ['as a list', { body: '[]', headers: json }, 'wrong-shape'],
  ]);
});

test('what Flitt really says is heard, in any order of its fields, and only makes the till ask; said again it has no effect', async () => {
  const { shop, attemptId, street } = await paidUnheard('flitt');
  const reordered = flittCall(shop, attemptId, (fields) => Object.fromEntries(Object.entries(fields).toReversed()));
  expect((await street.send('/flitt', reordered)).status).toBe(200);
  await settled(shop);
  const before = money(shop);
  for (const call of [flittCall(shop, attemptId), reordered])
    expect((await street.send('/flitt', call)).status).toBe(200);
  expect([money(shop), standing(shop).sales]).toEqual([before, [{ state: 'completed', paidBy: 'flitt', amount: due }]]);
  expect(noted(shop)).toEqual(
    Array.from({ length: 3 }, () => ({ route: '/flitt', outcome: 'accepted', reason: 'heard', subject: attemptId })),
  );
});
