import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openServer } from '../../../../main/till/listener/server.ts';
import type { Served, ServerParts } from '../../../../main/till/listener/server.ts';

type TurnedAway = Parameters<ServerParts['turnedAway']>[0];

/** The server alone, with a route that answers with what it was sent; `away` is what it told of the calls it turned away. */
async function open(parts: Partial<Omit<ServerParts, 'settings'>> & { settings?: object } = {}) {
  const away: TurnedAway[] = [];
  const heard: string[] = [];
  const clock = { now: 0 };
  const echo: Served = {
    path: '/echo',
    handle: async ({ body, ip }) => {
      heard.push(ip);
      if (String(body) === 'fault') throw new Error('the secret of the shop is 42');
      return {
        status: 200,
        contentType: 'text/plain',
        body: `${body.length}`,
        outcome: 'accepted',
        reason: 'heard',
        subject: null,
      };
    },
  };
  const settings = { host: '127.0.0.1', port: 0, behindProxy: false, ...parts.settings };
  const server = await openServer({
    routes: [echo],
    turnedAway: (call) => away.push(call),
    steady: () => clock.now,
    ...parts,
    settings,
  });
  onTestFinished(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  const post = async (path = '/echo', init: RequestInit = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: 'hello', ...init });
    return { status: answer.status, text: await answer.text() };
  };
  return { port, away, heard, clock, post, stop: () => server.close() };
}

/** Sends bytes through a socket of their own; gives what came back until the server closed it. */
function raw(port: number, bytes: string, more: { every?: number; drip?: string } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    const dripping =
      more.every === undefined ? undefined : setInterval(() => socket.write(more.drip ?? ' '), more.every);
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(text);
    });
    socket.write(bytes);
  });
}

const by = (address: string) => ({ headers: { 'x-forwarded-for': address } });
const proxied = { behindProxy: true };

describe('the number of calls', () => {
  test('of one address is limited, and said once a minute only', async () => {
    const { away, clock, heard, post } = await open({ limits: { calls: 3 } });
    const answers = [];
    for (let call = 0; call < 20; call += 1) answers.push(await post());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, ...Array.from({ length: 17 }, () => 429)]);
    expect([heard.length, away]).toEqual([3, [{ route: '/echo', ip: '127.0.0.1', reason: 'too-many' }]]);
    clock.now += 60_000;
    await post();
    expect(away).toHaveLength(2);
  });

  test('counts what is answered nowhere too, and the health path', async () => {
    const { post } = await open({ limits: { calls: 2 } });
    expect([(await post('/nowhere')).status, (await post('/elsewhere')).status]).toEqual([404, 404]);
    expect((await post('/health', { method: 'GET', body: null })).status).toBe(429);
  });

  test('is counted for each address behind a proxy, and nobody writes another address before it', async () => {
    const { heard, post } = await open({ settings: proxied, limits: { calls: 1 } });
    const answers = [];
    for (const address of ['1.1.1.1', '1.1.1.1', '2.2.2.2', '3.3.3.3, 1.1.1.1'])
      answers.push((await post('/echo', by(address))).status);
    expect([answers, heard]).toEqual([
      [200, 429, 200, 429],
      ['1.1.1.1', '2.2.2.2'],
    ]);
  });

  test('from many addresses at once is still noted sixty times a minute only', async () => {
    const { away, clock, post } = await open({ settings: { ...proxied, allow: ['9.9.9.9'] } });
    for (let call = 0; call < 100; call += 1) await post('/echo', by(`10.0.0.${call}`));
    expect(away).toHaveLength(60);
    clock.now += 60_000;
    await post('/echo', by('10.0.0.1'));
    expect(away).toHaveLength(61);
  });
});

describe('who is let in', () => {
  test('is who is on the list, however the address is written', async () => {
    const { post } = await open({ settings: { ...proxied, allow: ['185.234.113.1', '2001:db8::1'] } });
    const addresses = [
      '185.234.113.1',
      '::ffff:185.234.113.1',
      '2001:0DB8:0:0::1',
      '185.234.113.2',
      '::1',
      'nobody',
      '185.234.113.1, 6.6.6.6',
      '185.234.113.1%eth0',
      '',
    ];
    const answers = [];
    for (const address of addresses) answers.push((await post('/echo', by(address))).status);
    expect(answers).toEqual([200, 200, 200, 403, 403, 403, 403, 200, 403]);
  });

  test('without a proxy nobody can say to be another', async () => {
    const { away, post } = await open({ settings: { allow: ['185.234.113.1'] } });
    expect((await post('/echo', by('185.234.113.1'))).status).toBe(403);
    expect(away).toEqual([{ route: '/echo', ip: '127.0.0.1', reason: 'not-allowed' }]);
  });
});

