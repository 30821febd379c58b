import { expect, test } from 'vitest';
import { failed, morning, notFound, startRig } from './rig.ts';

const cannot = failed(-31008, 'Невозможно выполнить операцию.');

test('a paid receipt is queued, then cancelled, and its money is back once', async () => {
  const { call, create, pass, pay, payme, state } = await startRig();
  const id = await create();
  await pay(id);
  const queued = await call('receipts.cancel', { id });
  expect(queued.result.receipt).toMatchObject({ _id: id, state: 21, cancel_time: 0 });
  pass(1999);
  const before = [await state(id), payme.ledger.returns.length];
  pass(1);
  const cancelled = await call('receipts.cancel', { id });
  expect(before).toEqual([21, 0]);
  expect(cancelled.result.receipt).toMatchObject({ _id: id, state: 50, cancel_time: morning + 2000 });
  expect(payme.ledger.returns).toEqual([{ receiptId: id, amount: 100_000, at: morning + 2000 }]);
});

test('money is back when it was back, not when somebody asked', async () => {
  const { call, create, pass, pay, payme } = await startRig({ returnAfterMs: 60_000 });
  const id = await create();
  await pay(id);
  await call('receipts.cancel', { id });
  pass(3_600_000);
  expect(payme.ledger.returns.map(({ at }) => at)).toEqual([morning + 60_000]);
});

test('cancelling twice gives the money back once', async () => {
  const { call, create, pass, pay, payme } = await startRig();
  const id = await create();
  await pay(id);
  for (const ms of [0, 1000, 1000, 1000]) {
    pass(ms);
    await call('receipts.cancel', { id });
  }
  expect(payme.ledger.returns).toHaveLength(1);
});

test('an unpaid receipt is cancelled at once, and nobody can pay it any more', async () => {
  const { call, create, pay, payme } = await startRig();
  const id = await create();
  const answer = await call('receipts.cancel', { id });
  expect(answer.result.receipt).toMatchObject({ state: 50, cancel_time: morning });
  expect(await pay(id)).toEqual(notFound);
  expect([payme.ledger.charges, payme.ledger.returns]).toEqual([[], []]);
});

test('a Payme that cancels paid receipts only leaves an unpaid one as it is', async () => {
  const { call, create, state } = await startRig({ cancelsUnpaid: false });
  const id = await create();
  expect(await call('receipts.cancel', { id })).toEqual(cannot);
  expect(await state(id)).toBe(0);
});

test('a receipt paused for a person is not for the till to cancel', async () => {
  const { call, create, pay, payme, state } = await startRig();
  const id = await create();
  await pay(id);
  payme.setState(id, 20);
  expect(await call('receipts.cancel', { id })).toEqual(cannot);
  expect([await state(id), payme.ledger.returns]).toEqual([20, []]);
});

test('a receipt that never was cannot be cancelled', async () => {
  const { call } = await startRig();
  expect(await call('receipts.cancel', { id: '0'.repeat(24) })).toEqual(notFound);
});
