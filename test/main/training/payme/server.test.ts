import { expect, test } from 'vitest';
import { account, cashboxId, failed, key, morning, notFound, startRig } from './rig.ts';

const notRpc = failed(-32600, 'Отсутствуют обязательные поля в RPC-запросе или тип полей не соответствует.');
const denied = failed(-32504, 'Недостаточно привилегий для выполнения метода.');

test('Payme listens on this machine only', async () => {
  const { payme } = await startRig();
  expect(payme.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api$/);
});

test.each([undefined, cashboxId, `${cashboxId}:`, `${cashboxId}:${key}x`, `62d52ce6ca96effd0777a772:${key}`])(
  'with %s in X-Auth nothing is done',
  async (auth) => {
    const { payme, send } = await startRig();
    const body = JSON.stringify({ id: 1, method: 'receipts.create', params: { amount: 100_000, account } });
    const answer = await send(body, auth === undefined ? {} : { 'x-auth': auth });
    expect({ status: answer.status, body: JSON.parse(answer.text) }).toEqual({ status: 200, body: denied });
    expect(payme.ledger.receipts).toEqual([]);
  },
);

test('what is not POST is refused in words, with HTTP status 200', async () => {
  const { payme } = await startRig();
  const answer = await fetch(payme.url);
  const body = { jsonrpc: '2.0', id: null, error: { code: -32300, message: 'Метод запроса не POST.' } };
  expect([answer.status, await answer.json()]).toEqual([200, body]);
});

test.each(['', '{"id": 1', 'id=1'])('%j is not JSON', async (body) => {
  const { send } = await startRig();
  const said = { jsonrpc: '2.0', id: null, error: { code: -32700, message: 'Ошибка парсинга JSON.' } };
  expect(JSON.parse((await send(body)).text)).toEqual(said);
});

test.each([{ id: 1 }, { id: 1, method: 7 }, { id: 1, method: '' }, { id: 1, method: 'receipts.get', params: [] }])(
  '%j is no request',
  async (body) => {
    const { send } = await startRig();
    expect(JSON.parse((await send(JSON.stringify(body))).text)).toEqual(notRpc);
  },
);

test.each(['receipts.send_all', 'cards.create', 'toString'])('the cashbox has no method %s', async (method) => {
  const { call } = await startRig();
  expect(await call(method)).toEqual(failed(-32601, 'Запрашиваемый метод не найден.', method));
});

test('a request without an id is answered without one', async () => {
  const { send } = await startRig();
  const answer = await send(JSON.stringify({ method: 'receipts.check', params: { id: '0' } }));
  expect(JSON.parse(answer.text).id).toBeNull();
});

test.each([
  ['receipts.create', { amount: '1000', account: {} }, 'amount, account'],
  ['receipts.create', { amount: 1000.5, account }, 'amount'],
  ['receipts.create', { amount: 1000, account, hold: 'yes' }, 'hold'],
  ['receipts.send', { id: '0', phone: '+998901304527' }, 'phone'],
  ['receipts.confirm_hold', {}, 'id'],
  ['receipts.pay', { id: 7 }, 'id, token'],
  ['receipts.check', {}, 'id'],
  ['receipts.get', { id: null }, 'id'],
  ['receipts.cancel', {}, 'id'],
  ['receipts.get_all', { count: 51, from: 0, to: 1, offset: -1 }, 'count, offset'],
  ['receipts.get_all', { count: 1, from: 2, to: 1 }, 'to'],
  [
    'receipts.set_fiscal_data',
    { id: '0', fiscal_data: { receipt_id: '1' } },
    'fiscal_data.receipt_id, fiscal_data.qr_code_url',
  ],
])('%s with %j is refused with every wrong parameter named', async (method, params, fields) => {
  const { call } = await startRig();
  expect(await call(method, params)).toEqual(failed(-32602, 'Не валидные параметры.', fields));
});

test.each([
  [99, -31611],
  [0, -31611],
  [-100, -31611],
  [10_000_000_001, -31612],
])('%i tiyin is no amount this cashbox takes', async (amount, code) => {
  const { call, payme } = await startRig();
  expect((await call('receipts.create', { amount, account })).error.code).toBe(code);
  expect(payme.ledger.receipts).toEqual([]);
});

test.each(['receipts.check', 'receipts.get'])('%s knows no receipt that never was', async (method) => {
  const { call } = await startRig();
  expect(await call(method, { id: '0'.repeat(24) })).toEqual(notFound);
});

test('a receipt is read whole, as it was answered when it was paid', async () => {
  const { call, create, pay } = await startRig();
  const id = await create({ detail: { receipt_type: 0, items: [] } });
  const paid = await pay(id);
  expect(await call('receipts.get', { id })).toEqual(paid);
  expect(paid.result.receipt.detail).toEqual({ receipt_type: 0, items: [] });
});

test('the fiscal receipt of a payment is kept, as often as it is handed over', async () => {
  const { call, create, pay, payme } = await startRig();
  const id = await create();
  await pay(id);
  const data = { terminal_id: 'ZZ000000000000', receipt_id: 121, qr_code_url: 'https://ofd.soliq.uz/check?t=ZZ' };
  const answers = [];
  for (let at = 0; at < 2; at += 1) answers.push(await call('receipts.set_fiscal_data', { id, fiscal_data: data }));
  const said = { jsonrpc: '2.0', id: 1, result: { success: true } };
  expect(answers).toEqual([said, said]);
  const kept = { receiptId: id, at: morning, data };
  expect(payme.ledger.fiscalData).toEqual([kept, kept]);
});

test('a receipt nobody paid has no fiscal receipt', async () => {
  const { call, create, payme } = await startRig();
  const data = { receipt_id: 1, qr_code_url: 'https://ofd.soliq.uz/check?t=ZZ' };
  expect(await call('receipts.set_fiscal_data', { id: await create(), fiscal_data: data })).toEqual(notFound);
  expect(payme.ledger.fiscalData).toEqual([]);
});

test('with the cable out nobody answers; with the cable in again it is the same Payme at the same address', async () => {
  const { create, pay, payme, state } = await startRig();
  const id = await create();
  await pay(id);
  await payme.setCable('out');
  await expect(state(id)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await payme.setCable('in');
  expect(await state(id)).toBe(4);
});
