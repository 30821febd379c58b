import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { deferred } from '../../../../main/training/wire/deferred.ts';
import { sign, startRig } from './rig.ts';

const pauses = [2000, 60_000, 300_000, 600_000, 3_600_000, 86_400_000];

/** Lets everything that is ready to happen do so; nothing here waits for a real clock. */
const settled = () => new Promise((done) => void setImmediate(done));

/** A Flitt whose shop answers as `statuses` says, 200 at the end, and whose pauses pass at once. */
async function telling(statuses: readonly (number | null)[]) {
  const heard: { url: string; said: Record<string, string> }[] = [];
  const waited: number[] = [];
  const rig = await startRig({
    wait: async (ms) => void waited.push(ms),
    post: async (url, body) => {
      heard.push({ url, said: JSON.parse(body) });
      return heard.length <= statuses.length ? (statuses[heard.length - 1] ?? null) : 200;
    },
  });
  return { ...rig, heard, waited };
}

const url = 'http://shop.uz/flitt';

test('a shop is told that its order is paid, signed like a status', async () => {
  const { flitt, create, heard } = await telling([]);
  flitt.pay(await create({ server_callback_url: url }));
  await settled();
  const [call] = heard;
  const { signature, response_signature_string: _text, ...said } = call?.said ?? {};
  expect([heard.length, call?.url, said['order_status'], signature]).toEqual([1, url, 'approved', sign(said)]);
  expect(flitt.ledger.callbacks).toMatchObject([{ orderId: 'a1', said: 'approved', status: 200 }]);
});

test('a shop without an address is not told', async () => {
  const { flitt, create, heard } = await telling([]);
  flitt.pay(await create());
  await settled();
  expect([heard, flitt.ledger.callbacks]).toEqual([[], []]);
});

test('a shop is told again until it answers 200', async () => {
  const { flitt, create, waited } = await telling([500, null, 302]);
  flitt.pay(await create({ server_callback_url: url }));
  await settled();
  expect(flitt.ledger.callbacks.map(({ status }) => status)).toEqual([500, null, 302, 200]);
  expect(waited).toEqual(pauses.slice(0, 3));
});

test('a shop that never answers is told seven times', async () => {
  const { flitt, create, heard, waited } = await telling(Array.from({ length: 20 }, () => 404));
  flitt.pay(await create({ server_callback_url: url }));
  await settled();
  expect([heard.length, waited]).toEqual([7, pauses]);
});

test('every try of the customer is told, and the end of the order', async () => {
  const { flitt, create, heard, pass, status } = await telling([]);
  const qr = await create({ server_callback_url: url });
  flitt.decline(qr);
  flitt.decline(qr);
  await create({ server_callback_url: url, order_id: 'a2' });
  pass(600_000);
  await status();
  await settled();
  expect(heard.map(({ said }) => [said['order_id'], said['order_status']])).toEqual([
    ['a1', 'processing'],
    ['a1', 'processing'],
    ['a1', 'declined'],
    ['a2', 'expired'],
  ]);
});

test('what would be told can be had for a replay', async () => {
  const { flitt, create } = await startRig();
  flitt.pay(await create());
  const { signature, response_signature_string: _text, ...said } = JSON.parse(flitt.callbackText('a1') ?? '{}');
  expect([signature, flitt.callbackText('a2')]).toEqual([sign(said), undefined]);
});

test('the call is a POST of JSON that follows no redirect', async () => {
  const heard: { method: string | undefined; type: string | undefined; path: string | undefined }[] = [];
  const shop = createServer((request, response) => {
    heard.push({ method: request.method, type: request.headers['content-type'], path: request.url });
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  onTestFinished(() => void shop.close());
  const { promise, resolve } = deferred<void>();
  const never = new Promise<void>(() => {});
  const { flitt, create } = await startRig({ wait: (ms) => (ms === 2000 ? (resolve(), never) : never) });
  flitt.pay(await create({ server_callback_url: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/flitt` }));
  await promise;
  expect(heard).toEqual([{ method: 'POST', type: 'application/json', path: '/flitt' }]);
  expect(flitt.ledger.callbacks).toMatchObject([{ status: 302 }]);
});
