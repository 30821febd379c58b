import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askPayme, readPayme } from '../../../main/wire/payme.ts';
import { scriptedServer } from './scripted-server.ts';
import type { ScriptedServer } from './scripted-server.ts';

function read(answer: unknown, id = 7) {
  return readPayme(200, JSON.stringify(answer), id);
}

const ok = { jsonrpc: '2.0', id: 7, result: { state: 4 } };

describe("the envelope of Payme's Subscribe API", () => {
  test('is a success with a result and no error', () => {
    expect(read(ok)).toEqual({ kind: 'success', result: { state: 4 } });
  });

  test.each([null, undefined, '7'])('is ours although its id is %j', (id) => {
    expect(read({ ...ok, id, error: null })).toEqual({ kind: 'success', result: { state: 4 } });
  });

  test('is not ours when it carries the number of another request', () => {
    expect([read({ ...ok, id: 8 }), read({ ...ok, id: 'x' })]).toEqual([
      { kind: 'unknown', reason: 'wrong-id' },
      { kind: 'unknown', reason: 'wrong-id' },
    ]);
  });

  test('is an error with words in one language or in several', () => {
    const error = (message: unknown) => read({ id: 7, error: { code: -31630, message, data: 'card' } });
    const said = (message: string) => ({ kind: 'error', error: { code: -31630, message, data: 'card' } });
    expect([error('Нет'), error({ ru: 'Нет', uz: 'Yoʻq' }), error({ uz: 'Yoʻq' }), error({}), error(null)]).toEqual(
      ['Нет', 'Нет', 'Yoʻq', '', ''].map(said),
    );
  });

  test('may leave out what an error need not have', () => {
    expect(read({ error: { code: -32504 } })).toEqual({
      kind: 'error',
      error: { code: -32504, message: '', data: null },
    });
  });

  test('with both a result and an error, or neither, says nothing', () => {
    const replies = [read({ ...ok, error: { code: 1, message: '' } }), read({ id: 7 }), read({ ...ok, result: null })];
    expect(replies).toEqual(replies.map(() => ({ kind: 'unknown', reason: 'contradiction' })));
  });

  test.each([
    [500, JSON.stringify(ok), 'http-status'],
    [200, ' ', 'empty'],
    [200, '<html>', 'not-json'],
    [200, '"paid"', 'wrong-shape'],
    [200, '{"error":{"code":"-31630"}}', 'wrong-shape'],
    [200, '{"error":"no"}', 'wrong-shape'],
  ])('with HTTP %i and %j says nothing', (status, body, reason) => {
    expect(readPayme(status, body, 7)).toEqual({ kind: 'unknown', reason });
  });

  test('whatever the JSON is, reading it never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer(), (body, id) => {
        expect(['success', 'error', 'unknown']).toContain(read(body, id).kind);
      }),
    );
  });
});

describe('asking Payme', () => {
  let server: ScriptedServer;
  beforeEach(async () => void (server = await scriptedServer()));
  afterEach(() => server.close());

  const cashbox = () => ({ baseUrl: `${server.baseUrl}/api/`, cashboxId: '100fe486', key: 'Rw7?b:k' });
  const question = { method: 'receipts.check', params: { id: 'r1' } };

  test('posts the method with the credentials in X-Auth, and numbers its requests', async () => {
    server.plays((body) => ({ json: { id: (body as { id: number }).id, result: { state: 0 } } }));
    const replies = [await askPayme(cashbox(), question, 5_000), await askPayme(cashbox(), question, 5_000)];
    const [first = 0, second = 0] = server.heard.map(({ body }) => (body as { id: number }).id);
    expect(replies).toEqual(replies.map(() => ({ kind: 'success', result: { state: 0 } })));
    expect(server.heard[0]).toEqual({ method: 'POST', path: '/api', body: { id: first, ...question } });
    expect([second - first, server.credentials]).toEqual([1, ['100fe486:Rw7?b:k', '100fe486:Rw7?b:k']]);
  });

  test('says nothing of the credentials when it fails', async () => {
    server.plays('reset-after-reading');
    const lost = await askPayme(cashbox(), question, 5_000);
    const unsendable = await askPayme({ ...cashbox(), key: 'две\nстроки' }, question, 5_000);
    expect([lost, unsendable]).toEqual([
      { kind: 'unknown', reason: 'reset' },
      { kind: 'nothing-sent', reason: 'unreachable' },
    ]);
  });

  test('never leaves training', async () => {
    const guarded = { ...cashbox(), onlyOrigin: 'http://127.0.0.1:1' };
    expect(await askPayme(guarded, question, 5_000)).toEqual({ kind: 'nothing-sent', reason: 'wrong-origin' });
    expect(server.heard).toEqual([]);
  });
});
