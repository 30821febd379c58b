import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { tcpOpener } from '../../../native/transport/tcp.ts';
import { systemTimers } from '../../../native/transport/timers.ts';
import { createTransport, type Transport } from '../../../native/transport/transport.ts';

let server: Server | undefined;
const sockets = new Set<Socket>();

afterEach(async () => {
  sockets.forEach((socket) => socket.destroy());
  sockets.clear();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
});

async function listen(serve: (socket: Socket) => void, pauseOnConnect = false): Promise<number> {
  const started = createServer({ allowHalfOpen: true, pauseOnConnect }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return (started.address() as AddressInfo).port;
}

function transportTo(port: number, endMs = 5000): Transport {
  return createTransport(tcpOpener({ host: '127.0.0.1', port, stallMs: 100 }), systemTimers, { endMs });
}

describe('sending over TCP', () => {
  test('all bytes arrive, and what the device said until it hung up is the answer', async () => {
    const arrived: Buffer[] = [];
    const port = await listen((socket) => {
      socket.on('data', (chunk) => arrived.push(chunk));
      socket.on('end', () => socket.end('ok'));
    });
    const job = Buffer.alloc(20_000, 7);
    const outcome = await transportTo(port).send(job);
    expect({ outcome, arrived: Buffer.concat(arrived) }).toEqual({
      outcome: { ok: true, answer: Buffer.from('ok') },
      arrived: job,
    });
  });

  test('nobody at the address means that nothing was sent', async () => {
    const port = await listen(() => {});
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect(await transportTo(port).send(Buffer.from('x'))).toEqual({ ok: false, code: 'unreachable', sent: 'nothing' });
  });

  test('a device that reads nothing and never hangs up may have taken all of a short job', async () => {
    const port = await listen(() => {}, true);
    expect(await transportTo(port, 50).send(Buffer.from('x'))).toEqual({ ok: false, code: 'timeout', sent: 'all' });
  });

  test('a device that stops reading in a long job has taken some of it', async () => {
    const port = await listen(() => {}, true);
    const job = Buffer.alloc(32 * 1024 * 1024);
    expect(await transportTo(port).send(job)).toEqual({ ok: false, code: 'timeout', sent: 'some' });
  });

  test('a reset after the job is not a success', async () => {
    const port = await listen((socket) => socket.on('end', () => socket.resetAndDestroy()).resume());
    expect(await transportTo(port).send(Buffer.from('x'))).toEqual({ ok: false, code: 'reset', sent: 'all' });
  });

  test('jobs go one after another, each on its own connection', async () => {
    const jobs: string[] = [];
    let atOnce = 0;
    let most = 0;
    const port = await listen((socket) => {
      most = Math.max(most, ++atOnce);
      let job = '';
      socket.on('data', (chunk) => (job += chunk.toString()));
      socket.on('end', () => {
        jobs.push(job);
        atOnce -= 1;
        socket.end();
      });
    });
    const transport = transportTo(port);
    await Promise.all(['a', 'b', 'c'].map((job) => transport.send(Buffer.from(job))));
    expect({ jobs, most }).toEqual({ jobs: ['a', 'b', 'c'], most: 1 });
  });

  test('who will not wait for the line gets it busy and is never served later', async () => {
    const port = await listen((socket) => socket.resume().on('end', () => socket.end()));
    const transport = transportTo(port);
    let release = (): void => {};
    const first = transport.talk(() => new Promise<string>((resolve) => (release = () => resolve('first'))));
    let served = false;
    const second = await transport.talk(async () => {
      served = true;
    }, 20);
    release();
    await first;
    const third = await transport.talk(async () => 'third');
    expect({ first: await first, second, third, served }).toEqual({
      first: { ok: true, value: 'first' },
      second: { ok: false, code: 'busy' },
      third: { ok: true, value: 'third' },
      served: false,
    });
  });
});
