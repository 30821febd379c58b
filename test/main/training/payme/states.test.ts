import { expect, test } from 'vitest';
import { receiptStates } from '../../../../main/training/wallet/book.ts';
import { morning, notFound, startRig, type Rig } from './rig.ts';

/** A rig whose next payment meets a late charge of 90 s. */
async function late(changes: { state?: 0 | 1 | 2; told?: 'at-once' | 'lost' | 'held' } = {}): Promise<Rig> {
  const rig = await startRig();
  rig.payme.script([{ on: 'receipts.pay', fault: { kind: 'charge-late', ms: 90_000, ...changes } }]);
  return rig;
}

test('a payment goes through the states of its script, its money taken at the sight of the code', async () => {
  const { create, pass, pay, payme, state } = await startRig();
  const path = [
    { state: 30, afterMs: 1000 },
    { state: 20, afterMs: 5000 },
  ] as const;
  payme.script([{ on: 'receipts.pay', fault: { kind: 'states', path } }]);
  const id = await create();
  const seen = [(await pay(id)).result.receipt.state];
  for (const ms of [999, 1, 4999, 1, 86_400_000]) {
    pass(ms);
    seen.push(await state(id));
  }
  expect(seen).toEqual([0, 0, 30, 30, 20, 20]);
  expect(payme.ledger.charges.map(({ at }) => at)).toEqual([morning]);
});

test('a receipt at work is not paid a second time', async () => {
  const { create, pass, pay, payme } = await late();
  const id = await create();
  await pay(id).catch(() => undefined);
  expect(await pay(id)).toEqual(notFound);
  pass(90_000);
  expect(payme.ledger.charges).toHaveLength(1);
});

test('a person lets a paused receipt go on, or gives its money back', async () => {
  const { create, pay, payme, state } = await startRig();
  const [first, second] = [await create(), await create()];
  for (const id of [first, second]) {
    await pay(id);
    payme.setState(id, 20);
  }
  payme.setState(first, 4);
  payme.setState(second, 50);
  expect([await state(first), await state(second)]).toEqual([4, 50]);
  expect(payme.ledger.returns).toEqual([{ receiptId: second, amount: 100_000, at: morning }]);
});

test('a charged receipt can be put into every state that does not deny the money', async () => {
  const { create, pay, payme, state } = await startRig();
  const id = await create();
  await pay(id);
  const seen = [];
  for (const wanted of receiptStates.filter((one) => one !== 0)) {
    payme.setState(id, wanted);
    seen.push(await state(id));
  }
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 20, 21, 30, 50]);
});

test('the book does not lie: no paid without money, no unpaid with it, nothing after cancelling', async () => {
  const { create, pay, payme } = await startRig();
  const [unpaid, paid] = [await create(), await create()];
  await pay(paid);
  expect(() => payme.setState(unpaid, 4)).toThrow('state 0 cannot be put into state 4');
  expect(() => payme.setState(paid, 0)).toThrow('state 4 cannot be put into state 0');
  payme.setState(paid, 50);
  expect(() => payme.setState(paid, 4)).toThrow('state 50 cannot be put into state 4');
});

