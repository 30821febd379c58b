import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { chargeOutcome, confirmedRefusal } from '../../../../main/tender/subscribe/charge-answer.ts';
import { readPayme } from '../../../../main/wire/payme.ts';
import { account, receiptFacts, receiptJson } from './receipts.ts';

const code = '50502044301381396427';
const expected = {
  paymentId: receiptFacts.providerPaymentId,
  amount: tiyin(100_000),
  account: { kkm_id: '00000011', device_id: '00000012', document: 'a1' },
};

function answer(body: unknown) {
  return chargeOutcome(readPayme(200, JSON.stringify(body), 1), expected, code);
}

function answered(changes: Record<string, unknown>) {
  return answer({ id: null, result: { receipt: receiptJson(changes) } });
}

function failed(number: number, message: unknown) {
  return answer({ id: 1, error: { code: number, message } });
}

describe('a charge is paid', () => {
  test('on a paid receipt with our id, our amount and our account', () => {
    expect(answered({})).toEqual({ kind: 'paid', facts: receiptFacts });
  });

  test.each([{ account: null }, { account: [] }, { account: account({ kkm_id: null, order_id: {} }) }])(
    'when Payme echoes nothing of the account: %j',
    (change) => {
      const bare = { ...receiptFacts, transactionId: null, kkmId: null, deviceId: null };
      expect(answered(change)).toEqual({ kind: 'paid', facts: bare });
    },
  );

  test.each([{ currency: undefined }, { currency: null }, { currency: '860' }])('with the currency as %j', (change) => {
    expect(answered(change).kind).toBe('paid');
  });

  test.each([{ merchant: null }, { merchant: undefined }, { merchant: { payer: { phone: 7 } } }])(
    "without the customer's phone: %j",
    (change) => {
      expect(answered(change)).toEqual({ kind: 'paid', facts: { ...receiptFacts, clientPhone: null } });
    },
  );
});

describe('a charge that Payme answers with a receipt is in doubt', () => {
  test.each([0, 1, 2, 3, 5, 6, 20, 21, 30, 50, 7, -4])('when its state is %i', (state) => {
    expect(answered({ state })).toEqual({
      kind: 'unknown',
      reason: `state-${state}`,
      message: `payment 2e0b1bc1f1eb50d487ba268d, amount 100000, state ${state}`,
    });
  });

  test.each([
    [{ _id: '2e0b1bc1f1eb50d487ba268e' }, 'other-receipt'],
    [{ amount: 1000 }, 'amount-mismatch'],
    [{ currency: 840 }, 'currency-mismatch'],
    [{ account: account({ kkm_id: '00000099' }) }, 'account-mismatch'],
    [{ account: account({ device_id: 12 }) }, 'account-mismatch'],
    [{ account: account({ document: 'a2' }) }, 'account-mismatch'],
    [{ account: account({ document: ['a1'] }) }, 'account-mismatch'],
  ])('when it is not the one that was charged: %j', (change, reason) => {
    expect(answered(change)).toMatchObject({ kind: 'unknown', reason });
  });

  test.each([
    { _id: '2e0b' },
    { _id: null },
    { state: '4' },
    { state: 4.5 },
    { amount: '100000' },
    { amount: null },
    { account: { kkm_id: '00000011' } },
    { account: 'none' },
  ])('when a field that decides has another type: %j', (change) => {
    expect(answered(change)).toEqual({ kind: 'unknown', reason: 'wrong-shape', message: '' });
  });

  test.each([[{}], [[]], ['paid'], [{ receipt: null }], [{ state: 4 }]])('when its result is %j', (result) => {
    expect(answer({ id: 1, result })).toEqual({ kind: 'unknown', reason: 'wrong-shape', message: '' });
  });
});

