import { describe, expect, test } from 'vitest';
import { basic, due, paymeKey } from '../listener/shop.ts';
import { code, open, other } from './desk.ts';

describe('who may call, and how', () => {
  test('a stranger is refused on every method, known or not', async () => {
    const { payme, params } = await open();
    const methods = [
      'CheckPerformTransaction',
      'CreateTransaction',
      'PerformTransaction',
      'CancelTransaction',
      'CheckTransaction',
      'GetStatement',
      'SetFiscalData',
      'ChangePassword',
      'Nothing',
    ];
    const wrong = [
      null,
      basic('Paycom', 'merchant key of the shoq'),
      basic('Paycom', 'merchant key'),
      basic('Paycom', ''),
      basic('Payme', 'merchant key of the shop'),
      basic('merchant key of the shop', 'Paycom'),
      paymeKey.replace('Basic', 'Bearer'),
      'Basic %%%',
      'Basic',
    ];
    for (const authorization of wrong)
      for (const method of methods)
        expect(code(await payme.rpc(method, params, { authorization }))).toEqual([200, -32504]);
  });

  test('the test key opens too, also one with colons in it; a blank one opens nothing', async () => {
    const merchantApi = { login: 'Paycom', key: 'live:with:colons', testKey: ':test:' };
    const { payme, account } = await open({ listener: { merchantApi } });
    const may = async (key: string) =>
      (await payme.rpc('CheckPerformTransaction', { amount: due, account }, { authorization: basic('Paycom', key) }))
        .result;
    expect(await Promise.all(['live:with:colons', ':test:'].map(may))).toEqual([{ allow: true }, { allow: true }]);
    expect(await Promise.all(['live', 'live:with', 'colons', 'test', ''].map(may))).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  test('ChangePassword, and any method there is not, is named in the refusal', async () => {
    const { payme } = await open();
    for (const method of ['ChangePassword', 'toString', '__proto__', 'checkTransaction'])
      expect((await payme.rpc(method, { password: 'x' })).error).toEqual({
        code: -32601,
        message: 'No such method',
        data: method,
      });
  });

  test('the name of the request stands in the answer, with or without jsonrpc', async () => {
    const { payme } = await open();
    const headers = { authorization: paymeKey, 'content-type': 'application/json' };
    for (const id of [7, 0, -1, 1.5, 'seven', '', null])
      for (const extra of [{}, { jsonrpc: '2.0' }]) {
        const body = JSON.stringify({ ...extra, method: 'CheckTransaction', params: { id: other }, id });
        const heard = await payme.send('/payme', { body, headers });
        expect([heard.id, heard.error?.code, 'result' in heard]).toEqual([id, -31003, false]);
        expect((await payme.send('/payme', { body: JSON.stringify({ ...extra, id }), headers })).id).toBe(id);
      }
  });

  test('a body that is no call is refused with HTTP 200', async () => {
    const { payme } = await open();
    const headers = { authorization: paymeKey };
    for (const body of ['', '{', '{"id":1', Buffer.from([0x7b, 0xff, 0x7d])])
      expect(code(await payme.send('/payme', { body, headers }))).toEqual([200, -32700]);
    for (const body of [
      'null',
      '[]',
      '7',
      '"text"',
      '{"id":{}}',
      '[{"method":"CheckTransaction"}]',
      '{"method":7}',
      '{"method":""}',
    ])
      expect(code(await payme.send('/payme', { body, headers }))).toEqual([200, -32600]);
  });

  test('a method without what it needs is refused as -32600', async () => {
    const { payme } = await open();
    const calls = [
      ['CreateTransaction', {}],
      ['CreateTransaction', undefined],
      ['PerformTransaction', { id: '' }],
      ['PerformTransaction', { id: 7 }],
      ['CheckTransaction', []],
      ['GetStatement', { from: 'yesterday', to: 'today' }],
      ['CancelTransaction', { id: 'x', reason: 'why' }],
    ] as const;
    for (const [method, params] of calls) expect(code(await payme.rpc(method, params))).toEqual([200, -32600]);
  });

  test('another verb is told so with HTTP 200', async () => {
    const { payme } = await open();
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect(code(await payme.send('/payme', { method, headers: { authorization: paymeKey } }))).toEqual([200, -32300]);
  });

  test('a body larger than anything Payme sends is refused unread, with HTTP 200', async () => {
    const { payme } = await open();
    const body = JSON.stringify({ method: 'CheckTransaction', params: { id: 'x'.repeat(70_000) } });
    expect(code(await payme.send('/payme', { body, headers: { authorization: paymeKey } }))).toEqual([200, -32700]);
  });

  test('an address that is not on the list learns no more than who has no key', async () => {
    const { payme } = await open({ listener: { allow: ['185.234.113.1'] } });
    expect(code(await payme.rpc('CheckTransaction', { id: other }))).toEqual([200, -32504]);
  });
});
