import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultyFields, moduleCode, readFbox } from '../../../main/wire/fbox.ts';
import type { FboxError } from '../../../main/wire/fbox.ts';

const ok = { data: { a: 1 }, error: null, is_success: true };
const failed = {
  data: null,
  error: { code: 36909, message: 'ERROR_ZREPORT_IS_NOT_OPEN', data: null },
  is_success: false,
};

function read(answer: unknown) {
  return readFbox(200, JSON.stringify(answer));
}

function error(code: number | null, message: string): FboxError {
  const reply = read({ data: null, error: code === null ? message : { code, message, data: null }, is_success: false });
  if (reply.kind !== 'error') throw new Error('not an error');
  return reply.error;
}

describe('the envelope of FBOX', () => {
  test('is a success with is_success true and error null', () => {
    expect(read(ok)).toEqual({ kind: 'success', data: { a: 1 } });
  });

  test('is read the same when wrapped once more in result', () => {
    expect([read({ result: ok }), read({ result: failed })]).toEqual([read(ok), read(failed)]);
  });

  test('is an error although HTTP says 200', () => {
    expect(read(failed)).toEqual({
      kind: 'error',
      error: { code: 36909, message: 'ERROR_ZREPORT_IS_NOT_OPEN', details: undefined, data: null },
      data: null,
    });
  });

  test('may carry an error that is a plain text', () => {
    expect(read({ data: null, error: 'BILLING_ERROR', is_success: false })).toEqual({
      kind: 'error',
      error: { code: null, message: 'BILLING_ERROR', details: undefined, data: null },
      data: null,
    });
  });

  test('with its two flags against each other says nothing', () => {
    const replies = [read({ ...ok, is_success: false }), read({ ...failed, is_success: true })];
    expect(replies).toEqual(replies.map(() => ({ kind: 'unknown', reason: 'contradiction' })));
  });

  test.each([
    ['no error key', { data: {}, is_success: true }],
    ['no is_success', { data: {}, error: null }],
    ['is_success as text', { ...ok, is_success: 'true' }],
    ['is_success as a number', { ...ok, is_success: 1 }],
    ['an error code as text', { ...failed, error: { code: '7', message: '' } }],
    ['an error that is a number', { ...failed, error: 7 }],
    ['a list', [ok]],
    ['a text', 'ok'],
    ['null', null],
    ['result inside result', { result: { result: ok } }],
  ])('with %s has the wrong shape', (_name, answer) => {
    expect(read(answer)).toEqual({ kind: 'unknown', reason: 'wrong-shape' });
  });

  test('does not count under any HTTP status but 200', () => {
    const replies = [201, 302, 400, 404, 500, 502].map((status) => readFbox(status, JSON.stringify(ok)));
    expect(replies).toEqual(replies.map(() => ({ kind: 'unknown', reason: 'http-status' })));
  });

  test('that is empty, or no JSON, or cut off, says nothing', () => {
    const reasons = ['', ' \n', '<html>Bad Gateway</html>', '{"data":{"a":1},"error":null,"is_succ'].map((body) =>
      readFbox(200, body),
    );
    expect(reasons).toEqual(['empty', 'empty', 'not-json', 'not-json'].map((reason) => ({ kind: 'unknown', reason })));
  });

  test('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(600), (body, status) => {
        expect(['success', 'error', 'unknown']).toContain(readFbox(status, body).kind);
      }),
    );
  });
});

describe('the code of the fiscal module', () => {
  test('is the hexadecimal prefix of the message before the number', () => {
    expect(moduleCode(error(104, '902D Z-report is not open'))).toBe(0x902d);
  });

  test('is the number when the message has no such prefix', () => {
    expect([moduleCode(error(36888, 'ERROR_RECEIPT_TIME_PAST')), moduleCode(error(7, '9th field'))]).toEqual([
      36888, 7,
    ]);
  });

  test('is absent when neither is there', () => {
    expect(moduleCode(error(null, 'BILLING_ERROR'))).toBe(null);
  });
});

describe('the fields FBOX finds fault with', () => {
  test('are the keys of a message that is itself JSON', () => {
    expect(faultyFields(error(7, '{"payment_id":["This field may not be blank."]}'))).toEqual(['payment_id']);
  });

  test('are unknown when the message is anything else', () => {
    const messages = ['plain', '{}', '[]', '{"status":"error"}', '{"a":[]}', '7'];
    expect(messages.map((message) => faultyFields(error(7, message)))).toEqual(messages.map(() => null));
  });
});
