import { describe, expect, test } from 'vitest';
import { callbackMismatch, readFlittCallback } from '../../../../main/tender/flitt/callback.ts';
import type { FlittPayment } from '../../../../main/tender/flitt/payment.ts';
import { signatureOf } from '../../../../main/tender/flitt/signature.ts';
import { printedResponse } from './vectors.ts';

type Said = Record<string, unknown>;

const secret = 'shop-key';
const expected = { orderId: 'a1', merchantId: '1549901', amount: 1_450_000, currency: 'UZS' };

/** A paid order as Flitt posts it; `additional_info` has the spaces of Python. */
const paid: Said = {
  order_id: 'a1',
  merchant_id: 1549901,
  order_status: 'approved',
  response_status: 'success',
  amount: '1450000',
  currency: 'UZS',
  actual_amount: '1450000',
  actual_currency: 'UZS',
  reversal_amount: '0',
  payment_id: 805243692,
  sender_cell_phone: '998901234567',
  response_code: '',
  response_description: '',
  fee: '',
  additional_info: '{"client_fee": 0.0, "capture_status": null, "is_test": true}',
};

const facts: FlittPayment = {
  orderId: 'a1',
  merchantId: '1549901',
  status: 'approved',
  amount: 1_450_000,
  currency: 'UZS',
  actualAmount: 1_450_000,
  actualCurrency: 'UZS',
  reversalAmount: 0,
  paymentId: '805243692',
  phone: '998901234567',
  refusal: null,
};

const bytes = (text: string) => new TextEncoder().encode(text);
const sign = (said: Said, key = secret) =>
  signatureOf(
    Object.entries(said).map(([name, value]): [string, string] => [name, String(value)]),
    key,
  );
const signed = (said: Said, key = secret): Said => ({ ...said, signature: sign(said, key) });
const read = (text: string, contentType = 'application/json') =>
  readFlittCallback(bytes(text), contentType, { secret });
const readJson = (said: unknown) => read(JSON.stringify(said));

/** Why a callback would not be acted on: it is not readable as Flitt's, or it is not about the attempt expected. */
function refusal(text: string, contentType?: string): string | undefined {
  const callback = read(text, contentType);
  return callback.ok ? callbackMismatch(callback, expected) : callback.reason;
}

describe('a callback of Flitt', () => {
  test('is read when its signature fits', () => {
    expect(readJson(signed(paid))).toEqual({ ok: true, ...facts });
    expect(refusal(JSON.stringify(signed(paid)))).toBe(undefined);
  });

  test('is read as the documents print it', () => {
    const printed = { ...printedResponse, merchant_id: 1396424, signature: 'b7884b5c4906956fbac4d20390388d913a78c0b0' };
    const body = bytes(JSON.stringify({ response: printed }));
    expect(readFlittCallback(body, 'application/json', { secret: 'test' })).toMatchObject({
      ok: true,
      orderId: 'test33694502191',
      merchantId: '1396424',
      status: 'approved',
      amount: 200,
      currency: 'UAH',
    });
  });

  test('is read from a form too', () => {
    const form = new URLSearchParams(
      Object.entries(signed(paid)).map(([name, value]): [string, string] => [name, String(value)]),
    );
    expect(read(form.toString(), 'application/x-www-form-urlencoded; charset=utf-8')).toEqual({ ok: true, ...facts });
  });

  test.each(['', 'text/plain', 'Content-type: application/json; charset=utf-8'])(
    'is JSON even when it is called %j',
    (type) => {
      expect(read(JSON.stringify(signed(paid)), type)).toMatchObject({ ok: true });
    },
  );

  test('says the same in any order of its fields', () => {
    const turned = Object.fromEntries(Object.entries(signed(paid)).toReversed());
    expect(readJson(turned)).toEqual({ ok: true, ...facts });
  });

  test('is checked over its numbers as they were written', () => {
    const text = JSON.stringify(signed({ ...paid, fee: '1.0' })).replace('"fee":"1.0"', '"fee":1.0');
    expect([text.includes('"fee":1.0'), read(text).ok, readJson(JSON.parse(text))]).toEqual([
      true,
      true,
      { ok: false, reason: 'signature-wrong' },
    ]);
  });

  test('counts null as nothing', () => {
    const text = JSON.stringify({ ...signed(paid), rectoken: null });
    expect(refusal(text)).toBe(undefined);
  });

  test('keeps the text of test mode out of the check', () => {
    expect(refusal(JSON.stringify({ ...signed(paid), response_signature_string: '**********|…' }))).toBe(undefined);
  });

  test('tells why the customer was refused so far', () => {
    const said = {
      ...paid,
      order_status: 'processing',
      actual_amount: '',
      response_code: 1000,
      response_description: 'No money',
    };
    expect(readJson(signed(said))).toMatchObject({
      status: 'processing',
      refusal: { code: '1000', message: 'No money' },
    });
  });
});

