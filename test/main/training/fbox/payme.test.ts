import { expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { failed, morning, startRig } from './rig.ts';

const url = 'https://ofd.soliq.uz/check?t=ZZ000000000000&r=1&c=20261121140002&s=025561534771';

test('a customer pays: the money stands in the ledger and the answer names the payment', async () => {
  const { fbox, post } = await startRig();
  const code = fbox.issueCode();
  const answer = await post('/payment/payme', { amount: 1000, qr_code: code });
  const [charge] = fbox.ledger.charges;
  expect(answer).toEqual({
    data: {
      amount: 1000,
      transaction_id: charge?.transactionId,
      payment_id: charge?.paymentId,
      inn: '123456789',
      qr_code: code,
      kkm_id: '00000011',
      device_id: '00000012',
      status: 'successfully',
      message: 'successfully payment',
      client_phone_number: expect.stringMatching(/^998\d{9}$/),
    },
    error: null,
    is_success: true,
  });
  expect(fbox.ledger.charges).toEqual([
    {
      code,
      amount: 100_000,
      at: morning,
      paymentId: expect.stringMatching(/^[0-9a-f]{24}$/),
      transactionId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      kkmId: '00000011',
      deviceId: '00000012',
    },
  ]);
});

test('a box that counts in tiyin takes the amount as it is', async () => {
  const { fbox, post } = await startRig({ amountUnit: 'tiyin' });
  await post('/payment/payme', { amount: 100_050, qr_code: fbox.issueCode() });
  expect(fbox.ledger.charges.map((charge) => charge.amount)).toEqual([100_050]);
});

test("the register's own ids are echoed when it sends them", async () => {
  const { fbox, post } = await startRig();
  const ids = { kkm_id: '00000777', device_id: '00000778' };
  const answer = await post('/payment/payme', { amount: 1, qr_code: fbox.issueCode(), ...ids });
  expect(answer.data).toMatchObject(ids);
});

test('a code has twenty digits and begins with 505', async () => {
  const { fbox } = await startRig();
  expect([fbox.issueCode(), fbox.issueCode()]).toEqual([
    expect.stringMatching(/^505\d{17}$/),
    expect.stringMatching(/^505\d{17}$/),
  ]);
});

test('a code pays once', async () => {
  const { fbox, post } = await startRig();
  const code = fbox.issueCode();
  await post('/payment/payme', { amount: 1000, qr_code: code });
  expect(await post('/payment/payme', { amount: 1000, qr_code: code })).toEqual(
    failed(-31400, 'Временный код неверный.'),
  );
  expect(fbox.ledger.charges).toHaveLength(1);
  expect(fbox.ledger.refusals).toEqual([{ code, amount: 100_000, at: morning, reason: 'code-used' }]);
});

test('of two payments with one code at the same moment only one takes money', async () => {
  const { fbox, post } = await startRig();
  const body = { amount: 1000, qr_code: fbox.issueCode() };
  const answers = await Promise.all([post('/payment/payme', body), post('/payment/payme', body)]);
  expect(answers.map((answer) => answer.is_success).toSorted()).toEqual([false, true]);
  expect(fbox.ledger.charges).toHaveLength(1);
});

test.each(['50500000000000000000', '505', '880101698207133392'])(
  'the wallet does not know the code %s',
  async (code) => {
    const { fbox, post } = await startRig();
    expect(await post('/payment/payme', { amount: 1000, qr_code: code })).toEqual(
      failed(-31400, 'Временный код неверный.'),
    );
    expect(fbox.ledger.refusals.map((refusal) => refusal.reason)).toEqual(['unknown-code']);
    expect(fbox.ledger.charges).toEqual([]);
  },
);

test('a customer without enough money pays nothing', async () => {
  const { fbox, post } = await startRig();
  const code = fbox.issueCode({ balance: tiyin(99_900) });
  expect(await post('/payment/payme', { amount: 1000, qr_code: code })).toEqual(
    failed(-31630, 'Недостаточно средств на карте.'),
  );
  expect(fbox.ledger.charges).toEqual([]);
});

test('a code dies when its time is over', async () => {
  const { fbox, pass, post } = await startRig();
  const code = fbox.issueCode({ lifetimeMs: 60_000 });
  pass(60_000);
  expect(await post('/payment/payme', { amount: 1000, qr_code: code })).toEqual(
    failed(-31400, 'Временный код неверный.'),
  );
  expect(fbox.ledger.refusals.map((refusal) => refusal.reason)).toEqual(['code-expired']);
});

test.each([
  [{ qr_code: '505' }, { amount: ['This field is required.'] }],
  [{ amount: '1000', qr_code: '505' }, { amount: ['A valid integer is required.'] }],
  [{ amount: 10.5, qr_code: '505' }, { amount: ['A valid integer is required.'] }],
  [{ amount: 0, qr_code: '505' }, { amount: ['Ensure this value is greater than or equal to 1.'] }],
  [{ amount: null, qr_code: '505' }, { amount: ['This field may not be null.'] }],
  [{ amount: 1000, qr_code: '' }, { qr_code: ['This field may not be blank.'] }],
  [
    { amount: true, qr_code: 505 },
    { amount: ['A valid integer is required.'], qr_code: ['Not a valid string.'] },
  ],
])('a malformed payment %j is refused with every wrong field named', async (body, complaints) => {
  const { fbox, post } = await startRig();
  expect(await post('/payment/payme', body)).toEqual(failed(7, JSON.stringify(complaints)));
  expect(fbox.ledger.charges).toEqual([]);
});

test("the fiscal receipt's URL reaches the wallet under its payment, as often as it is sent", async () => {
  const { fbox, post } = await startRig();
  await post('/payment/payme', { amount: 1000, qr_code: fbox.issueCode() });
  const paymentId = fbox.ledger.charges[0]!.paymentId;
  const body = { payment_id: paymentId, qr_code: url };
  const answers = [await post('/payment/payme_confirm', body), await post('/payment/payme_confirm', body)];
  const result = { receipt: { _id: paymentId, create_time: morning, pay_time: morning } };
  expect(answers).toEqual([
    { data: { id: 1, result, error: null }, error: null, is_success: true },
    { data: { id: 2, result, error: null }, error: null, is_success: true },
  ]);
  expect(fbox.ledger.confirms).toEqual([
    { paymentId, url, at: morning },
    { paymentId, url, at: morning },
  ]);
});

test('a confirmation without a payment id is refused', async () => {
  const { post } = await startRig();
  const answer = await post('/payment/payme_confirm', { payment_id: '', qr_code: url });
  expect(answer).toEqual(failed(7, '{"payment_id":["This field may not be blank."]}'));
});

test.each(['50502044301381396427', 'https://ofd.soliq.uz/check?t=ZZ000000000000&r=1'])(
  'a confirmation with %s has no fiscal sign to hand over',
  async (wrong) => {
    const { fbox, post } = await startRig();
    await post('/payment/payme', { amount: 1000, qr_code: fbox.issueCode() });
    const body = { payment_id: fbox.ledger.charges[0]!.paymentId, qr_code: wrong };
    expect(await post('/payment/payme_confirm', body)).toEqual(
      failed(7, '{"fiscal_sign":["This field may not be null."]}'),
    );
    expect(fbox.ledger.confirms).toEqual([]);
  },
);

test('nobody can confirm a payment that never was', async () => {
  const { post } = await startRig();
  const answer = await post('/payment/payme_confirm', { payment_id: '0'.repeat(24), qr_code: url });
  expect(answer).toEqual(failed(104, 'BILLING_ERROR'));
});
