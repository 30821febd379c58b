import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { returnById, takeById } from '../../../../main/tender/subscribe/book.ts';
import { createSubscribePaymeGo } from '../../../../main/tender/subscribe/payme-go.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { Script, ScriptedServer } from '../../wire/scripted-server.ts';
import { account, enquiry, payment, receiptFacts, receiptJson, receiptRow } from './receipts.ts';

const id = receiptFacts.providerPaymentId;

let server: ScriptedServer;
beforeEach(async () => void (server = await scriptedServer()));
afterEach(() => server.close());

function book() {
  const cashbox = { baseUrl: server.baseUrl, cashboxId: 'c1', key: 'k1', timeoutSeconds: 5 };
  const { book: its } = createSubscribePaymeGo({ ...cashbox, kkmId: '00000011', deviceId: '00000012' });
  if (!its) throw new Error('no book');
  return its;
}

function result(value: unknown): Script {
  return { json: { id: null, result: value } };
}

function error(code: number): Script {
  return { json: { id: null, error: { code, message: 'words' } } };
}

const asked = () => server.heard.map(({ body }) => body);

describe('asking about an attempt', () => {
  test('asks for its receipt by its id, however many others are alike', async () => {
    server.plays(result({ receipt: receiptJson() }));
    expect(await book().ask({ ...enquiry, others: { owns: () => false, alike: 3 } })).toEqual({
      kind: 'paid',
      facts: receiptFacts,
    });
    expect(asked()).toMatchObject([{ method: 'receipts.get', params: { id } }]);
  });

  test('finds nothing, and asks nobody, when no receipt was ever made ready', async () => {
    expect([await book().ask({ ...enquiry, providerPaymentId: null }), asked()]).toEqual([{ kind: 'not-found' }, []]);
  });

  test.each([
    [{ _id: '2e0b1bc1f1eb50d487ba268e' }, 'other-receipt'],
    [{ amount: 100 }, 'amount-mismatch'],
    [{ amount: 100, state: 50 }, 'amount-mismatch'],
    [{ account: account({ document: 'a2' }) }, 'account-mismatch'],
  ])('cannot act on a receipt that is not the attempt: %j', async (change, reason) => {
    server.plays(result({ receipt: receiptJson(change) }));
    expect(await book().ask(enquiry)).toMatchObject({ kind: 'unclear', reason });
  });

  test.each([
    [error(-31602), { kind: 'not-found' }],
    [error(-31001), { kind: 'unclear', reason: 'payme--31001', message: 'words' }],
    [error(-32504), { kind: 'unclear', reason: 'payme--32504', message: 'words' }],
    [result({ state: 4 }), { kind: 'unclear', reason: 'wrong-shape', message: '' }],
    [
      { text: 'oops', status: 502 },
      { kind: 'unclear', reason: 'http-status', message: '' },
    ],
    ['reset-after-reading', { kind: 'unreachable', reason: 'reset' }],
  ] as const)('after %j says %j', async (script, outcome) => {
    server.plays(script);
    expect(await book().ask(enquiry)).toEqual(outcome);
  });
});

describe('a question nobody waits for any more', () => {
  test('ends at once and has taught nothing', async () => {
    const waiting = new AbortController();
    server.plays(() => {
      waiting.abort();
      return 'silence';
    });
    const outcome = await book().ask({ ...enquiry, stop: waiting.signal });
    expect(outcome).toEqual({ kind: 'unreachable', reason: 'timeout' });
  });
});

describe('giving money back', () => {
  test.each([
    [21, { kind: 'accepted' }],
    [50, { kind: 'returned' }],
    [4, { kind: 'unclear', reason: 'state-4', message: `payment ${id}, amount 100000, state 4` }],
    [20, { kind: 'unclear', reason: 'state-20', message: `payment ${id}, amount 100000, state 20` }],
  ])('a receipt answered in state %i is %j', async (state, outcome) => {
    server.plays(result({ receipt: receiptJson({ state }) }));
    expect(await book().cancel(payment())).toEqual(outcome);
    expect(asked()).toMatchObject([{ method: 'receipts.cancel', params: { id } }]);
  });

  test('says nothing when the answer is about another receipt', async () => {
    server.plays(result({ receipt: receiptJson({ _id: '2e0b1bc1f1eb50d487ba268e', state: 50 }) }));
    expect(await book().cancel(payment())).toMatchObject({ kind: 'unclear', reason: 'other-receipt' });
  });

  test.each([
    [error(-32504), { kind: 'refused', reason: 'payme--32504', message: 'words' }],
    [error(-31007), { kind: 'refused', reason: 'payme--31007', message: 'words' }],
    [error(-31602), { kind: 'unclear', reason: 'payme--31602', message: 'words' }],
    [error(-31001), { kind: 'unclear', reason: 'payme--31001', message: 'words' }],
    [error(-32400), { kind: 'unclear', reason: 'payme--32400', message: 'words' }],
    [result({}), { kind: 'unclear', reason: 'wrong-shape', message: '' }],
    ['reset-after-reading', { kind: 'unreachable', reason: 'reset' }],
  ] as const)('after %j ends as %j', async (script, outcome) => {
    server.plays(script);
    expect(await book().cancel(payment())).toEqual(outcome);
  });
});

