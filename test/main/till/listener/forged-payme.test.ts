import { expect, test } from 'vitest';
import { allRefused, json, paidUnheard } from './forging.ts';
import type { Call } from './forging.ts';
import { basic, due, paymeKey, standing } from './shop.ts';

test('no forged call of Payme’s changes anything', async () => {
  const { shop, attemptId, street } = await paidUnheard('payme-link');
  const paymeId = '5305e3bab097f420a62ced0b';
  const params = { id: paymeId, time: shop.clock.now(), amount: due, account: { order_id: attemptId } };
  const call = (method: string, change: object = {}, authorization = paymeKey): Call => ({
    body: JSON.stringify({ method, params: { ...params, ...change }, id: 1 }),
    headers: { ...json, authorization },
  });
  const stranger = basic('Paycom', 'another key');
  await street.send('/payme', call('CreateTransaction'));
  await allRefused(shop, street, '/payme', [
    ['performed by a stranger', call('PerformTransaction', {}, stranger), 'auth'],
    ['cancelled by a stranger', call('CancelTransaction', { reason: 1 }, stranger), 'auth'],
    ['begun by a stranger', call('CreateTransaction', { id: 'x' }, stranger), 'auth'],
    ['without a key', { ...call('PerformTransaction'), headers: json }, 'auth'],
    ['with another sum', call('CreateTransaction', { amount: 1 }), 'amount'],
    ['for another account', call('CreateTransaction', { account: { order_id: 'id-000001' } }), 'account'],
    ['for another field', call('CreateTransaction', { account: { attempt: attemptId } }), 'account'],
    ['without an account', call('CreateTransaction', { account: undefined }), 'shape'],
    ['a second time under another name', call('CreateTransaction', { id: 'another' }), 'busy'],
    ['performed under another name', call('PerformTransaction', { id: 'another' }), 'no-transaction'],
    ['too old', call('CreateTransaction', { id: 'another', time: params.time - 43_200_000 }), 'state'],
    [
      're-serialised into a list',
      { body: `[${call('PerformTransaction').body}]`, headers: { ...json, authorization: paymeKey } },
      'shape',
    ],
    [
      'cut off',
      { body: call('PerformTransaction').body.slice(0, -1), headers: { ...json, authorization: paymeKey } },
      'parse',
    ],
  ]);
  expect((await street.send('/payme', call('PerformTransaction'))).result.state).toBe(2);
  const sold = standing(shop);
  const replayed = await street.send('/payme', call('PerformTransaction'));
  expect([replayed.result.state, standing(shop)]).toEqual([2, sold]);
});
