import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { knock } from '../../../main/wire/knock.ts';

const open: Server[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))));
});

/** A TCP server that remembers what it heard, and settles `gone` when its first caller has left. */
async function door(): Promise<{ port: number; heard: () => string; gone: Promise<unknown> }> {
  let heard = '';
  let left: (value?: unknown) => void = () => undefined;
  const gone = new Promise((done) => (left = done));
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined).on('close', () => left());
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, heard: () => heard, gone };
}

test('a line that stands is knocked at without a word, and let go', async () => {
  const { port, heard, gone } = await door();
  expect(await knock(`http://127.0.0.1:${port}/api`, { timeoutMs: 5_000 })).toBe(true);
  await gone;
  expect(heard()).toBe('');
});

test('a line nobody answers is down', async () => {
  const { port } = await door();
  await new Promise((done) => open.splice(0)[0]!.close(done));
  expect(await knock(`http://127.0.0.1:${port}/`, { timeoutMs: 5_000 })).toBe(false);
});

test('a line where the handshake of TLS does not come up in time is down', async () => {
  const { port, heard } = await door();
  expect(await knock(`https://127.0.0.1:${port}/`, { timeoutMs: 300 })).toBe(false);
  expect(heard()).not.toContain('HTTP');
});

test('training knocks at no other door, and what is no web address has none', async () => {
  const { port } = await door();
  const url = `http://127.0.0.1:${port}/`;
  const knocks = [
    knock(url, { timeoutMs: 5_000, onlyOrigin: 'http://127.0.0.1:1' }),
    knock('nowhere', { timeoutMs: 5_000 }),
    knock('ftp://127.0.0.1/', { timeoutMs: 5_000 }),
  ];
  expect([await Promise.all(knocks), sockets.length]).toEqual([[false, false, false], 0]);
});