describe('a page of the book', () => {
  const period = { from: 1, to: 2, offset: 50 };
  const page = async () => book().page?.(period);

  test('is asked for fifty at a time and read oldest first', async () => {
    const younger = receiptJson({ _id: 'f'.repeat(24), create_time: 1_481_113_810_045, state: 33 });
    server.plays(result([younger, receiptJson()]));
    expect(await page()).toEqual({
      kind: 'page',
      rows: [receiptRow, { ...receiptRow, paymentId: 'f'.repeat(24), createdAt: 1_481_113_810_045, state: 'stuck' }],
      more: false,
    });
    expect(asked()).toMatchObject([{ method: 'receipts.get_all', params: { count: 50, ...period } }]);
  });

  test('has more behind it when it is full', async () => {
    server.plays(result(Array.from({ length: 50 }, () => receiptJson())));
    expect(await page()).toMatchObject({ kind: 'page', more: true });
  });

  test("reads other people's receipts too, whatever their accounts are called", async () => {
    server.plays(result([receiptJson({ account: account({ loan_id: { ru: '2' } }), currency: 840 })]));
    const none = { kkmId: null, deviceId: null, document: null };
    expect(await page()).toMatchObject({ rows: [{ account: none, currency: '840' }] });
  });

  test.each([
    [result([receiptJson({ amount: '1' })]), { kind: 'unclear', reason: 'wrong-shape', message: '' }],
    [error(-32504), { kind: 'unclear', reason: 'payme--32504', message: 'words' }],
    ['reset-after-reading', { kind: 'unreachable', reason: 'reset' }],
  ] as const)('cannot be read after %j', async (script, outcome) => {
    server.plays(script);
    expect(await page()).toEqual(outcome);
  });
});

describe('taking money that is held', () => {
  const take = () => takeById({ baseUrl: server.baseUrl, cashboxId: 'c1', key: 'k1' }, id);

  test('is done when its receipt is paid', async () => {
    server.plays(result({ receipt: receiptJson() }));
    expect(await take()).toEqual({ kind: 'done' });
    expect(asked()).toMatchObject([{ method: 'receipts.confirm_hold', params: { id } }]);
  });

  test.each([
    [result({ receipt: receiptJson({ state: 5 }) }), 'state-5', `payment ${id}, amount 100000, state 5`],
    [result({ receipt: receiptJson({ state: 6 }) }), 'state-6', `payment ${id}, amount 100000, state 6`],
    [
      result({ receipt: receiptJson({ _id: 'f'.repeat(24) }) }),
      'other-receipt',
      `payment ${'f'.repeat(24)}, amount 100000, state 4`,
    ],
    [result({ success: true }), 'wrong-shape', ''],
    [error(-31008), 'payme--31008', 'words'],
    ['reset-after-reading', 'reset', ''],
  ] as const)('is not yet after %j', async (script, reason, message) => {
    server.plays(script);
    expect(await take()).toEqual({ kind: 'not-yet', reason, message });
  });
});

describe('giving a payment back that nobody asked about before', () => {
  const back = () => returnById({ baseUrl: server.baseUrl, cashboxId: 'c1', key: 'k1' }, id);
  const methods = () => asked().map((body) => (body as { method: string }).method);
  const isCheck = (body: unknown) => (body as { method: string }).method === 'receipts.check';

  test.each([
    [21, { kind: 'accepted' }],
    [50, { kind: 'returned' }],
  ] as const)('in state %i cancels nothing a second time', async (state, outcome) => {
    server.plays(result({ state }));
    expect([await back(), methods()]).toEqual([outcome, ['receipts.check']]);
  });

  test.each([
    ['paid', result({ state: 4 })],
    ['of which nothing could be heard', 'reset-after-reading'],
  ] satisfies [string, Script][])('that is %s is cancelled', async (_, script) => {
    const queued = result({ receipt: receiptJson({ state: 21 }) });
    server.plays((body) => (isCheck(body) ? script : queued));
    expect([await back(), methods()]).toEqual([{ kind: 'accepted' }, ['receipts.check', 'receipts.cancel']]);
  });
});
