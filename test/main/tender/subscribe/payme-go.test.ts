import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { Line } from '../../../../main/tender/provider.ts';
import { codeProvider } from '../../../../main/tender/registry.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import type { Script, ScriptedServer } from '../../wire/scripted-server.ts';
import { account, onlyTo, payment, receiptFacts, receiptJson } from './receipts.ts';

const code = '50502044301381396427';
const id = receiptFacts.providerPaymentId;
const amount = tiyin(100_000);
const charge = { attemptId: 'a1', amount, code, providerPaymentId: id };
const confirmation = {
  providerPaymentId: id,
  transactionId: null,
  receiptUrl: 'https://ofd.soliq.uz/check?t=UZ170703100597&r=2421&c=20230104121801&s=014343190161',
  fiscalReceiptId: '2421',
};

let server: ScriptedServer;
beforeEach(async () => void (server = await scriptedServer()));
afterEach(() => server.close());

function paymeGo(timeoutSeconds = 5, onlyOrigins?: Readonly<Record<Line, string>>) {
  const cashbox = { baseUrl: `${server.baseUrl}/api`, cashboxId: 'c1', key: 'k1' };
  return codeProvider(
    { kind: 'subscribe', timeoutSeconds, ...cashbox },
    { kkmId: '00000011', deviceId: '00000012', onlyOrigins },
  );
}

/** What Payme answers to each method; a method that is not named gets silence. */
function answers(byMethod: Record<string, Script>) {
  server.plays((body) => byMethod[(body as { method: string }).method] ?? 'silence');
}

function result(value: unknown): Script {
  return { json: { jsonrpc: '2.0', id: null, result: value } };
}

function error(number: number, message = 'words'): Script {
  return { json: { jsonrpc: '2.0', id: null, error: { code: number, message } } };
}

const asked = () => server.heard.map(({ body }) => (body as { method: string }).method);
const params = () => server.heard.map(({ body }) => (body as { params: unknown }).params);

describe("Payme Go through Payme's Subscribe API", () => {
  test('takes the line to Payme, and is 141 to the tax office', () => {
    const { tender, name, line, fiscalProviderCode } = paymeGo();
    expect({ tender, name, line, fiscalProviderCode }).toEqual({
      tender: 'payme-go',
      name: 'subscribe',
      line: 'payme',
      fiscalProviderCode: 141,
    });
  });

  test('takes any sum, as it counts in tiyin', () => {
    expect(paymeGo().refuses(tiyin(100_050))).toBe(undefined);
  });

  test('knocks without asking anything', async () => {
    const provider = paymeGo();
    expect(await provider.knock?.()).toBe(true);
    await server.close();
    expect([await provider.knock?.(), server.heard]).toEqual([false, []]);
    server = await scriptedServer();
  });

  test('never leaves training', async () => {
    const provider = paymeGo(5, onlyTo(server.baseUrl, 'http://127.0.0.1:1'));
    const outcomes = [
      await provider.prepare?.({ attemptId: 'a1', amount }),
      await provider.charge(charge),
      await provider.confirm(confirmation),
      await provider.book?.cancel(payment()),
      await provider.knock?.(),
    ];
    expect(outcomes).toEqual([
      { kind: 'again', reason: 'wrong-origin' },
      { kind: 'nothing-sent', reason: 'wrong-origin' },
      { kind: 'try-again', reason: 'wrong-origin' },
      { kind: 'unreachable', reason: 'wrong-origin' },
      false,
    ]);
    expect(server.heard).toEqual([]);
  });
});

describe('making a payment ready', () => {
  const prepare = () => paymeGo().prepare?.({ attemptId: 'a1', amount });

  test('creates a receipt of our amount that names register and attempt', async () => {
    answers({ 'receipts.create': result({ receipt: receiptJson({ state: 0 }) }) });
    expect(await prepare()).toEqual({ kind: 'ready', providerPaymentId: id });
    const named = { kkm_id: '00000011', device_id: '00000012', document: 'a1' };
    expect([asked(), params()]).toEqual([['receipts.create'], [{ amount: 100_000, account: named }]]);
  });

  test.each([
    [{ amount: 1000, state: 0 }, 'amount-mismatch'],
    [{ account: account({ document: 'a2' }), state: 0 }, 'account-mismatch'],
    [{ currency: 840, state: 0 }, 'currency-mismatch'],
    [{ state: 4 }, 'not-unpaid'],
  ])('ends before the code leaves when the receipt is not what was asked for: %j', async (change, reason) => {
    answers({ 'receipts.create': result({ receipt: receiptJson(change) }) });
    expect(await prepare()).toMatchObject({ kind: 'declined', reason });
  });

  test.each([
    [-31601, 'shop-refused'],
    [-32504, 'shop-refused'],
    [-31611, 'amount-too-small'],
    [-31612, 'amount-too-large'],
    [-31050, 'payme--31050'],
  ])('is declined for good on %i', async (number, reason) => {
    answers({ 'receipts.create': error(number) });
    expect(await prepare()).toEqual({ kind: 'declined', reason, message: 'words' });
  });

  test.each([
    [error(-31001), 'payme--31001'],
    [error(-32400), 'payme--32400'],
    [error(-31622), 'payme--31622'],
    [result({ receipt: receiptJson({ _id: 'short', state: 0 }) }), 'wrong-shape'],
    [{ text: '' }, 'empty'],
    ['reset-after-reading', 'reset'],
  ] as const)('may be tried again after %j', async (script, reason) => {
    answers({ 'receipts.create': script });
    expect(await prepare()).toEqual({ kind: 'again', reason });
  });
});

