import { expect, test } from 'vitest';
import { failed, morning, startRig } from './rig.ts';

test('the box listens on this machine only', async () => {
  const { fbox } = await startRig();
  expect(fbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test.each(['/zreport/info', '/zreport/info/'])('%s answers with or without its slash', async (path) => {
  const { get } = await startRig();
  expect((await get(path)).result.is_success).toBe(true);
});

test.each(['application/json', 'text/json; charset=UTF-8', 'text/plain'])('a body sent as %s is read', async (type) => {
  const { fbox, send } = await startRig();
  await send('POST', '/payment/payme', { amount: 1, qr_code: fbox.issueCode() }, { 'content-type': type });
  expect(fbox.ledger.charges).toHaveLength(1);
});

test('a body without a type is read', async () => {
  const { fbox, send } = await startRig();
  await send('POST', '/payment/payme', { amount: 1, qr_code: fbox.issueCode() }, {});
  expect(fbox.ledger.charges).toHaveLength(1);
});

test.each(['{"amount": 0141}', 'amount=1'])('%s is not JSON: HTTP says 200, the envelope says no', async (body) => {
  const { send } = await startRig();
  const answer = await send('POST', '/payment/payme', body);
  expect({ status: answer.status, envelope: JSON.parse(answer.text) }).toEqual({
    status: 200,
    envelope: failed(65532, 'illegal argument'),
  });
});

test('a request without a body misses its fields', async () => {
  const { send } = await startRig();
  const answer = await send('POST', '/payment/payme_confirm');
  const complaints = { payment_id: ['This field is required.'], qr_code: ['This field is required.'] };
  expect(JSON.parse(answer.text)).toEqual(failed(7, JSON.stringify(complaints)));
});

test('every request stands in the ledger as it came', async () => {
  const { fbox, send, get } = await startRig();
  await get('/zreport/open/?time=now');
  await send('POST', '/payment/payme', '{"amount":1');
  expect(fbox.ledger.requests).toEqual([
    { method: 'GET', path: '/zreport/open/?time=now', body: '', at: morning, fault: null },
    { method: 'POST', path: '/payment/payme', body: '{"amount":1', at: morning, fault: null },
  ]);
});

test('with the cable out nobody answers; with the cable in again it is the same box at the same address', async () => {
  const { fbox, openShift, sell } = await startRig();
  await openShift();
  await sell();
  await fbox.setCable('out');
  await expect(sell()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await fbox.setCable('in');
  expect((await sell()).data.receipt_count).toBe(2);
});

test('work held while the cable is out is done all the same', async () => {
  const { fbox, send } = await startRig();
  const hold = fbox.script([{ on: 'POST /payment/payme', fault: { kind: 'hang', held: 'request' } }]);
  const paying = send('POST', '/payment/payme', { amount: 1, qr_code: fbox.issueCode() });
  const lost = paying.catch((error) => error.code);
  await hold.reached;
  await fbox.setCable('out');
  expect(await lost).toBe('UND_ERR_SOCKET');
  hold.release();
  await expect.poll(() => fbox.ledger.charges.length, { interval: 1 }).toBe(1);
});

test('a closed box answers nobody and closes twice without complaint', async () => {
  const { fbox, get } = await startRig();
  await fbox.close();
  await fbox.close();
  await expect(get('/info/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a box with latency waits before every answer', async () => {
  const waits: number[] = [];
  const { get } = await startRig({ latencyMs: 250, wait: async (ms) => waits.push(ms) });
  await get('/info/');
  expect(waits).toEqual([250]);
});

test('the same seed gives the same signs and the same codes', async () => {
  const runs = [];
  for (let run = 0; run < 2; run += 1) {
    const { fbox, openShift, sell } = await startRig();
    const code = fbox.issueCode();
    await openShift();
    runs.push({ code, url: (await sell()).data.qr_url });
  }
  expect(runs[0]).toEqual(runs[1]);
});

test('a box shows itself at a glance', async () => {
  const { fbox, openShift, post, sell } = await startRig();
  await openShift();
  await post('/payment/payme', { amount: 500, qr_code: fbox.issueCode() });
  await sell();
  fbox.script([{ on: 'GET /info', times: 3, fault: { kind: 'garbage' } }]);
  expect(fbox.snapshot()).toEqual({
    terminalId: 'ZZ000000000000',
    companyName: 'Registon Market',
    shift: { number: 1, openedAt: morning, receipts: 1 },
    zReports: 0,
    receipts: 1,
    lastReceipt: fbox.ledger.receipts[0],
    accumulators: {
      cash: { sale: 50_000, refund: 0 },
      card: { sale: 0, refund: 0 },
      vat: { sale: 5357, refund: 0 },
    },
    unsent: 0,
    taxOffice: 'reachable',
    charged: { count: 1, amount: 50_000 },
    lastCharge: fbox.ledger.charges[0],
    confirmed: 0,
    faultsLeft: 3,
  });
});
