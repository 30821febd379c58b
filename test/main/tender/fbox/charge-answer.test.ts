import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chargeOutcome } from '../../../../main/tender/fbox/charge-answer.ts';
import type { SentCharge } from '../../../../main/tender/fbox/charge-answer.ts';
import { readFbox } from '../../../../main/wire/fbox.ts';

const code = '50502044301381396427';
const sent: SentCharge = { amount: 1000, qr_code: code, ids: null };
const sentWithIds: SentCharge = { ...sent, ids: { kkm_id: '00000011', device_id: '00000012' } };

const paidData = {
  amount: 1000,
  transaction_id: 'a12fc00f-5af5-65b8-adf8-74bff44680ee',
  payment_id: '696e0246c9a128176d5934d8',
  inn: '123456789',
  qr_code: '50502244301381336427',
  kkm_id: '00000011',
  device_id: '00000012',
  status: 'successfully',
  message: 'successfully payment',
  client_phone_number: '998712565009',
};
const paidFacts = {
  providerPaymentId: '696e0246c9a128176d5934d8',
  transactionId: 'a12fc00f-5af5-65b8-adf8-74bff44680ee',
  kkmId: '00000011',
  deviceId: '00000012',
  clientPhone: '998712565009',
};

function answer(body: unknown, charge: SentCharge = sent) {
  return chargeOutcome(readFbox(200, JSON.stringify(body)), charge);
}

function paid(changes: Record<string, unknown>, charge: SentCharge = sent) {
  return answer({ data: { ...paidData, ...changes }, error: null, is_success: true }, charge);
}

function failed(errorCode: number, message: string, data: unknown = null) {
  return answer({ data, error: { code: errorCode, message, data: null }, is_success: false });
}

describe('a charge is paid', () => {
  test("on FBOX's full word, although its example echoes another code", () => {
    expect(paid({})).toEqual({ kind: 'paid', facts: paidFacts });
  });

  test('with the shorter word for success, and inside result', () => {
    const short = { data: { ...paidData, status: 'success' }, error: null, is_success: true };
    expect(answer({ result: short })).toEqual({ kind: 'paid', facts: paidFacts });
  });

  test('when the register ids we sent come back', () => {
    expect(paid({}, sentWithIds)).toEqual({ kind: 'paid', facts: paidFacts });
  });

  test('without the facts that only help', () => {
    const bare = { amount: 1000, payment_id: '1', status: 'successfully' };
    const nulls = { ...bare, transaction_id: null, kkm_id: 7, device_id: '', client_phone_number: {} };
    const none = { transactionId: null, kkmId: null, deviceId: null, clientPhone: null };
    const expected = { kind: 'paid', facts: { providerPaymentId: '1', ...none } };
    expect(answer({ data: bare, error: null, is_success: true })).toEqual(expected);
    expect(answer({ data: nulls, error: null, is_success: true })).toEqual(expected);
  });
});

describe('a charge that FBOX calls a success is in doubt', () => {
  test.each([100_000, 10, 1, 0, -1000])('when %i comes back instead of our amount', (amount) => {
    expect(paid({ amount })).toEqual({
      kind: 'unknown',
      reason: 'amount-mismatch',
      message: `payment 696e0246c9a128176d5934d8, amount ${amount}, status successfully`,
    });
  });

  test.each(['failed', 'error', 'SUCCESSFULLY', 'successfully ', 'processing', ''])(
    'when its status is "%s"',
    (status) => {
      expect(paid({ status })).toEqual({
        kind: 'unknown',
        reason: 'not-successful',
        message: `payment 696e0246c9a128176d5934d8, amount 1000, status ${status}`,
      });
    },
  );

  test.each([{ kkm_id: '00000099' }, { device_id: '00000011' }, { kkm_id: null }, { device_id: 12 }, { kkm_id: 11 }])(
    'when the register ids come back as %o',
    (ids) => {
      expect(paid(ids, sentWithIds)).toMatchObject({ kind: 'unknown', reason: 'ids-mismatch' });
    },
  );

  test.each([
    { amount: '1000' },
    { amount: '1000.00' },
    { amount: 1000.5 },
    { amount: null },
    { payment_id: '' },
    { payment_id: '  ' },
    { payment_id: null },
    { payment_id: 658 },
    { status: null },
    { status: true },
  ])('when a field that decides has another type or is empty: %o', (change) => {
    expect(paid(change)).toEqual({ kind: 'unknown', reason: 'wrong-shape', message: '' });
  });

  test.each([[null], [[]], ['successfully'], [{}]])('when its data is %j', (data) => {
    expect(answer({ data, error: null, is_success: true })).toEqual({
      kind: 'unknown',
      reason: 'wrong-shape',
      message: '',
    });
  });

  test('when it carries an error as well, or is_success is false with no error', () => {
    const both = answer({ data: paidData, error: { code: 104, message: 'x', data: null }, is_success: true });
    const neither = answer({ data: paidData, error: null, is_success: false });
    const inDoubt = { kind: 'unknown', reason: 'contradiction', message: '' };
    expect([both, neither]).toEqual([inDoubt, inDoubt]);
  });
});