describe('a forged callback', () => {
  const honest = JSON.stringify(signed(paid));

  test.each<[string, string, string]>([
    ['is signed with another key', JSON.stringify(signed(paid, 'other-key')), 'signature-wrong'],
    ['is signed with no key', JSON.stringify(signed(paid, '')), 'signature-wrong'],
    ['has no signature', JSON.stringify(paid), 'signature-missing'],
    ['has an empty signature', JSON.stringify({ ...paid, signature: '' }), 'signature-missing'],
    ['has a signature that is a list', JSON.stringify({ ...paid, signature: [sign(paid)] }), 'wrong-shape'],
    ['lacks a field that was signed', JSON.stringify({ ...signed(paid), payment_id: undefined }), 'signature-wrong'],
    ['has a field more', JSON.stringify({ ...signed(paid), note: 'x' }), 'signature-wrong'],
    [
      'has two values exchanged',
      JSON.stringify({ ...signed(paid), amount: 'UZS', currency: '1450000' }),
      'signature-wrong',
    ],
    ['was read and written again', honest.replaceAll(String.raw`\": `, String.raw`\":`), 'signature-wrong'],
    ['says another amount', honest.replaceAll('1450000', '1'), 'signature-wrong'],
    ['says another amount, signed', JSON.stringify(signed({ ...paid, amount: '100' })), 'amount-mismatch'],
    ['was paid with less, signed', JSON.stringify(signed({ ...paid, actual_amount: '100' })), 'amount-mismatch'],
    ['says nothing of what was paid', JSON.stringify(signed({ ...paid, actual_amount: '' })), 'amount-mismatch'],
    [
      'was paid in other money, signed',
      JSON.stringify(signed({ ...paid, actual_currency: 'USD' })),
      'currency-mismatch',
    ],
    [
      'says nothing of the money it was paid in',
      JSON.stringify(signed({ ...paid, actual_currency: '' })),
      'currency-mismatch',
    ],
    ['is in other money, signed', JSON.stringify(signed({ ...paid, currency: 'USD' })), 'currency-mismatch'],
    ['is for another merchant, signed', JSON.stringify(signed({ ...paid, merchant_id: 1396424 })), 'other-merchant'],
    ['is for another order, signed', JSON.stringify(signed({ ...paid, order_id: 'a2' })), 'other-attempt'],
    ['has an amount in sums', JSON.stringify(signed({ ...paid, amount: '14500.00' })), 'wrong-shape'],
    ['has an amount below nothing', JSON.stringify(signed({ ...paid, amount: '-1450000' })), 'wrong-shape'],
    ['has a status nobody documents', JSON.stringify(signed({ ...paid, order_status: 'captured' })), 'wrong-shape'],
    ['is a failure', JSON.stringify(signed({ ...paid, response_status: 'failure' })), 'wrong-shape'],
    ['is empty', '', 'empty'],
    ['is no JSON', '{"order_id":', 'not-json'],
    ['is a number', '7', 'wrong-shape'],
    ['is a list', JSON.stringify([signed(paid)]), 'wrong-shape'],
    ['is too deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'not-json'],
  ])('that %s is not acted on', (_what, text, reason) => {
    expect(refusal(text)).toBe(reason);
  });

  test('whose values were moved under other names keeps its signature, and is caught by its fields', () => {
    const { actual_amount: amount, ...rest } = paid;
    const moved = { ...rest, actual_a: amount };
    const reason = refusal(JSON.stringify({ ...moved, signature: sign(paid) }));
    expect([sign(moved) === sign(paid), reason]).toEqual([true, 'amount-mismatch']);
  });

  test('that names a field twice in a form is not acted on', () => {
    expect(refusal(`order_id=a1&order_id=a2&signature=${sign(paid)}`, 'application/x-www-form-urlencoded')).toBe(
      'wrong-shape',
    );
  });

  test('that is no UTF-8 is not acted on', () => {
    const body = Uint8Array.from([0x7b, 0xff, 0x7d]);
    expect(readFlittCallback(body, 'application/json', { secret })).toEqual({ ok: false, reason: 'not-utf8' });
  });
});