describe('charging', () => {
  test("pays the prepared receipt with the customer's code, in one request", async () => {
    answers({ 'receipts.pay': result({ receipt: receiptJson() }) });
    expect(await paymeGo().charge(charge)).toEqual({ kind: 'paid', facts: receiptFacts });
    expect(server.heard.map(({ path }) => path)).toEqual(['/api']);
    expect([asked(), params(), server.credentials]).toEqual([['receipts.pay'], [{ id, token: code }], ['c1:k1']]);
  });

  test('sends nothing for a payment that was not made ready', async () => {
    const outcome = await paymeGo().charge({ ...charge, providerPaymentId: null });
    expect([outcome, server.heard]).toEqual([{ kind: 'nothing-sent', reason: 'not-prepared' }, []]);
  });

  test('is declined when Payme refuses and the receipt is still unpaid', async () => {
    answers({ 'receipts.pay': error(-31630), 'receipts.check': result({ state: 0 }) });
    expect(await paymeGo().charge(charge)).toEqual({ kind: 'declined', reason: 'card-refused', message: 'words' });
    expect([asked(), params()[1]]).toEqual([['receipts.pay', 'receipts.check'], { id }]);
  });

  test('is in doubt when Payme refuses although the receipt is paid', async () => {
    answers({ 'receipts.pay': error(-31630), 'receipts.check': result({ state: 4 }) });
    const outcome = await paymeGo().charge(charge);
    expect(outcome).toEqual({ kind: 'unknown', reason: 'refused-at-state-4', message: 'words' });
  });

  test('is in doubt when Payme refuses and cannot be asked', async () => {
    answers({ 'receipts.pay': error(-31400), 'receipts.check': 'reset-after-reading' });
    const outcome = await paymeGo().charge(charge);
    expect(outcome).toEqual({ kind: 'unknown', reason: 'refusal-not-confirmed', message: 'words' });
  });

  test('is in doubt after an error that proves nothing, and asks nothing by itself', async () => {
    answers({ 'receipts.pay': error(-31001) });
    const outcome = await paymeGo().charge(charge);
    expect([outcome, asked()]).toEqual([
      { kind: 'unknown', reason: 'payme--31001', message: 'words' },
      ['receipts.pay'],
    ]);
  });

  test.each([
    ['reset-after-reading', 'reset'],
    [{ text: '' }, 'empty'],
    [{ text: '<html>502</html>', status: 502 }, 'http-status'],
  ] as const)('is in doubt after %j, and has asked once', async (script, reason) => {
    answers({ 'receipts.pay': script });
    expect(await paymeGo().charge(charge)).toEqual({ kind: 'unknown', reason, message: '' });
    expect(asked()).toEqual(['receipts.pay']);
  });

  test('is in doubt when the answer does not come in time, and has asked once', async () => {
    expect(await paymeGo(0.4).charge(charge)).toEqual({ kind: 'unknown', reason: 'timeout', message: '' });
    expect(asked()).toEqual(['receipts.pay']);
  });

  test('says that nothing was sent when nobody takes the connection', async () => {
    const provider = paymeGo();
    await server.close();
    expect(await provider.charge(charge)).toEqual({ kind: 'nothing-sent', reason: 'refused' });
    server = await scriptedServer();
  });
});

describe('handing the fiscal receipt to Payme', () => {
  test('sends its number, its address exactly as returned, and what the address says', async () => {
    answers({ 'receipts.set_fiscal_data': result({ success: true }) });
    expect(await paymeGo().confirm(confirmation)).toEqual({ kind: 'done' });
    const fiscal = {
      receipt_id: 2421,
      qr_code_url: confirmation.receiptUrl,
      terminal_id: 'UZ170703100597',
      date: '20230104121801',
      fiscal_sign: '014343190161',
    };
    expect(params()).toEqual([{ id, fiscal_data: fiscal }]);
  });

  test.each(['', 'UZ-7', '1'.repeat(16), '-1'])('is refused unsent with the number "%s"', async (fiscalReceiptId) => {
    const outcome = await paymeGo().confirm({ ...confirmation, fiscalReceiptId });
    expect([outcome, server.heard]).toEqual([{ kind: 'refused', reason: 'request-refused', message: '' }, []]);
  });

  test.each([
    [error(-32602), { kind: 'refused', reason: 'request-refused', message: 'words' }],
    [error(-31602), { kind: 'not-yet', reason: 'payme--31602' }],
    [error(-32504), { kind: 'not-yet', reason: 'payme--32504' }],
    [result({ success: false }), { kind: 'not-yet', reason: 'wallet-error' }],
    [{ text: 'oops' }, { kind: 'not-yet', reason: 'not-json' }],
    ['reset-after-reading', { kind: 'try-again', reason: 'reset' }],
  ] as const)('after %j ends as %j', async (script, outcome) => {
    answers({ 'receipts.set_fiscal_data': script });
    expect(await paymeGo().confirm(confirmation)).toEqual(outcome);
  });
});
