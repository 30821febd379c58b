import { expect, test } from 'vitest';
import { failed, morning, notFound, startRig } from './rig.ts';

const cannot = failed(-31008, 'Невозможно выполнить операцию.');
const held = { hold: true };

test('a message goes to the phone as often as it is asked for, and names its receipt', async () => {
  const { call, create, payme } = await startRig();
  const id = await create();
  const params = { id, phone: '998901304527' };
  const answers = [await call('receipts.send', params), await call('receipts.send', params)];
  const said = { jsonrpc: '2.0', id: 1, result: { success: true } };
  expect(answers).toEqual([said, said]);
  const message = { receiptId: id, phone: '998901304527', at: morning };
  expect(payme.ledger.messages).toEqual([message, message]);
});

test('nobody is asked to pay what never was, or is paid', async () => {
  const { call, create, pay, payme } = await startRig();
  const id = await create();
  await pay(id);
  const phone = '998901304527';
  expect(await call('receipts.send', { id, phone })).toEqual(notFound);
  expect(await call('receipts.send', { id: '0'.repeat(24), phone })).toEqual(notFound);
  expect(payme.ledger.messages).toEqual([]);
});

test('a held receipt reserves the money, and taking it pays the receipt', async () => {
  const { call, create, pass, payme } = await startRig();
  const code = payme.issueCode();
  const id = await create(held);
  const answer = await call('receipts.pay', { id, token: code, hold: true });
  expect(answer.result.receipt).toMatchObject({ state: 5, pay_time: 0 });
  expect([payme.ledger.holds.length, payme.ledger.charges]).toEqual([1, []]);
  pass(60_000);
  const taken = await call('receipts.confirm_hold', { id });
  expect(taken.result.receipt).toMatchObject({ _id: id, state: 4, pay_time: morning + 60_000 });
  expect(payme.ledger.charges).toEqual([{ code, receiptId: id, amount: 100_000, at: morning + 60_000 }]);
});

test('money is taken once, however often the shop asks for it', async () => {
  const { call, create, payme } = await startRig();
  const id = await create(held);
  await call('receipts.pay', { id, token: payme.issueCode(), hold: true });
  await call('receipts.confirm_hold', { id });
  expect(await call('receipts.confirm_hold', { id })).toEqual(cannot);
  expect(payme.ledger.charges).toHaveLength(1);
});

test('a Payme that takes its time is told to hold, holds, and takes at the end', async () => {
  const { call, create, pass, payme, state } = await startRig({ holdAfterMs: 2000, takeAfterMs: 3000 });
  const id = await create(held);
  await call('receipts.pay', { id, token: payme.issueCode(), hold: true });
  const seen = [await state(id)];
  pass(2000);
  seen.push(await state(id));
  await call('receipts.confirm_hold', { id });
  seen.push(await state(id));
  pass(2999);
  const before = payme.ledger.charges.length;
  pass(1);
  expect([...seen, await state(id), before, payme.ledger.charges.length]).toEqual([6, 5, 6, 4, 0, 1]);
});

test('a hold is cancelled like a payment, and no money moves back because none was taken', async () => {
  const { call, create, pass, payme, state } = await startRig();
  const id = await create(held);
  await call('receipts.pay', { id, token: payme.issueCode(), hold: true });
  expect((await call('receipts.cancel', { id })).result.receipt.state).toBe(21);
  pass(2000);
  expect([await state(id), payme.ledger.charges, payme.ledger.returns]).toEqual([50, [], []]);
  expect(await call('receipts.confirm_hold', { id })).toEqual(cannot);
});

test('the word of a hold is the same when the receipt is made and when it is paid', async () => {
  const { call, create, pay, payme } = await startRig();
  const wrong = failed(-32602, 'Не валидные параметры.', 'hold');
  expect(await pay(await create(held))).toEqual(wrong);
  expect(await call('receipts.pay', { id: await create(), token: payme.issueCode(), hold: true })).toEqual(wrong);
  expect(payme.ledger.holds).toEqual([]);
});

test('a shop that has not asked Payme for it cannot hold', async () => {
  const { call, payme } = await startRig({ allowsHold: false });
  const answer = await call('receipts.create', { amount: 1000, account: { order_id: 'a' }, hold: true });
  expect([answer, payme.ledger.receipts]).toEqual([failed(-32602, 'Не валидные параметры.', 'hold'), []]);
});

test('only what is held can be taken', async () => {
  const { call, create, pay } = await startRig();
  const [unpaid, paid] = [await create(), await create()];
  await pay(paid);
  expect(await call('receipts.confirm_hold', { id: unpaid })).toEqual(cannot);
  expect(await call('receipts.confirm_hold', { id: paid })).toEqual(cannot);
  expect(await call('receipts.confirm_hold', { id: '0'.repeat(24) })).toEqual(notFound);
});