describe('a charge is declined on a proven refusal only', () => {
  test.each([
    [-31400, 'code-refused'],
    [-31300, 'card-refused'],
    [-31630, 'card-refused'],
    [-31101, 'card-not-served'],
    [-31601, 'shop-refused'],
    [-31611, 'amount-too-small'],
    [-31612, 'amount-too-large'],
  ])('Payme %i means %s', (number, reason) => {
    expect(failed(number, 'words of Payme')).toEqual({ kind: 'declined', reason, message: 'words of Payme' });
  });

  test("Payme's number may travel inside FBOX's message", () => {
    const bare = '{"code":-31630,"message":"Недостаточно средств на карте"}';
    const whole = '{"jsonrpc":"2.0","id":1,"error":{"code":-31400,"message":{"ru":"Временный код неверный."}}}';
    expect([failed(105, bare), failed(104, whole)]).toEqual([
      { kind: 'declined', reason: 'card-refused', message: bare },
      { kind: 'declined', reason: 'code-refused', message: whole },
    ]);
  });

  test('a validation error of a field we sent is a refusal', () => {
    const message = '{"qr_code":["This field may not be blank."]}';
    expect(failed(7, message)).toEqual({ kind: 'declined', reason: 'request-refused', message });
  });

  test('a validation error of a field we did not send leaves it in doubt', () => {
    const message = '{"qr_code":["?"],"fiscal_sign":["This field may not be null."]}';
    expect(failed(7, message)).toEqual({ kind: 'unknown', reason: 'fbox-7', message });
  });

  test.each([104, 105, 106, 101, 103, 333, 444, -31602, -31640, -31001, -31002, -31100, -31620, -31624, -31700, 0])(
    'error %i leaves it in doubt',
    (number) => {
      expect(failed(number, 'BILLING_ERROR')).toEqual({
        kind: 'unknown',
        reason: `fbox-${number}`,
        message: 'BILLING_ERROR',
      });
    },
  );

  test('words alone prove nothing', () => {
    const outcome = answer({ data: null, error: 'Недостаточно средств на карте', is_success: false });
    expect(outcome).toEqual({ kind: 'unknown', reason: 'fbox-text', message: 'Недостаточно средств на карте' });
  });

  test('a refusal that carries a payment is in doubt', () => {
    expect(failed(-31630, 'no', paidData)).toEqual({ kind: 'unknown', reason: 'fbox--31630', message: 'no' });
  });

  test("the customer's code never comes back in the words", () => {
    expect(failed(-31400, `code ${code} is stale`)).toMatchObject({ message: 'code *** is stale' });
  });
});

const likelyKeys = ['data', 'error', 'is_success', 'result', 'amount', 'payment_id', 'status', 'code', 'message'];
const likelyValues = [1000, '1000', true, 'true', null, 'successfully', 'success', '696e', -31630, 7];
const likelyAnswer = fc.object({
  key: fc.constantFrom(...likelyKeys),
  values: [fc.constantFrom(...likelyValues), fc.anything()],
  maxDepth: 3,
});

/** The rule for "paid", written a second time and differently, to hold the first one to it. */
function mayBePaid(body: unknown): boolean {
  const outer = body as { result?: unknown } | null;
  return [outer, outer?.result].some((candidate) => {
    const { data, error, is_success } = (candidate ?? {}) as Record<string, unknown>;
    const { amount, status, payment_id } = (data ?? {}) as Record<string, unknown>;
    const word = status === 'successfully' || status === 'success';
    return is_success === true && error === null && amount === 1000 && word && typeof payment_id === 'string';
  });
}

describe('whatever JSON an answer is', () => {
  test.each([sent, sentWithIds])('it never throws and is never paid unless the rule holds', (charge) => {
    fc.assert(
      fc.property(fc.oneof(likelyAnswer, fc.jsonValue()), (body) => {
        const text = JSON.stringify(body) ?? '';
        const outcome = chargeOutcome(readFbox(200, text), charge);
        expect(outcome.kind !== 'paid' || mayBePaid(JSON.parse(text))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('one changed field of a good answer is never paid, unless the field decides nothing', () => {
    const idle = ['transaction_id', 'inn', 'qr_code', 'message', 'client_phone_number'];
    const deciding = Object.keys(paidData).filter((key) => !idle.includes(key));
    const change = fc.tuple(fc.constantFrom(...deciding), fc.jsonValue());
    fc.assert(
      fc.property(change, ([key, value]) => {
        const good = { ...paidData, [key]: value };
        fc.pre(
          JSON.stringify(good) !== JSON.stringify(paidData) && !(key === 'payment_id' && typeof value === 'string'),
        );
        fc.pre(!(key === 'status' && value === 'success'));
        expect(paid({ [key]: value }, sentWithIds).kind).toBe('unknown');
      }),
    );
  });
});