describe('an error on a charge', () => {
  test.each([
    [-31400, 'code-refused'],
    [-32500, 'code-refused'],
    [-31300, 'card-refused'],
    [-31301, 'card-refused'],
    [-31302, 'card-refused'],
    [-31303, 'card-refused'],
    [-31630, 'card-refused'],
    [-31101, 'card-not-served'],
    [-31102, 'card-not-served'],
    [-31900, 'card-not-served'],
    [-31901, 'card-not-served'],
    [-31601, 'shop-refused'],
    [-32504, 'shop-refused'],
    [-31610, 'request-refused'],
    [-32600, 'request-refused'],
    [-32601, 'request-refused'],
    [-32602, 'request-refused'],
    [-32700, 'request-refused'],
    [-31611, 'amount-too-small'],
    [-31612, 'amount-too-large'],
  ])('%i is a refusal (%s) still to be confirmed', (number, reason) => {
    expect(failed(number, 'words')).toEqual({ kind: 'refused', reason, message: 'words' });
  });

  test.each([
    -31001, -31002, -31003, -31008, -31050, -31100, -31602, -31620, -31622, -31623, -31624, -31640, -32400, 0,
  ])('%i leaves it in doubt', (number) => {
    expect(failed(number, { ru: 'слова' })).toEqual({ kind: 'unknown', reason: `payme-${number}`, message: 'слова' });
  });

  test("never brings the customer's code back in its words", () => {
    expect([failed(-31400, `${code} stale`), failed(-31001, { ru: `no ${code}` })]).toMatchObject([
      { message: '*** stale' },
      { message: 'no ***' },
    ]);
  });
});

describe('a refusal', () => {
  const refusal = { kind: 'refused', reason: 'card-refused', message: 'words' } as const;

  test.each([0, 50])('is final when the receipt is in state %i', (state) => {
    expect(confirmedRefusal(refusal, { kind: 'success', result: { state } })).toEqual({
      kind: 'declined',
      reason: 'card-refused',
      message: 'words',
    });
  });

  test.each([1, 2, 3, 4, 5, 6, 20, 21, 30, 77])('leaves it in doubt when the receipt is in state %i', (state) => {
    expect(confirmedRefusal(refusal, { kind: 'success', result: { state } })).toEqual({
      kind: 'unknown',
      reason: `refused-at-state-${state}`,
      message: 'words',
    });
  });

  test.each([
    { kind: 'success', result: {} },
    { kind: 'error', error: { code: -32504, message: '', data: null } },
    { kind: 'nothing-sent', reason: 'refused' },
    { kind: 'unknown', reason: 'timeout' },
  ] as const)('leaves it in doubt when nobody says in which state the receipt is: %j', (check) => {
    expect(confirmedRefusal(refusal, check)).toEqual({
      kind: 'unknown',
      reason: 'refusal-not-confirmed',
      message: 'words',
    });
  });
});

describe('whatever JSON an answer is', () => {
  const likely = fc.object({
    key: fc.constantFrom('result', 'receipt', 'error', 'code', 'state', 'amount', '_id', 'account', 'create_time'),
    values: [fc.constantFrom(4, 100_000, receiptFacts.providerPaymentId, '4', null, -31630), fc.anything()],
    maxDepth: 3,
  });

  test('it never throws, and is never paid without state 4, our id and our amount', () => {
    fc.assert(
      fc.property(fc.oneof(likely, fc.jsonValue()), (body) => {
        const text = JSON.stringify(body) ?? '';
        const outcome = chargeOutcome(readPayme(200, text, 1), expected, code);
        const { receipt } = (JSON.parse(text)?.result ?? {}) as { receipt?: Record<string, unknown> };
        const full = receipt?.['state'] === 4 && receipt['amount'] === 100_000;
        expect(outcome.kind !== 'paid' || (full && receipt?.['_id'] === expected.paymentId)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('one changed field that decides is never paid', () => {
    const good = receiptJson();
    const change = fc.tuple(fc.constantFrom('_id', 'state', 'amount', 'create_time'), fc.jsonValue());
    fc.assert(
      fc.property(change, ([key, value]) => {
        fc.pre(key !== 'create_time' || !Number.isSafeInteger(value));
        fc.pre(JSON.stringify({ ...good, [key]: value }) !== JSON.stringify(good));
        expect(answered({ [key]: value }).kind).toBe('unknown');
      }),
    );
  });
});