describe('a body', () => {
  test('over the limit is refused, told or not how long it is', async () => {
    const { away, heard, post, port } = await open({ limits: { body: 100 } });
    expect(await post('/echo', { body: 'x'.repeat(101) })).toEqual({ status: 413, text: '' });
    const head = 'POST /echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n';
    const answer = await raw(
      port,
      `${head}${'32\r\n'}${'x'.repeat(50)}\r\n`.concat(
        `32\r\n${'x'.repeat(50)}\r\n`,
        `32\r\n${'x'.repeat(50)}\r\n`,
        '0\r\n\r\n',
      ),
    );
    expect([answer.startsWith('HTTP/1.1 413'), heard, away.length]).toEqual([true, [], 1]);
    expect((await post('/echo', { body: 'x'.repeat(100) })).text).toBe('100');
  });

  test.each([
    '',
    'text/json',
    'application/json',
    'image/png',
    'nonsense',
    ';;;',
    'multipart/form-data',
    'application/json; charset=utf-16',
  ])('is taken as it is, whatever it is called (%s)', async (type) => {
    const { port } = await open();
    const header = type === '' ? '' : `content-type: ${type}\r\n`;
    const answer = await raw(
      port,
      `POST /echo HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${header}content-length: 5\r\n\r\nhello`,
    );
    expect(answer.endsWith('\r\n\r\n5')).toBe(true);
  });
});

describe('a slow client', () => {
  const patience = 300;

  test('that says nothing is let go', async () => {
    const { away, port, post } = await open({ limits: { patience } });
    expect(await raw(port, '')).toMatch(/^(HTTP\/1.1 408 .*\r\n(.+\r\n)*\r\n)?$/);
    expect([(await post()).status, away]).toEqual([200, []]);
  });

  test.each([
    ['its headers', 'POST /echo HTTP/1.1\r\nhost: x\r\n', 'a: b\r\n'],
    ['its body', 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 50000\r\n\r\n', 'x'],
  ])('that sends %s drop by drop is let go, and its route never hears of it', async (_name, head, drip) => {
    const { heard, port, post } = await open({ limits: { patience } });
    const answer = await raw(port, head, { every: 20, drip });
    expect([/^(HTTP\/1.1 4\d\d|$)/.test(answer), heard]).toEqual([true, []]);
    expect((await post()).status).toBe(200);
  });

  test('holds up nobody who stops the till', async () => {
    const { port, stop } = await open();
    const waiting = raw(port, 'POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhello');
    await raw(port, 'GET /health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    await stop();
    expect(await waiting).toBe('');
  });

  test('is one of so many only', async () => {
    const { port } = await open({ limits: { connections: 2 } });
    const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await raw(port, 'GET /health HTTP/1.1\r\nhost: x\r\n\r\n')).toBe('');
    for (const socket of held) socket.destroy();
  });
});

describe('what is answered', () => {
  test('is nothing of the till: no route, no fault, no framework', async () => {
    const { away, port, post } = await open();
    const answers = [
      await post('/nowhere?secret=1'),
      await post('/%zz'),
      await post('/echo', { method: 'GET', body: null }),
      await post('/echo', { body: 'fault' }),
    ];
    expect(answers).toEqual([404, 400, 405, 503].map((status) => ({ status, text: '' })));
    const broken = await raw(port, 'not http at all\r\n\r\n');
    expect(broken).toBe('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    const flood = await raw(port, `GET /health HTTP/1.1\r\n${'a: b\r\n'.repeat(20_000)}\r\n`);
    expect(flood).toMatch(/^(HTTP\/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n)?$/);
    expect(away.map(({ route, reason }) => [route, reason])).toEqual([
      ['/nowhere', 'no-such-address'],
      ['/%zz', 'broken'],
      ['/echo', 'verb'],
      ['/echo', 'internal'],
    ]);
  });

  test('is health to whoever asks for it', async () => {
    const { post } = await open();
    expect(await post('/health', { method: 'GET', body: null })).toEqual({ status: 200, text: '{"ok":true}' });
  });
});
