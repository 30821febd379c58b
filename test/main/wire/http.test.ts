import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { call } from '../../../main/wire/http.ts';

const open: Server[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))));
});

/** A raw TCP server: what it does with a connection is the test. */
async function tcp(onConnection: (socket: Socket) => void): Promise<{ port: number; connections: () => number }> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, connections: () => count };
}

/** Runs `then` once the whole request (which ends with "}") has arrived. */
function afterRequest(socket: Socket, then: (request: string) => void): void {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
    if (text.endsWith('}')) then(text);
  });
}

function post(port: number, options: { timeoutMs?: number; onlyOrigin?: string } = {}) {
  return call(
    { method: 'POST', url: `http://127.0.0.1:${port}/payment/payme`, body: '{"a":1}' },
    { timeoutMs: 5_000, ...options },
  );
}

describe('an answer', () => {
  test('comes back with its status and its text', async () => {
    const { port } = await tcp((socket) =>
      afterRequest(socket, () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{"ы":1}')),
    );
    expect(await post(port)).toEqual({ kind: 'answer', status: 200, body: '{"ы":1}' });
  });

  test('is asked for once, on a connection of its own that is closed afterwards', async () => {
    const requests: string[] = [];
    const server = await tcp((socket) =>
      afterRequest(socket, (request) => {
        requests.push(request);
        socket.write('HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\n{}');
      }),
    );
    await post(server.port);
    await post(server.port);
    expect({ requests: requests.length, connections: server.connections() }).toEqual({ requests: 2, connections: 2 });
    expect(requests[0]).toContain('connection: close');
  });

  test('that sends the till elsewhere is not followed', async () => {
    const { port } = await tcp((socket) =>
      afterRequest(socket, () =>
        socket.end('HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n'),
      ),
    );
    expect(await post(port)).toEqual({ kind: 'answer', status: 302, body: '' });
  });
});

describe('proof that nothing was sent', () => {
  test('is a refused port', async () => {
    const { port } = await tcp(() => undefined);
    await new Promise((done) => open.splice(0)[0]!.close(done));
    expect(await post(port)).toEqual({ kind: 'nothing-sent', reason: 'refused' });
  });

  test('is a name that cannot exist', async () => {
    const result = await call({ method: 'GET', url: `http://${'x'.repeat(64)}.invalid/info/` }, { timeoutMs: 5_000 });
    expect(result).toEqual({ kind: 'nothing-sent', reason: 'dns' });
  });

  test('is a TLS handshake with a side that does not speak TLS', async () => {
    const { port } = await tcp((socket) => socket.once('data', () => socket.end('this is no TLS at all')));
    const result = await call({ method: 'GET', url: `https://127.0.0.1:${port}/` }, { timeoutMs: 5_000 });
    expect(result).toEqual({ kind: 'nothing-sent', reason: 'tls' });
  });

  test('is a TLS handshake cut off in the middle', async () => {
    const { port } = await tcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const result = await call({ method: 'GET', url: `https://127.0.0.1:${port}/` }, { timeoutMs: 5_000 });
    expect(result).toEqual({ kind: 'nothing-sent', reason: 'tls' });
  });

  test('is a connection that did not come up in time, and the request does not leave later either', async () => {
    let heard = '';
    const { port } = await tcp((socket) => socket.on('data', (chunk) => (heard += chunk.toString('latin1'))));
    const result = await call({ method: 'GET', url: `https://127.0.0.1:${port}/` }, { timeoutMs: 300 });
    expect(result).toEqual({ kind: 'nothing-sent', reason: 'connect-timeout' });
    expect(heard).not.toContain('HTTP/1.1'); // only the greeting of TLS
  });

  test('is an origin that training does not allow, before any connection is tried', async () => {
    const server = await tcp(() => undefined);
    const result = await post(server.port, { onlyOrigin: `http://127.0.0.1:${server.port + 1}` });
    expect({ result, connections: server.connections() }).toEqual({
      result: { kind: 'nothing-sent', reason: 'wrong-origin' },
      connections: 0,
    });
  });

  test('is an address that is no address, guarded or not', async () => {
    const guarded = await call({ method: 'GET', url: 'not a url' }, { timeoutMs: 100, onlyOrigin: 'http://a' });
    const free = await call({ method: 'GET', url: 'not a url' }, { timeoutMs: 100 });
    const foreign = await call({ method: 'GET', url: 'ftp://a/b' }, { timeoutMs: 100 });
    expect([guarded, free, foreign]).toEqual([
      { kind: 'nothing-sent', reason: 'wrong-origin' },
      { kind: 'nothing-sent', reason: 'unreachable' },
      { kind: 'nothing-sent', reason: 'unreachable' },
    ]);
  });
});

describe('nobody can say what happened', () => {
  test('when the other side resets after it has read the request', async () => {
    const { port } = await tcp((socket) => afterRequest(socket, () => socket.resetAndDestroy()));
    expect(await post(port)).toEqual({ kind: 'unknown', reason: 'reset' });
  });

  test('when the other side closes after it has read the request', async () => {
    const server = await tcp((socket) => afterRequest(socket, () => socket.end()));
    expect(await post(server.port)).toEqual({ kind: 'unknown', reason: 'closed' });
    expect(server.connections()).toBe(1);
  });

  test('when the other side accepts and closes at once without reading', async () => {
    const server = await tcp((socket) => socket.destroy());
    const result = await post(server.port);
    expect(result.kind).toBe('unknown');
    expect(server.connections()).toBe(1);
  });

  test('when no answer comes in time', async () => {
    const { port } = await tcp((socket) => afterRequest(socket, () => undefined));
    expect(await post(port, { timeoutMs: 400 })).toEqual({ kind: 'unknown', reason: 'timeout' });
  });

  test('when only half of the body comes', async () => {
    const { port } = await tcp((socket) =>
      afterRequest(socket, () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"data":')),
    );
    expect(await post(port)).toEqual({ kind: 'unknown', reason: 'body-lost' });
  });

  test('when the line is reset inside the body', async () => {
    const { port } = await tcp((socket) =>
      afterRequest(socket, () =>
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"da', () => socket.resetAndDestroy()),
      ),
    );
    expect(await post(port)).toEqual({ kind: 'unknown', reason: 'body-lost' });
  });

  test('when the body trickles past the deadline, however steadily', async () => {
    const { port } = await tcp((socket) =>
      afterRequest(socket, () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n');
        const drip = setInterval(() => socket.write('x'), 20);
        socket.on('close', () => clearInterval(drip));
      }),
    );
    expect(await post(port, { timeoutMs: 400 })).toEqual({ kind: 'unknown', reason: 'timeout' });
  });

  test('when the body is larger than any honest answer', async () => {
    const { port } = await tcp((socket) =>
      afterRequest(socket, () =>
        socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${'x'.repeat(1024 * 1024 + 1)}`),
      ),
    );
    expect(await post(port)).toEqual({ kind: 'unknown', reason: 'too-large' });
  });

  test('when what comes back is not HTTP', async () => {
    const { port } = await tcp((socket) => afterRequest(socket, () => socket.end('SSH-2.0-OpenSSH\r\n\r\n')));
    expect(await post(port)).toEqual({ kind: 'unknown', reason: 'garbled' });
  });
});
