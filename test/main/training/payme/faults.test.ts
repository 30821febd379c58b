import { expect, test } from 'vitest';
import type { Fault } from '../../../../main/training/payme/faults.ts';
import { failed, idOf, startRig, type Rig, type Sent } from './rig.ts';

/** A rig with a receipt to pay, whose payment meets `fault`. */
async function withFault(fault: Fault): Promise<Rig & { id: string; attempt: () => Promise<Sent> }> {
  const rig = await startRig();
  const id = await rig.create();
  rig.payme.script([{ on: 'receipts.pay', fault }]);
  const params = { id, token: rig.payme.issueCode() };
  return { ...rig, id, attempt: () => rig.send(JSON.stringify({ id: 1, method: 'receipts.pay', params })) };
}

test('Payme refuses with the scripted words and takes nothing', async () => {
  const { attempt, payme } = await withFault({ kind: 'refuse', code: -31001, message: 'Сервис недоступен' });
  expect(JSON.parse((await attempt()).text)).toEqual(failed(-31001, 'Сервис недоступен'));
  expect(payme.ledger.charges).toEqual([]);
});

test('the answer is lost but the charge stands and can be asked about', async () => {
  const { attempt, id, payme, state } = await withFault({ kind: 'drop-answer-after' });
  await expect(attempt()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(payme.ledger.charges).toHaveLength(1);
  expect(await state(id)).toBe(4);
});

test('the request is lost: the ledger knows of it but of no charge', async () => {
  const { attempt, id, payme, state } = await withFault({ kind: 'drop-request-before' });
  await expect(attempt()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(await state(id)).toBe(0);
  expect(payme.ledger.charges).toEqual([]);
  expect(payme.ledger.requests.at(1)).toMatchObject({ method: 'receipts.pay', fault: 'drop-request-before' });
});

test.each([0, 1, 10, 100])('the connection breaks after %i bytes, the charge stands', async (afterBytes) => {
  const { attempt, payme } = await withFault({ kind: 'cut', afterBytes });
  await expect(attempt()).rejects.toMatchObject({ code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' });
  expect(payme.ledger.charges).toHaveLength(1);
});

test.each([
  ['garbage', { kind: 'garbage' }, { status: 200, text: '\u0000}{ not json' }],
  ['nothing', { kind: 'empty' }, { status: 200, text: '' }],
  ['a page', { kind: 'http-status', status: 502 }, { status: 502, text: '<html><body><h1>502</h1></body></html>' }],
  ['an error', { kind: 'error-200' }, { status: 200, text: JSON.stringify(failed(-32400, 'Системная ошибка.')) }],
] as const)('Payme answers %s, with the work done or not as scripted', async (_what, fault, sent) => {
  for (const work of ['done', 'none'] as const) {
    const { attempt, payme } = await withFault({ ...fault, work });
    expect(await attempt()).toMatchObject(sent);
    expect(payme.ledger.charges).toHaveLength(work === 'done' ? 1 : 0);
  }
});

test('a slow answer arrives whole, byte by byte', async () => {
  const waits: number[] = [];
  const { create, pay, payme } = await startRig({ wait: async (ms) => waits.push(ms) });
  payme.script([{ on: 'receipts.pay', fault: { kind: 'slow', chunkBytes: 50, gapMs: 20 } }]);
  expect((await pay(await create())).result.receipt.state).toBe(4);
  expect(waits.length).toBeGreaterThan(5);
});

test('a slow bank: the money is taken, its answer comes when it is let go', async () => {
  const { create, pay, payme } = await startRig();
  const hold = payme.script([{ on: 'receipts.pay', fault: { kind: 'hang', held: 'answer' } }]);
  const paying = pay(await create());
  await hold.reached;
  const before = payme.ledger.charges.length;
  hold.release();
  expect([before, (await paying).result.receipt.state]).toEqual([1, 4]);
});

test('a held request charges when it is let go, unless the receipt was cancelled meanwhile', async () => {
  const { call, create, pay, payme } = await startRig();
  const hold = payme.script([{ on: 'receipts.pay', times: 2, fault: { kind: 'hang', held: 'request' } }]);
  const [first, second] = [await create(), await create()];
  const paying = [pay(first), pay(second)];
  await hold.reached;
  await call('receipts.cancel', { id: second });
  hold.release();
  const answers = await Promise.all(paying);
  expect(answers[1].error.code).toBe(-31602);
  expect(payme.ledger.charges.map(({ receiptId }) => receiptId)).toEqual([first]);
});

test('the answer falsifies one thing at a time, the ledger stays right', async () => {
  const { create, pay, payme } = await startRig();
  const other = await create();
  const falsified = async (fault: Fault) => {
    payme.script([{ on: 'receipts.pay', fault }]);
    return pay(await create());
  };
  const amount = await falsified({ kind: 'wrong-amount' });
  const id = await falsified({ kind: 'wrong-id' });
  const account = await falsified({ kind: 'wrong-account' });
  const state = await falsified({ kind: 'wrong-state', state: 99 });
  const types = await falsified({ kind: 'wrong-types' });
  expect(amount.result.receipt.amount).toBe(100_001);
  expect(idOf(id)).toBe(other);
  expect(account.result.receipt.account[0].value).toBe('99999999');
  expect(state.result.receipt.state).toBe(99);
  expect(types.result.receipt).toMatchObject({ amount: '100000', state: '4', external: [false] });
  expect(await falsified({ kind: 'null-id' })).toMatchObject({ id: null, result: { receipt: { state: 4 } } });
  expect(payme.ledger.charges.map((charge) => charge.amount)).toEqual(Array(6).fill(100_000));
});

test('a state and a list can be falsified too', async () => {
  const { call, create, payme, state } = await startRig();
  const id = await create();
  payme.script([
    { on: 'receipts.check', fault: { kind: 'wrong-state', state: 7 } },
    { on: 'receipts.get_all', fault: { kind: 'wrong-amount' } },
  ]);
  const list = await call('receipts.get_all', { count: 50, from: 0, to: Number.MAX_SAFE_INTEGER, offset: 0 });
  expect([await state(id), list.result[0].amount]).toEqual([7, 100_001]);
});

test('the answer of the payment before comes once more', async () => {
  const { create, pay, payme } = await startRig();
  const first = await pay(await create());
  payme.script([{ on: 'receipts.pay', fault: { kind: 'previous-answer' } }]);
  expect(await pay(await create())).toEqual(first);
  expect(payme.ledger.charges).toHaveLength(2);
});

test.each([
  ['swapped', [2, 1]],
  ['kept', [1, 2]],
] as const)("two payments get each other's answer, the ids of their requests %s", async (ids, rpcIds) => {
  const { create, payme, send } = await startRig();
  const receipts = [await create(), await create()];
  const script = payme.script([{ on: 'receipts.pay', fault: { kind: 'swap', ids } }]);
  const paying = (at: number) => {
    const params = { id: receipts[at], token: payme.issueCode() };
    return send(JSON.stringify({ id: at + 1, method: 'receipts.pay', params }));
  };
  const first = paying(0);
  await script.reached;
  const answers = (await Promise.all([first, paying(1)])).map(({ text }) => JSON.parse(text));
  expect(answers.map((answer) => answer.id)).toEqual(rpcIds);
  expect(answers.map(idOf)).toEqual(receipts.toReversed());
  expect(payme.ledger.charges.map(({ receiptId }) => receiptId)).toEqual(receipts);
});

test('both payments of a swap may be struck by it', async () => {
  const { create, pay, payme } = await startRig();
  const receipts = [await create(), await create()];
  const script = payme.script([{ on: 'receipts.pay', times: 2, fault: { kind: 'swap' } }]);
  const first = pay(receipts[0]!);
  await script.reached;
  const answers = await Promise.all([first, pay(receipts[1]!)]);
  expect(answers.map(idOf)).toEqual(receipts.toReversed());
});

test('an answer kept for a swap that never comes is let go by hand, and the next call is left alone', async () => {
  const { create, pay, payme } = await startRig();
  const receipts = [await create(), await create()];
  const script = payme.script([{ on: 'receipts.pay', fault: { kind: 'swap' } }]);
  const first = pay(receipts[0]!);
  await script.reached;
  script.release();
  const answers = [await first, await pay(receipts[1]!)];
  expect(answers.map(idOf)).toEqual(receipts);
});

test('switching Payme off drops what it holds undone', async () => {
  const { create, pay, payme } = await startRig();
  const hold = payme.script([{ on: 'receipts.pay', fault: { kind: 'hang', held: 'request' } }]);
  const lost = pay(await create()).catch((error) => error.code);
  await hold.reached;
  await payme.close();
  expect(await lost).toBe('UND_ERR_SOCKET');
  expect(payme.ledger.charges).toEqual([]);
});

test('a fault strikes its own method, in its turn, and is used up', async () => {
  const { create, payme, state } = await startRig();
  const id = await create();
  const script = payme.script([{ on: 'receipts.check', nth: 2, fault: { kind: 'wrong-state', state: 5 } }]);
  const left = script.left();
  expect([await state(id), await state(id), await state(id)]).toEqual([0, 5, 0]);
  expect([left, script.left(), payme.snapshot().faultsLeft]).toEqual([1, 0, 0]);
});

test.each([
  ['receipts.check', { kind: 'wrong-amount' }],
  ['receipts.check', { kind: 'wrong-id' }],
  ['receipts.set_fiscal_data', { kind: 'wrong-state', state: 4 }],
  ['receipts.create', { kind: 'charge-late', ms: 1 }],
  ['receipts.cancel', { kind: 'states', path: [] }],
] as const)('on %s a fault %j would change nothing and is not accepted', async (on, fault) => {
  const { payme } = await startRig();
  expect(() => payme.script([{ on, fault }])).toThrow(`${fault.kind} changes nothing on ${on}`);
});

test('a fault thought better of does not strike', async () => {
  const { create, payme, state } = await startRig();
  const id = await create();
  const script = payme.script([{ on: 'receipts.check', times: 3, fault: { kind: 'wrong-state', state: 5 } }]);
  const before = await state(id);
  script.drop();
  expect([before, await state(id), script.left()]).toEqual([5, 0, 0]);
});
