import { expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import { account, codeRefused, failed, morning, notFound, startRig } from './rig.ts';

test('a fresh receipt waits for money and says whose it is', async () => {
  const { call, payme } = await startRig();
  const answer = await call('receipts.create', { amount: 100_000, account, description: 'Non' });
  expect(answer).toMatchObject({
    jsonrpc: '2.0',
    id: 1,
    result: {
      receipt: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        create_time: morning,
        pay_time: 0,
        cancel_time: 0,
        state: 0,
        description: 'Non',
        detail: null,
        amount: 100_000,
        currency: 860,
        account: [
          { name: 'kkm_id', title: 'Номер кассы', value: '00000011', main: true },
          { name: 'device_id', title: 'Номер устройства', value: '00000012', main: false },
          { name: 'document', title: 'Номер документа', value: 'attempt-1', main: false },
          { name: 'transaction', title: 'Номер чека', value: '1', main: false },
        ],
        card: null,
      },
    },
  });
  expect(payme.ledger.charges).toEqual([]);
});

test('two equal receipts are two receipts', async () => {
  const { create, payme } = await startRig();
  const ids = [await create(), await create()];
  expect(new Set(ids).size).toBe(2);
  expect(payme.ledger.receipts.map(({ id, state }) => ({ id, state }))).toEqual([
    { id: ids[0], state: 0 },
    { id: ids[1], state: 0 },
  ]);
});

test('a customer pays: the money stands in the ledger, the receipt is paid', async () => {
  const { create, pass, pay, payme } = await startRig();
  const code = payme.issueCode();
  const id = await create();
  pass(300);
  const answer = await pay(id, code);
  expect(answer.result.receipt).toMatchObject({
    _id: id,
    state: 4,
    amount: 100_000,
    create_time: morning,
    pay_time: morning + 300,
    card: { number: '860006******6311', expire: '9903' },
    merchant: { payer: { phone: expect.stringMatching(/^998\d{9}$/) } },
  });
  expect(payme.ledger.charges).toEqual([{ code, receiptId: id, amount: 100_000, at: morning + 300 }]);
});

test('a paid receipt is not paid again, with its code or another', async () => {
  const { create, pay, payme } = await startRig();
  const code = payme.issueCode();
  const id = await create();
  await pay(id, code);
  expect([await pay(id, code), await pay(id)]).toEqual([notFound, notFound]);
  expect(payme.ledger.charges).toHaveLength(1);
  expect(payme.ledger.refusals).toEqual([
    { receiptId: id, at: morning, reason: 'not-waiting' },
    { receiptId: id, at: morning, reason: 'not-waiting' },
  ]);
});

test('a code pays one receipt only', async () => {
  const { create, pay, payme, state } = await startRig();
  const code = payme.issueCode();
  const [first, second] = [await create(), await create()];
  await pay(first, code);
  expect(await pay(second, code)).toEqual(codeRefused);
  expect(payme.ledger.charges).toHaveLength(1);
  expect(await state(second)).toBe(0);
});

test('of two payments with one code at the same moment only one takes money', async () => {
  const { create, pay, payme } = await startRig();
  const code = payme.issueCode();
  const [first, second] = [await create(), await create()];
  const answers = await Promise.all([pay(first, code), pay(second, code)]);
  expect(answers.filter((answer) => 'error' in answer)).toEqual([codeRefused]);
  expect(payme.ledger.charges).toHaveLength(1);
});

test('nobody knows the code: nothing is taken, and the receipt still waits', async () => {
  const { create, pay, payme, state } = await startRig();
  const id = await create();
  expect(await pay(id, '50500000000000000000')).toEqual(codeRefused);
  expect(await state(id)).toBe(0);
  await pay(id);
  expect(payme.ledger.charges).toHaveLength(1);
});

test('a code dies when its time is over', async () => {
  const { create, pass, pay, payme } = await startRig();
  const code = payme.issueCode({ lifetimeMs: 60_000 });
  const id = await create();
  pass(60_000);
  expect(await pay(id, code)).toEqual(codeRefused);
  expect(payme.ledger.refusals.map((refusal) => refusal.reason)).toEqual(['code-expired']);
});

test('a customer without enough money pays nothing', async () => {
  const { create, pay, payme } = await startRig();
  const answer = await pay(await create(), payme.issueCode({ balance: tiyin(99_999) }));
  expect(answer).toEqual(failed(-31630, 'Недостаточно средств на карте.'));
  expect(payme.ledger.charges).toEqual([]);
});

test('a receipt that never was cannot be paid', async () => {
  const { pay, payme } = await startRig();
  expect(await pay('0'.repeat(24))).toEqual(notFound);
  expect(payme.ledger.charges).toEqual([]);
});

test('the ledger keeps codes with the charges and nowhere else', async () => {
  const { create, pay, payme } = await startRig();
  const [paid, refused] = [payme.issueCode(), payme.issueCode({ lifetimeMs: 0 })];
  await pay(await create(), paid);
  await pay(await create(), refused);
  const { charges, ...rest } = payme.snapshot();
  expect(charges.map((charge) => charge.code)).toEqual([paid]);
  expect(JSON.stringify(rest)).not.toMatch(/505\d{17}/);
});

test('the snapshot is the whole ledger as plain data', async () => {
  const { create, pay, payme } = await startRig();
  const code = payme.issueCode();
  const id = await create();
  await pay(id, code);
  payme.script([{ on: 'receipts.pay', fault: { kind: 'empty' } }]);
  expect(JSON.parse(JSON.stringify(payme.snapshot()))).toEqual({
    receipts: [
      {
        id,
        number: 1,
        amount: 100_000,
        account,
        description: '',
        detail: null,
        state: 4,
        createTime: morning,
        payTime: morning,
        cancelTime: 0,
        clientPhone: expect.stringMatching(/^998\d{9}$/),
        hold: false,
      },
    ],
    holds: [],
    charges: [{ code, receiptId: id, amount: 100_000, at: morning }],
    refusals: [],
    returns: [],
    fiscalData: [],
    messages: [],
    requests: [
      { method: 'receipts.create', receiptId: null, at: morning, fault: null },
      { method: 'receipts.pay', receiptId: id, at: morning, fault: null },
    ],
    faultsLeft: 1,
  });
});
