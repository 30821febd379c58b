import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { caller, noted, openListening, openWithLink } from './shop.ts';
import { listenerPort } from '../checkout/street.ts';
import { peek } from '../rig.ts';

test('without settings of its own the till listens to nobody', async () => {
  const shop = await openListening({ listener: null, checkout: { payme: undefined } });
  expect(await shop.call('callers')).toEqual({
    ok: true,
    value: {
      state: 'off',
      host: null,
      port: null,
      publicUrl: null,
      oneAddress: false,
      routes: [],
      reason: null,
      calls: [],
    },
  });
});

test('it listens on this computer only unless it is told otherwise', async () => {
  const shop = await openListening({ listener: { publicUrl: 'https://baraka.example/till/' } });
  const port = await listenerPort(shop);
  expect(await shop.call('callers')).toEqual({
    ok: true,
    value: {
      state: 'listening',
      host: '127.0.0.1',
      port,
      publicUrl: 'https://baraka.example/till/',
      oneAddress: true,
      routes: ['payme', 'flitt', 'smartpay', 'health'].map((name) => ({
        name,
        url: `https://baraka.example/till/${name}`,
      })),
      reason: null,
      calls: [],
    },
  });
});

test.each<[string, object, boolean]>([
  ['a tunnel that may not name its callers', {}, true],
  ['a tunnel that may', { behindProxy: true }, false],
  ['no address from outside', { publicUrl: undefined }, false],
])('its page says whether strangers and providers share one address: with %s', async (_what, listener, oneAddress) => {
  const shop = await openListening({ listener: { publicUrl: 'https://baraka.example', ...listener } });
  expect(await shop.call('callers')).toMatchObject({ ok: true, value: { oneAddress } });
});

test('a port that is taken is said, and the shop goes on selling', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void holder.close());
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  const shop = await openListening({ listener: { port } });
  const callers = await shop.call('callers');
  expect(callers).toMatchObject({
    ok: true,
    value: { state: 'failed', port, reason: expect.stringContaining('EADDRINUSE') },
  });
  expect(shop.log.some((line) => line.includes('listener-failed'))).toBe(true);
  await shop.call('scan', { text: '4780000000014' });
  await shop.call('startPayment');
  expect(await shop.call('takeCash', { given: 400_000 })).toMatchObject({ ok: true });
});

test('a port that was taken at the start is opened once it is free', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as AddressInfo;
  const shop = await openListening({ listener: { port } });
  await new Promise((resolve) => void holder.close(resolve));
  shop.clock.advance(30_000);
  expect(await listenerPort(shop)).toBe(port);
});

test('its page tells what arrived and what was refused and why, the newest first', async () => {
  const { shop, payme } = await openWithLink();
  await payme.rpc('CheckTransaction', { id: 'nobody' });
  await payme.rpc('CheckTransaction', { id: 'nobody' }, { authorization: null });
  await payme.send('/flitt', { body: '{}' });
  await payme.send('/elsewhere?key=secret', { method: 'GET' });
  await payme.send('/health', { method: 'GET' });
  const callers = await shop.call('callers');
  const at = shop.clock.now();
  const refused = { at, ip: '127.0.0.1', outcome: 'refused', subject: null };
  expect(callers.ok && callers.value.calls).toEqual([
    { id: 4, ...refused, route: '/elsewhere', reason: 'no-such-address' },
    { id: 3, ...refused, route: '/flitt', reason: 'signature-missing' },
    { id: 2, ...refused, route: '/payme', reason: 'auth' },
    { id: 1, ...refused, route: '/payme', reason: 'no-transaction', subject: 'nobody' },
  ]);
});

test('calls that are too many do not push the others off the page', async () => {
  const { shop, payme } = await openWithLink();
  for (let call = 0; call < 320; call += 1) await payme.send('/health', { method: 'GET' });
  expect(noted(shop)).toEqual([{ route: '/health', outcome: 'refused', reason: 'too-many', subject: null }]);
});

test('Payme that calls too often is told so in its own words, with HTTP 200, and the others by a bare status', async () => {
  const { payme } = await openWithLink();
  for (let call = 0; call < 300; call += 1) await payme.send('/health', { method: 'GET' });
  const { status, error, id } = await payme.rpc('CheckTransaction', { id: 'x' });
  expect({ status, code: error?.code, id }).toEqual({ status: 200, code: -32400, id: null });
  const others = await Promise.all(['/flitt', '/smartpay', '/health'].map((path) => payme.send(path, { body: '{}' })));
  expect(others.map((answer) => [answer.status, answer.text])).toEqual(Array.from({ length: 3 }, () => [429, '']));
});

test('what it knows of its callers is the newest 500', async () => {
  const shop = await openListening({ listener: { behindProxy: true } });
  const street = await caller(shop);
  for (let call = 0; call < 520; call += 1)
    await street.send('/flitt', { body: '{}', headers: { 'x-forwarded-for': `10.0.${call % 4}.1` } });
  expect(peek(shop, 'SELECT count(*) AS count, max(id) - min(id) AS span FROM incoming_call')).toEqual([
    { count: 500, span: 499 },
  ]);
});

test('a provider the shop does not have is told nothing', async () => {
  const shop = await openListening({ checkout: { flitt: undefined, smartpay: undefined, payme: undefined } });
  const street = await caller(shop);
  expect((await street.send('/flitt', { body: '{}' })).status).toBe(404);
  expect((await street.send('/smartpay', { body: '{}' })).status).toBe(404);
  expect((await street.rpc('CheckTransaction', { id: 'x' })).error?.code).toBe(-32504);
  expect(noted(shop).map(({ reason }) => reason)).toEqual(['not-configured', 'not-configured', 'not-configured']);
});
