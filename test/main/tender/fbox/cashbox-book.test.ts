import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Line, ProviderBook } from '../../../../main/tender/provider.ts';
import { codeProvider } from '../../../../main/tender/registry.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { ScriptedServer } from '../../wire/scripted-server.ts';
import { account, enquiry as namedEnquiry, onlyTo, payment, receiptFacts, receiptJson } from '../subscribe/receipts.ts';

const id = receiptFacts.providerPaymentId;
const sentAt = 1_481_113_800_000;
const enquiry = { ...namedEnquiry, providerPaymentId: null, sentAt };

let server: ScriptedServer;
beforeEach(async () => void (server = await scriptedServer()));
afterEach(() => server.close());

type Changes = { sendRegisterIds?: boolean; cashbox?: undefined; onlyOrigins?: Readonly<Record<Line, string>> };

function paymeGo({ onlyOrigins, ...changes }: Changes = {}) {
  const box = { kind: 'fbox', baseUrl: 'http://127.0.0.1:9', amountUnit: 'sum', sendRegisterIds: true } as const;
  const cashbox = { baseUrl: `${server.baseUrl}/api`, cashboxId: 'c1', key: 'k1' };
  return codeProvider(
    { ...box, timeoutSeconds: 75, cashbox, ...changes },
    { kkmId: '00000011', deviceId: '00000012', onlyOrigins },
  );
}

function book(changes: Changes = {}): ProviderBook {
  const its = paymeGo(changes).book;
  if (!its) throw new Error('no book');
  return its;
}

function holds(...receipts: unknown[]) {
  server.plays({ json: { id: null, result: receipts } });
}

/** A receipt FBOX made: `document` is a number of its own. */
function boxReceipt(changes: Record<string, unknown> = {}) {
  const named = { kkm_id: '00000011', device_id: '00000012', document: 'a12fc00f' };
  return receiptJson({ account: account(named), ...changes });
}

const boxFacts = { ...receiptFacts, transactionId: 'a12fc00f' };

describe('FBOX without a cashbox', () => {
  test('has no book and nothing to knock at', () => {
    const { line, prepare, book: its, knock } = paymeGo({ cashbox: undefined });
    expect({ line, prepare, its, knock }).toEqual({ line: 'box', prepare: null, its: null, knock: null });
  });
});

describe('FBOX with a cashbox', () => {
  test('still has nothing to prepare, and knocks at Payme', async () => {
    const { prepare, knock } = paymeGo();
    expect([prepare, await knock?.(), server.heard]).toEqual([null, true, []]);
  });

  test('asks, gives back and reads the book nowhere but in training', async () => {
    const guarded = paymeGo({ onlyOrigins: onlyTo(server.baseUrl, 'http://127.0.0.1:1') });
    const outcomes = [await guarded.book?.ask(enquiry), await guarded.book?.cancel(payment()), await guarded.knock?.()];
    const unreachable = { kind: 'unreachable', reason: 'wrong-origin' };
    expect([outcomes, server.heard]).toEqual([[unreachable, unreachable, false], []]);
  });
});

describe('asking about a charge whose answer was lost', () => {
  test('looks through the minutes around it and finds the one receipt that can be its', async () => {
    holds(boxReceipt(), boxReceipt({ _id: 'f'.repeat(24), amount: 5 }));
    expect(await book().ask(enquiry)).toEqual({ kind: 'paid', facts: boxFacts });
    const params = { count: 50, from: sentAt - 120_000, to: sentAt + 195_000, offset: 0 };
    expect(server.heard.map(({ body }) => body)).toMatchObject([{ method: 'receipts.get_all', params }]);
  });

  test.each([
    [0, { kind: 'not-found' }],
    [2, { kind: 'moving', reason: 'state-2', paymentId: id }],
    [20, { kind: 'stuck', reason: 'state-20', paymentId: id }],
    [50, { kind: 'returned', paymentId: id }],
  ])('tells the state %i of the receipt it found', async (state, outcome) => {
    holds(boxReceipt({ state }));
    expect(await book().ask(enquiry)).toEqual(outcome);
  });

  test('finds nothing among the payments of others', async () => {
    holds(boxReceipt());
    const owns = (paymentId: string) => paymentId === id;
    expect(await book().ask({ ...enquiry, others: { owns, alike: 0 } })).toEqual({ kind: 'not-found' });
  });

  test('names the receipts that could be meant, when a person must decide', async () => {
    holds(boxReceipt(), boxReceipt({ _id: 'f'.repeat(24), state: 50 }));
    expect(await book().ask(enquiry)).toEqual({
      kind: 'unclear',
      reason: 'ambiguous',
      message: `payment ${id}, amount 100000, state 4; payment ${'f'.repeat(24)}, amount 100000, state 50`,
    });
  });

  test('takes one receipt for neither of two attempts', async () => {
    holds(boxReceipt());
    const outcome = await book().ask({ ...enquiry, others: { owns: () => false, alike: 1 } });
    expect(outcome).toMatchObject({ kind: 'unclear', reason: 'ambiguous' });
  });

  test('reads page after page to the end', async () => {
    const full = Array.from({ length: 50 }, (_, at) => boxReceipt({ _id: String(at).padStart(24, '0'), amount: 5 }));
    server.plays((body) => {
      const { offset } = (body as { params: { offset: number } }).params;
      return { json: { result: offset < 100 ? full : [boxReceipt()] } };
    });
    expect(await book().ask(enquiry)).toEqual({ kind: 'paid', facts: boxFacts });
    expect(server.heard.length).toBe(3);
  });

  test('says "not found" of no book that does not end', async () => {
    holds(...Array.from({ length: 50 }, () => boxReceipt({ amount: 5 })));
    expect(await book().ask(enquiry)).toEqual({ kind: 'unclear', reason: 'book-too-long', message: '' });
    expect(server.heard.length).toBe(20);
  });

  test('says "not found" of no book that could not be read', async () => {
    server.plays('reset-after-reading');
    expect(await book().ask(enquiry)).toEqual({ kind: 'unreachable', reason: 'reset' });
  });
});

describe('asking about a payment FBOX has named', () => {
  const named = { ...enquiry, providerPaymentId: id };
  const answered = (changes: Record<string, unknown> = {}) =>
    server.plays({ json: { id: null, result: { receipt: boxReceipt(changes) } } });

  test('goes by its id, whatever else is alike', async () => {
    answered();
    const outcome = await book().ask({ ...named, others: { owns: () => true, alike: 5 } });
    expect(outcome).toEqual({ kind: 'paid', facts: boxFacts });
    expect(server.heard[0]?.body).toMatchObject({ method: 'receipts.get', params: { id } });
  });

  test('compares the register ids only where the till itself sent them', async () => {
    answered({ account: account({ kkm_id: '7', device_id: '7' }) });
    expect(await book().ask(named)).toMatchObject({ kind: 'unclear', reason: 'account-mismatch' });
    expect(await book({ sendRegisterIds: false }).ask(named)).toMatchObject({ kind: 'paid' });
  });

  test('is cancelled by its id', async () => {
    answered({ state: 21 });
    expect(await book().cancel(payment())).toEqual({ kind: 'accepted' });
  });
});
