import { expect, test } from 'vitest';
import type { Fault } from '../../../../main/training/fbox/faults.ts';
import { failed, startRig, type Rig } from './rig.ts';

const route = 'POST /payment/payme';

/** A rig whose next payment meets `fault`, and the customer's code for it. */
async function withFault(fault: Fault): Promise<Rig & { pay: () => ReturnType<Rig['send']>; code: string }> {
  const rig = await startRig();
  const code = rig.fbox.issueCode();
  rig.fbox.script([{ on: route, fault }]);
  return { ...rig, code, pay: () => rig.send('POST', '/payment/payme', { amount: 1000, qr_code: code }) };
}

test('the box refuses with the scripted words and takes nothing', async () => {
  const { fbox, pay } = await withFault({ kind: 'refuse', code: 65534, message: '902D cannot connect card' });
  expect(JSON.parse((await pay()).text)).toEqual(failed(65534, '902D cannot connect card'));
  expect(fbox.ledger.charges).toEqual([]);
});

test('the answer is lost but the charge stands in the ledger', async () => {
  const { fbox, pay } = await withFault({ kind: 'drop-answer-after' });
  await expect(pay()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(fbox.ledger.charges).toHaveLength(1);
});

test('the request is lost: the till cannot tell, the ledger knows of no charge', async () => {
  const { fbox, pay } = await withFault({ kind: 'drop-request-before' });
  await expect(pay()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(fbox.ledger.charges).toEqual([]);
  expect(fbox.ledger.requests).toMatchObject([
    { method: 'POST', path: '/payment/payme', fault: 'drop-request-before' },
  ]);
});

test.each([0, 1, 10, 100])(
  'the connection breaks after %i bytes of the answer, the charge stands',
  async (afterBytes) => {
    const { fbox, pay } = await withFault({ kind: 'cut', afterBytes });
    await expect(pay()).rejects.toMatchObject({ code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' });
    expect(fbox.ledger.charges).toHaveLength(1);
  },
);

test.each([
  ['garbage', { kind: 'garbage' }, { status: 200, text: '\u0000}{ not json' }],
  ['nothing', { kind: 'empty' }, { status: 200, text: '' }],
  ['a page', { kind: 'http-status', status: 502 }, { status: 502, text: '<html><body><h1>502</h1></body></html>' }],
  [
    'no error',
    { kind: 'error-200' },
    { status: 200, text: '{"data":{"status":"failed"},"error":null,"is_success":false}' },
  ],
] as const)('the box answers %s, with the work done or not as scripted', async (_what, fault, sent) => {
  for (const work of ['done', 'none'] as const) {
    const { fbox, pay } = await withFault({ ...fault, work });
    expect(await pay()).toMatchObject(sent);
    expect(fbox.ledger.charges).toHaveLength(work === 'done' ? 1 : 0);
  }
});

test('the echoed amount is wrong, the charged one is right', async () => {
  const { fbox, pay } = await withFault({ kind: 'wrong-amount' });
  expect(JSON.parse((await pay()).text).data.amount).toBe(1001);
  expect(fbox.ledger.charges.map((charge) => charge.amount)).toEqual([100_000]);
});

test('the echoed ids are of another register and another code', async () => {
  const { code, fbox, pay } = await withFault({ kind: 'wrong-ids' });
  expect(JSON.parse((await pay()).text).data).toMatchObject({
    kkm_id: '99999999',
    device_id: '99999999',
    amount: 1000,
  });
  expect(fbox.ledger.charges.map((charge) => charge.code)).toEqual([code]);
});

test('the answer has the right fields with the wrong types', async () => {
  const { fbox, pay } = await withFault({ kind: 'wrong-types' });
  expect(JSON.parse((await pay()).text)).toMatchObject({
    data: { amount: '1000', payment_id: [fbox.ledger.charges[0]!.paymentId] },
    is_success: 'true',
  });
});

test('the answer of the payment before comes once more', async () => {
  const { fbox, post } = await startRig();
  const first = await post('/payment/payme', { amount: 1, qr_code: fbox.issueCode() });
  fbox.script([{ on: route, fault: { kind: 'previous-answer' } }]);
  expect(await post('/payment/payme', { amount: 2, qr_code: fbox.issueCode() })).toEqual(first);
  expect(fbox.ledger.charges.map((charge) => charge.amount)).toEqual([100, 200]);
});

test('a slow answer arrives whole, byte by byte', async () => {
  const waits: number[] = [];
  const { fbox, post } = await startRig({ wait: async (ms) => waits.push(ms) });
  fbox.script([{ on: route, fault: { kind: 'slow', chunkBytes: 50, gapMs: 20 } }]);
  expect(await post('/payment/payme', { amount: 1000, qr_code: fbox.issueCode() })).toMatchObject({ is_success: true });
  expect(waits.length).toBeGreaterThan(5);
});

test('a held request charges when it is let go, even after the till has hung up', async () => {
  const { fbox } = await startRig();
  const hold = fbox.script([{ on: route, fault: { kind: 'hang', held: 'request' } }]);
  const till = new AbortController();
  const body = JSON.stringify({ amount: 1000, qr_code: fbox.issueCode() });
  const lost = fetch(`${fbox.url}/payment/payme`, { method: 'POST', body, signal: till.signal });
  await hold.reached;
  till.abort();
  await expect(lost).rejects.toThrow('aborted');
  const before = fbox.ledger.charges.length;
  hold.release();
  await expect.poll(() => fbox.ledger.charges.length, { interval: 1 }).toBe(1);
  expect(before).toBe(0);
});

test('a held answer leaves when it is let go, the charge stands all the while', async () => {
  const { fbox, post } = await startRig();
  const hold = fbox.script([{ on: route, fault: { kind: 'hang', held: 'answer' } }]);
  const paying = post('/payment/payme', { amount: 1000, qr_code: fbox.issueCode() });
  await hold.reached;
  await expect.poll(() => fbox.ledger.charges.length, { interval: 1 }).toBe(1);
  hold.release();
  expect(await paying).toMatchObject({ is_success: true });
});

test('a delay lasts as long as the timer says, or until it is let go', async () => {
  const waits: number[] = [];
  const never = new Promise<never>(() => {});
  const { fbox, post } = await startRig({ wait: (ms) => (waits.push(ms) === 1 ? Promise.resolve() : never) });
  const body = () => ({ amount: 1000, qr_code: fbox.issueCode() });
  const script = fbox.script([{ on: route, times: 2, fault: { kind: 'delay', ms: 90_000, held: 'answer' } }]);
  expect(await post('/payment/payme', body())).toMatchObject({ is_success: true });
  const second = post('/payment/payme', body());
  script.release();
  expect(await second).toMatchObject({ is_success: true });
  expect(waits).toEqual([90_000, 90_000]);
});

test('switching the box off drops what it holds undone', async () => {
  const { fbox, send } = await startRig();
  const hold = fbox.script([{ on: route, fault: { kind: 'hang', held: 'request' } }]);
  const paying = send('POST', '/payment/payme', { amount: 1000, qr_code: fbox.issueCode() });
  const lost = paying.catch((error) => error.code);
  await hold.reached;
  await fbox.close();
  expect(await lost).toBe('UND_ERR_SOCKET');
  expect(fbox.ledger.charges).toEqual([]);
});

test('a fault strikes its own endpoint, once, and is used up', async () => {
  const { fbox, get, post } = await startRig();
  const script = fbox.script([{ on: 'POST /payment/payme/', fault: { kind: 'refuse', code: 1, message: 'no' } }]);
  const left = [script.left()];
  await get('/info/');
  left.push(script.left());
  const answers = [];
  for (let at = 0; at < 2; at += 1)
    answers.push(await post('/payment/payme', { amount: 1, qr_code: fbox.issueCode() }));
  left.push(script.left());
  expect(answers.map((answer) => answer.is_success)).toEqual([false, true]);
  expect(left).toEqual([1, 1, 0]);
});

test('a fault waits for its turn and strikes as often as it was told', async () => {
  const { fbox, get } = await startRig();
  fbox.script([
    { on: 'GET /info', nth: 2, times: 2, fault: { kind: 'refuse', code: 102, message: 'two' } },
    { on: 'GET /info', nth: 3, fault: { kind: 'refuse', code: 103, message: 'three' } },
  ]);
  const codes = [];
  for (let at = 0; at < 5; at += 1) codes.push((await get('/info/')).error?.code ?? 0);
  expect(codes).toEqual([0, 102, 102, 103, 0]);
});

test('a lost receipt is registered and found again by its uuid', async () => {
  const { fbox, get, openShift, sell } = await startRig();
  await openShift();
  fbox.script([{ on: 'POST /order/create/', fault: { kind: 'drop-answer-after' } }]);
  await expect(sell({ uuid: 'till-1' })).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect((await get('/order/last/')).result.data.order.uuid).toBe('till-1');
});

test('a fault that would change nothing is not accepted', async () => {
  const { fbox } = await startRig();
  expect(() => fbox.script([{ on: 'GET /info', fault: { kind: 'wrong-amount' } }])).toThrow('nothing to falsify');
});