test('a late charge: the answer is lost, the receipt waits, then the money is taken', async () => {
  const { create, pass, pay, payme, state } = await late();
  const code = payme.issueCode({ lifetimeMs: 10_000 });
  const id = await create();
  await expect(pay(id, code)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  pass(89_999);
  const before = [await state(id), payme.ledger.charges.length];
  pass(1);
  expect(before).toEqual([0, 0]);
  expect(await state(id)).toBe(4);
  expect(payme.ledger.charges).toEqual([{ code, receiptId: id, amount: 100_000, at: morning + 90_000 }]);
});

test('a late charge does not come when the receipt was cancelled before', async () => {
  const { call, create, pass, pay, payme, state } = await late();
  const id = await create();
  await pay(id).catch(() => undefined);
  pass(15_000);
  await call('receipts.cancel', { id });
  pass(3_600_000);
  expect([await state(id), payme.ledger.charges, payme.ledger.returns]).toEqual([50, [], []]);
});

test('a late charge on a receipt at work is called off by cancelling, with nothing to give back', async () => {
  const { call, create, pass, pay, payme, state } = await late({ state: 2, told: 'at-once' });
  const id = await create();
  const states = [(await pay(id)).result.receipt.state];
  states.push((await call('receipts.cancel', { id })).result.receipt.state);
  pass(2000);
  states.push(await state(id));
  pass(90_000);
  expect(states).toEqual([2, 21, 50]);
  expect([payme.ledger.charges, payme.ledger.returns]).toEqual([[], []]);
});

test('a late charge cancelled after it came gives its money back', async () => {
  const { call, create, pass, pay, payme, state } = await late();
  const id = await create();
  await pay(id).catch(() => undefined);
  pass(90_000);
  await call('receipts.cancel', { id });
  pass(2000);
  expect(await state(id)).toBe(50);
  expect(payme.ledger.charges).toHaveLength(1);
  expect(payme.ledger.returns).toHaveLength(1);
});

test('a late charge uses its code up at once', async () => {
  const { create, pay, payme } = await late();
  const code = payme.issueCode();
  await pay(await create(), code).catch(() => undefined);
  expect(await pay(await create(), code)).toMatchObject({ error: { code: -31400 } });
});

test('a late charge with a bad code is refused like any other', async () => {
  const { create, pass, pay, payme } = await late({ told: 'at-once' });
  expect(await pay(await create(), '505')).toMatchObject({ error: { code: -31400 } });
  pass(90_000);
  expect(payme.ledger.charges).toEqual([]);
});

test('a late charge may keep its answer back until it is let go', async () => {
  const { create, pay, payme } = await startRig();
  const hold = payme.script([{ on: 'receipts.pay', fault: { kind: 'charge-late', ms: 90_000, told: 'held' } }]);
  const paying = pay(await create());
  await hold.reached;
  hold.release();
  expect((await paying).result.receipt.state).toBe(0);
});

test('a late charge comes by itself, asked about or not', async () => {
  const waits: { ms: number; ring: () => void }[] = [];
  const wait = (ms: number) => new Promise<void>((ring) => waits.push({ ms, ring }));
  const { create, pass, pay, payme } = await startRig({ wait });
  payme.script([{ on: 'receipts.pay', fault: { kind: 'charge-late', ms: 90_000, told: 'at-once' } }]);
  await pay(await create());
  const { charges } = payme.ledger;
  pass(90_000);
  const before = charges.length;
  waits[0]?.ring();
  await expect.poll(() => charges.length, { interval: 1 }).toBe(1);
  expect([before, waits.map(({ ms }) => ms)]).toEqual([0, [90_000]]);
});

test('a payment that dies on the way takes nothing', async () => {
  const { create, pass, pay, payme, state } = await startRig();
  const path = [
    { state: 1, afterMs: 0 },
    { state: 50, afterMs: 3000 },
  ] as const;
  payme.script([{ on: 'receipts.pay', fault: { kind: 'states', path, takes: 'never' } }]);
  const id = await create();
  const seen = [(await pay(id)).result.receipt.state];
  pass(3000);
  seen.push(await state(id));
  expect([seen, payme.ledger.charges, payme.ledger.returns]).toEqual([[1, 50], [], []]);
});

test.each(['never', 'at-end'] as const)(
  'a script that pays a receipt without its money (%s) is not accepted',
  async (takes) => {
    const { payme } = await startRig();
    const path = [
      { state: 4, afterMs: 0 },
      { state: 20, afterMs: 1000 },
    ] as const;
    const fault = { kind: 'states', path, takes } as const;
    expect(() => payme.script([{ on: 'receipts.pay', fault }])).toThrow('no receipt is paid before its money is taken');
  },
);
