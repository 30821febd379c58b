import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Pool } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { signed } from '../../../../main/training/smartpay/webhooks.ts';
import { connectPayme } from '../checkout/street.ts';
import { flittShop, merchantApi, smartpayShop } from '../other-side.ts';
import { peek } from '../rig.ts';
import type { Shop } from '../rig.ts';
import { hostile } from './hostile.ts';
import type { Honest, Hostile } from './hostile.ts';
import { caller, due, openListening, paymeKey, showLink } from './shop.ts';

const count = 10_000;
const seed = 20_261_122;

/** How much more (bytes) may be held after nine thousand requests than after the first thousand. */
const mostGrowth = 8 * 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heldNow(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** True calls of every provider about an attempt that stands. */
function honestCalls(shop: Shop, attemptId: string): Honest[] {
  const paymeId = '5305e3bab097f420a62ced0b';
  const params = {
    id: paymeId,
    time: shop.clock.now(),
    amount: due,
    account: { order_id: attemptId },
    reason: 5,
    from: 0,
    to: shop.clock.now(),
  };
  const fiscal = {
    id: paymeId,
    type: 'PERFORM',
    fiscal_data: { receipt_id: 1, status_code: 0, qr_code_url: 'https://ofd.soliq.uz' },
  };
  const payme = [
    'CheckPerformTransaction',
    'CreateTransaction',
    'PerformTransaction',
    'CancelTransaction',
    'CheckTransaction',
    'GetStatement',
  ]
    .map((method) => ({ method, params, id: 1 }))
    .concat([{ method: 'SetFiscalData', params: fiscal as never, id: 1 }])
    .map((call) => ({
      path: '/payme',
      headers: { authorization: paymeKey, 'content-type': 'text/json' },
      body: JSON.stringify(call),
    }));
  const flitt = JSON.stringify({
    order_id: attemptId,
    merchant_id: 1_549_901,
    order_status: 'approved',
    response_status: 'success',
    amount: '3950000',
    currency: 'UZS',
    signature: 'a'.repeat(40),
  });
  const event = JSON.stringify({
    id: 'evt_test_1',
    object: 'event',
    eventData: { type: 'x', version: '1', data: { id: 'order_test_1', object: 'order' } },
  });
  const { subscriptionId, secret } = smartpayShop;
  return [
    ...payme,
    { path: '/flitt', headers: { 'content-type': 'application/json' }, body: flitt },
    {
      path: '/flitt',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'order_id=1&amount=2&signature=3',
    },
    {
      path: '/smartpay',
      headers: {
        'content-type': 'application/json',
        ...signed(event, String(shop.clock.now()), { subscriptionId, secret }),
      },
      body: event,
    },
  ];
}

type Answer = { status: number; text: string };

function sendRaw(port: number, bytes: Buffer): Promise<Answer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('error', () => {});
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text }));
    socket.end(bytes);
  });
}

async function send(pool: Pool, port: number, one: Hostile, at: number): Promise<Answer> {
  if (one.kind === 'raw') return sendRaw(port, one.bytes);
  const { method, path, body, chunked } = one;
  const without = method === 'GET' || method === 'HEAD';
  // A proxy that forwards a hundred addresses: each stays below the number of calls an address may make.
  const headers = { ...one.headers, 'x-forwarded-for': `10.1.0.${at % 100}` };
  const sent = without
    ? null
    : chunked
      ? Readable.from([body.subarray(0, 7), body.subarray(7)].filter((part) => part.length > 0))
      : body;
  const answer = await pool.request({ method: method as 'POST', path, headers, body: sent });
  return { status: answer.statusCode, text: await answer.body.text() };
}

/** Keys of the shop, places in the program, and what a framework says of itself. */
const leaks = [
  merchantApi.key,
  flittShop.secret,
  smartpayShop.secret,
  'node_modules',
  '/work/',
  '.ts:',
  'SQLITE',
  'SqliteError',
  'TypeError',
  'FST_ERR',
  'statusCode',
  '    at ',
];

/** What is wrong with an answer; undefined when nothing is. */
function fault(one: Hostile, { status, text }: Answer): string | undefined {
  if (status >= 500) return `HTTP ${status}`;
  const leak = leaks.find((word) => text.includes(word));
  if (leak !== undefined) return `leaks ${leak}`;
  if (one.kind === 'raw' || one.method === 'HEAD') return undefined;
  if (one.path !== '/payme')
    return ['', 'OK', '{"ok":true}'].includes(text) || one.path.includes('payme') ? undefined : `says ${text}`;
  const said = JSON.parse(text) as { error?: { code: number }; result?: unknown };
  if (status !== 200 || 'error' in said === 'result' in said) return `HTTP ${status} ${text}`;
  return said.error?.code === -32400 ? 'a fault inside' : undefined;
}

test(
  'ten thousand hostile requests break nothing, learn nothing, and leave nothing behind',
  { timeout: 120_000 },
  async () => {
    const shop = await openListening({ listener: { behindProxy: true } });
    const attemptId = await showLink(shop);
    await connectPayme(shop);
    const { port, send: ask } = await caller(shop);
    const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 16, pipelining: 1 });
    onTestFinished(() => pool.close());
    const all = hostile(honestCalls(shop, attemptId), count, seed);
    const faults: string[] = [];
    const run = async (from: number, to: number): Promise<void> => {
      let next = from;
      const worker = async (): Promise<void> => {
        for (let at = next++; at < to; at = next++) {
          const one = all[at]!;
          const answer = await send(pool, port, one, at);
          const wrong = fault(one, answer);
          if (wrong !== undefined)
            faults.push(
              `${at}: ${wrong} ${JSON.stringify({ ...one, body: 'body' in one ? String(one.body).slice(0, 300) : '' })}`,
            );
        }
      };
      await Promise.all(Array.from({ length: 16 }, worker));
    };
    await run(0, 1000);
    const before = heldNow();
    await run(1000, count);
    const growth = heldNow() - before;
    expect(faults).toEqual([]);
    expect(growth).toBeLessThan(mostGrowth);
    expect(shop.log.filter((line) => line.includes('"fault"') || line.includes('call-not-noted'))).toEqual([]);
    expect(peek(shop, 'SELECT count(*) AS count FROM incoming_call')).toEqual([{ count: 500 }]);
    expect(
      peek(shop, `SELECT attempt_id FROM payme_transaction WHERE state > 0 GROUP BY attempt_id HAVING count(*) > 1`),
    ).toEqual([]);
    const [sold] = peek<{ sales: number; performed: number }>(
      shop,
      `SELECT (SELECT count(*) FROM sale WHERE state = 'completed') AS sales, (SELECT count(*) FROM payme_transaction WHERE perform_time > 0) AS performed`,
    );
    expect(sold?.sales).toBe(sold?.performed);
    expect((await ask('/health', { method: 'GET', headers: { 'x-forwarded-for': '10.2.0.1' } })).text).toBe(
      '{"ok":true}',
    );
  },
);
