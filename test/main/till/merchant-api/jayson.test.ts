import jayson from 'jayson/promise/index.js';
import { expect, test } from 'vitest';
import { due, openWithLink, paymeKey, standing } from '../listener/shop.ts';

const paymeId = '5305e3bab097f420a62ced0b';

/** A JSON-RPC client nobody here wrote; `version` 1 leaves the member `jsonrpc` out, as Payme does. */
function client(port: number, version: 1 | 2, authorization: string) {
  return jayson.Client.http({ host: '127.0.0.1', port, path: '/payme', version, headers: { authorization } });
}

test.each([1, 2] as const)(
  'a client of JSON-RPC %d takes a payment from its first question to its statement',
  async (version) => {
    const { shop, attemptId, payme } = await openWithLink();
    const rpc = client(payme.port, version, paymeKey);
    const account = { order_id: attemptId };
    const call = async (method: string, params: object): Promise<unknown> => (await rpc.request(method, params)).result;
    expect(await call('CheckPerformTransaction', { amount: due, account })).toEqual({ allow: true });
    const created = await call('CreateTransaction', { id: paymeId, time: shop.clock.now(), amount: due, account });
    expect(created).toEqual({ create_time: shop.clock.now(), transaction: expect.any(String), state: 1 });
    expect(await call('PerformTransaction', { id: paymeId })).toMatchObject({ state: 2 });
    expect(await call('CheckTransaction', { id: paymeId })).toMatchObject({ state: 2, cancel_time: 0, reason: null });
    expect(await call('GetStatement', { from: 0, to: shop.clock.now() })).toMatchObject({
      transactions: [{ id: paymeId, account }],
    });
    expect(await call('CancelTransaction', { id: paymeId, reason: 5 })).toMatchObject({ state: -2 });
    expect(standing(shop).attempts).toEqual([{ state: 'returned', reason: 'cancelled-there' }]);
  },
);

test('it hears refusals as errors of the protocol, under the name of its request', async () => {
  const { payme } = await openWithLink();
  const stranger = client(payme.port, 2, 'Basic eDp5');
  const known = client(payme.port, 2, paymeKey);
  expect(await stranger.request('CheckTransaction', { id: paymeId }, 'a')).toMatchObject({
    id: 'a',
    error: { code: -32504 },
  });
  expect(await known.request('CheckTransaction', { id: paymeId }, 'b')).toMatchObject({
    id: 'b',
    error: { code: -31003 },
  });
  expect(await known.request('Nothing', {}, 'c')).toMatchObject({ id: 'c', error: { code: -32601, data: 'Nothing' } });
});
