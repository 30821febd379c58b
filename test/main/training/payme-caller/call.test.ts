import { expect, test } from 'vitest';
import { basic, callMerchant } from '../../../../main/training/payme-caller/call.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { Script } from '../../wire/scripted-server.ts';

const call = { method: 'CheckTransaction', params: { id: '5305e3bab097f420a62ced0b' } };

async function answered(script: Script) {
  const server = await scriptedServer();
  server.plays(script);
  const merchant = { url: `${server.baseUrl}/payme`, login: 'Paycom', key: 'k:1' };
  const reply = await callMerchant(merchant, call, { timeoutMs: 400 });
  await server.close();
  return { reply, heard: server.heard };
}

const fault = (message: string) => ({ kind: 'error', code: -32400, message, data: null, localized: false });

test('Payme posts a method, named parameters and a number, and nothing about a version', async () => {
  const { reply, heard } = await answered({ json: { id: 2032, result: { state: 1 } } });
  expect(reply).toEqual({ kind: 'result', result: { state: 1 } });
  expect(heard).toEqual([{ method: 'POST', path: '/payme', body: { ...call, id: 2032 } }]);
});

test('an error for the customer comes in three languages', async () => {
  const message = { ru: 'Нет', uz: 'Yoʻq', en: 'No' };
  const { reply } = await answered({ json: { id: 2032, error: { code: -31050, message, data: 'order_id' } } });
  expect(reply).toEqual({ kind: 'error', code: -31050, message: 'Нет', data: 'order_id', localized: true });
});

test.each<[Script, string]>([
  [{ status: 500, json: { id: 2032, result: {} } }, 'HTTP 500'],
  [{ status: 401, text: '' }, 'HTTP 401'],
  [{ text: '<html>' }, 'no JSON-RPC'],
  [{ json: { id: 7, result: {} } }, 'the id of another request'],
  [{ json: { id: '2032', result: {} } }, 'the id of another request'],
  [{ json: { id: 2032 } }, 'not exactly one of result and error'],
  [{ json: { id: 2032, result: {}, error: { code: 1 } } }, 'not exactly one of result and error'],
])('%j counts as a fault of the shop', async (script, message) => {
  expect((await answered(script)).reply).toEqual(fault(message));
});

test.each<Script>(['reset-after-reading', 'silence'])('after %s the answer is lost', async (script) => {
  expect((await answered(script)).reply.kind).toBe('lost');
});

test('a shop that is not there loses the answer too', async () => {
  const merchant = { url: 'http://127.0.0.1:1/payme', login: 'Paycom', key: 'k' };
  expect((await callMerchant(merchant, call)).kind).toBe('lost');
});

test('login and key go as Basic authentication writes them', () => {
  expect(basic({ login: 'Login', key: 'Pass' })).toBe('Basic TG9naW46UGFzcw==');
});
