import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { codeProvider } from '../../../../main/tender/registry.ts';
import { scriptedServer } from '../../wire/scripted-server.ts';
import { onlyTo } from '../subscribe/receipts.ts';
import type { ScriptedServer } from '../../wire/scripted-server.ts';

const code = '50502044301381396427';
const amount = tiyin(100_000);
const charge = { attemptId: 'a1', amount, code, providerPaymentId: null };
const confirmation = {
  providerPaymentId: '63b5282a6f47f572807fd53e',
  transactionId: null,
  receiptUrl: 'https://ofd.soliq.uz/check?t=UZ170703100597&r=2421&c=20230104121801&s=514343190161',
  fiscalReceiptId: '2421',
};

let server: ScriptedServer;
beforeEach(async () => void (server = await scriptedServer()));
afterEach(() => server.close());

type Changes = {
  amountUnit?: 'sum' | 'tiyin';
  sendRegisterIds?: boolean;
  timeoutSeconds?: number;
  onlyOrigin?: string;
};

function paymeGo({ onlyOrigin, ...changes }: Changes = {}) {
  const settings = { kind: 'fbox', baseUrl: `${server.baseUrl}/`, amountUnit: 'sum', sendRegisterIds: false } as const;
  const onlyOrigins = onlyOrigin === undefined ? undefined : onlyTo(onlyOrigin, server.baseUrl);
  return codeProvider(
    { ...settings, timeoutSeconds: 5, ...changes },
    { kkmId: '00000011', deviceId: '00000012', onlyOrigins },
  );
}

function paidAnswer(echo: number) {
  const data = { amount: echo, payment_id: '696e0246c9a128176d5934d8', status: 'successfully' };
  return { json: { data, error: null, is_success: true } };
}

const bareFacts = {
  providerPaymentId: '696e0246c9a128176d5934d8',
  transactionId: null,
  kkmId: null,
  deviceId: null,
  clientPhone: null,
};

describe('Payme Go through FBOX', () => {
  test('takes the line of the box, has nothing to make ready, and is 141 to the tax office', () => {
    const { tender, name, line, fiscalProviderCode, prepare } = paymeGo();
    expect({ tender, name, line, fiscalProviderCode, prepare }).toEqual({
      tender: 'payme-go',
      name: 'fbox',
      line: 'box',
      fiscalProviderCode: 141,
      prepare: null,
    });
  });

  test('charges in whole sums when the shop says so', async () => {
    server.plays(paidAnswer(1000));
    expect(await paymeGo().charge(charge)).toEqual({ kind: 'paid', facts: bareFacts });
    expect(server.heard).toEqual([{ method: 'POST', path: '/payment/payme', body: { amount: 1000, qr_code: code } }]);
  });

  test('charges in tiyin with the register ids when the shop says so', async () => {
    server.plays(paidAnswer(100_000));
    const outcome = await paymeGo({ amountUnit: 'tiyin', sendRegisterIds: true }).charge(charge);
    expect(outcome).toMatchObject({ kind: 'unknown', reason: 'ids-mismatch' });
    expect(server.heard[0]?.body).toEqual({
      amount: 100_000,
      qr_code: code,
      kkm_id: '00000011',
      device_id: '00000012',
    });
  });

  test('is in doubt when the box counts in the other unit', async () => {
    server.plays(paidAnswer(100_000));
    expect(await paymeGo().charge(charge)).toMatchObject({ kind: 'unknown', reason: 'amount-mismatch' });
  });

  test('refuses a part of a sum before the network', async () => {
    const odd = tiyin(100_050);
    expect(paymeGo().refuses(odd)).toBe('not-whole-sums');
    expect(paymeGo({ amountUnit: 'tiyin' }).refuses(odd)).toBe(undefined);
    expect(await paymeGo().charge({ ...charge, amount: odd })).toEqual({
      kind: 'declined',
      reason: 'not-whole-sums',
      message: '',
    });
    expect(server.heard).toEqual([]);
  });

  test('says that nothing was sent when the box refuses the connection', async () => {
    const provider = paymeGo();
    await server.close();
    expect(await provider.charge(charge)).toEqual({ kind: 'nothing-sent', reason: 'refused' });
    server = await scriptedServer();
  });

  test('never leaves training', async () => {
    const provider = paymeGo({ onlyOrigin: 'http://127.0.0.1:1' });
    expect(await provider.charge(charge)).toEqual({ kind: 'nothing-sent', reason: 'wrong-origin' });
    expect(await provider.confirm(confirmation)).toEqual({ kind: 'try-again', reason: 'wrong-origin' });
    expect(server.heard).toEqual([]);
  });

  test.each([
    ['reset-after-reading', 'reset'],
    [{ text: '' }, 'empty'],
    [{ text: '<html>502</html>' }, 'not-json'],
    [{ json: 'paid' }, 'wrong-shape'],
    [{ ...paidAnswer(1000), status: 500 }, 'http-status'],
  ] as const)('is in doubt after %j, and has asked once', async (script, reason) => {
    server.plays(script);
    expect(await paymeGo().charge(charge)).toEqual({ kind: 'unknown', reason, message: '' });
    expect(server.heard.length).toBe(1);
  });

  test('is in doubt when the answer does not come in time, and has asked once', async () => {
    server.plays('silence');
    const outcome = await paymeGo({ timeoutSeconds: 0.4 }).charge(charge);
    expect(outcome).toEqual({ kind: 'unknown', reason: 'timeout', message: '' });
    expect(server.heard.length).toBe(1);
  });
});

describe('confirming the receipt to the wallet', () => {
  test('sends the payment id and the URL exactly as it was returned', async () => {
    const receipt = { _id: '63b1dc4f49a2bcd2132c39f3', create_time: 1, pay_time: 2 };
    server.plays({ json: { data: { id: 123, result: { receipt }, error: null }, error: null, is_success: true } });
    expect(await paymeGo().confirm(confirmation)).toEqual({ kind: 'done' });
    expect(server.heard).toEqual([
      {
        method: 'POST',
        path: '/payment/payme_confirm',
        body: { payment_id: confirmation.providerPaymentId, qr_code: confirmation.receiptUrl },
      },
    ]);
  });

  test('is refused for good by a validation error', async () => {
    const message = '{"payment_id":["This field may not be blank."]}';
    server.plays({ json: { data: null, error: { code: 7, message, data: null }, is_success: false } });
    expect(await paymeGo().confirm(confirmation)).toEqual({ kind: 'refused', reason: 'request-refused', message });
  });

  test.each([
    [{ json: { data: null, error: { code: 105, message: 'BILLING_ERROR' }, is_success: false } }, 'fbox-105'],
    [{ json: { data: { id: 1, error: { code: -31001 } }, error: null, is_success: true } }, 'wallet-error'],
    [{ text: 'oops' }, 'not-json'],
  ] as const)('was answered, but not yet with a yes, after %j', async (script, reason) => {
    server.plays(script);
    expect(await paymeGo().confirm(confirmation)).toEqual({ kind: 'not-yet', reason });
  });

  test('is tried again when its answer was lost', async () => {
    server.plays('reset-after-reading');
    expect(await paymeGo().confirm(confirmation)).toEqual({ kind: 'try-again', reason: 'reset' });
  });
});
