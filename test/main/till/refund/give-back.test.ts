import { describe, expect, test } from 'vitest';
import { verifyJournal } from '../../../../main/report/journal.ts';
import { closeRefundPayment } from '../../../../main/till/refund/close.ts';
import { openItems, retryObligation } from '../../../../main/till/open-items/open-items.ts';
import { waitingForPerson } from '../../../../main/store/open-items.ts';
import { killedEverywhere } from './killed-everywhere.ts';
import { booked, giveBack, killed, openBench, payments, retry, turn, work } from './bench.ts';
import type { Bench } from './bench.ts';
import { Killed, fakeProvider } from './fake-provider.ts';
import type { Fate, FakeProvider } from './fake-provider.ts';

const whole = 3_950_000;

async function refunded(provider: FakeProvider, fates: readonly Fate[]): Promise<Bench> {
  const bench = openBench(provider);
  provider.fates.push(...fates);
  expect(await giveBack(bench)).toEqual({ ok: true, value: null });
  await work(bench);
  return bench;
}

describe('a refund through a provider that knows our key', () => {
  test.each([
    [['ok']],
    [['lost']],
    [['unheard']],
    [['unsent', 'unsent']],
    [['lost', 'unsent', 'lost', 'unheard']],
    [['unheard', 'lost', 'lost']],
  ] satisfies [Fate[]][])('goes back once after %j', async (fates) => {
    const bench = await refunded(fakeProvider(), fates);
    expect([payments(bench)[0]?.state, booked(bench)]).toEqual(['returned', [whole]]);
    expect(new Set(bench.provider.asked.map(({ key }) => key)).size).toBe(1);
    expect(bench.said.filter((code) => code === 'refund-payment-returned')).toHaveLength(1);
  });

  test('goes back once, wherever the till is killed', async () => {
    const ends = await killedEverywhere(() => fakeProvider(), ['lost']);
    expect(ends.length).toBeGreaterThan(8);
    expect(ends.filter(({ refunds }) => refunds === 0)).toEqual(ends.filter(({ booked: sums }) => sums.length === 0));
    for (const { refunds, booked: sums, states } of ends)
      expect([sums, states]).toEqual(refunds === 1 ? [[whole], ['returned']] : [[], []]);
  });

  test.each(['dies-heard', 'dies-unheard'] as const)(
    'goes back once when the till %s in the middle of the call',
    async (fate) => {
      const bench = openBench();
      bench.provider.fates.push(fate);
      await giveBack(bench);
      await expect(turn(bench)).rejects.toThrow(Killed);
      expect(payments(bench)).toMatchObject([{ state: 'sending' }]);
      const next = killed(bench);
      await work(next);
      expect([payments(next)[0]?.state, booked(next)]).toEqual(['returned', [whole]]);
    },
  );

  test('is asked about until it is back when the provider has only accepted it', async () => {
    const bench = openBench();
    bench.provider.fates.push('accepted');
    await giveBack(bench);
    await work(bench, 5);
    expect([payments(bench)[0]?.state, bench.provider.asked.length]).toEqual(['accepted', 1]);
    bench.provider.settle();
    await work(bench);
    expect([payments(bench)[0]?.state, booked(bench)]).toEqual(['returned', [whole]]);
  });

  test('needs a manager after a day without a word, and may still be looked after once more', async () => {
    const bench = openBench();
    bench.provider.fates.push(...Array<Fate>(400).fill('unheard'));
    await giveBack(bench);
    await work(bench, 300);
    expect(payments(bench)).toMatchObject([{ state: 'in-doubt' }]);
    expect([bench.said.at(-1), waitingForPerson(bench.db)]).toEqual(['refund-payment-needs-manager', 1]);
    bench.provider.fates.length = 0;
    retry(bench);
    await work(bench);
    expect([payments(bench)[0]?.state, booked(bench)]).toEqual(['returned', [whole]]);
  });
});

describe('a refund through a provider that knows no key', () => {
  const never = (): FakeProvider => fakeProvider({ repeat: 'never' });

  test('that may have been heard is never sent again: a manager looks', async () => {
    for (const fate of ['lost', 'unheard'] as const) {
      const bench = await refunded(never(), [fate]);
      expect([payments(bench), bench.provider.asked.length]).toMatchObject([[{ state: 'in-doubt' }], 1]);
      expect([waitingForPerson(bench.db), bench.said.at(-1)]).toEqual([1, 'refund-payment-needs-manager']);
    }
  });

  test('is never sent twice, wherever the till is killed', async () => {
    const ends = await killedEverywhere(never, []);
    const allowed = [
      { refunds: 0, states: [], booked: [] },
      { refunds: 1, states: ['in-doubt'], booked: [] },
      { refunds: 1, states: ['in-doubt'], booked: [whole] },
      { refunds: 1, states: ['returned'], booked: [whole] },
    ];
    expect(ends.length).toBeGreaterThan(8);
    for (const end of ends) expect(allowed).toContainEqual(end);
  });

  test('that never left goes again by itself', async () => {
    const bench = await refunded(never(), ['unsent', 'unsent']);
    expect([payments(bench)[0]?.state, booked(bench)]).toEqual(['returned', [whole]]);
  });

  test('that was accepted is asked about by its name', async () => {
    const bench = openBench(never());
    bench.provider.fates.push('accepted');
    await giveBack(bench);
    await work(bench, 3);
    const next = killed(bench);
    next.provider.settle();
    await work(next);
    expect([payments(next)[0]?.state, booked(next)]).toEqual(['returned', [whole]]);
  });

  test('cannot be looked after once more by a key, only settled with evidence', async () => {
    const bench = await refunded(never(), ['lost']);
    const items = openItems(bench.counter);
    const [item] = items.ok ? items.value.items : [];
    expect(item).toMatchObject({ kind: 'refund-payment', needsPerson: true, amount: whole, actions: ['close-refund'] });
    expect(retryObligation(bench.counter, { obligationId: item!.obligationId! })).toMatchObject({
      error: { code: 'nothing-to-retry' },
    });
  });
});

const states = (bench: Bench): string[] => payments(bench).map(({ state }) => state);

describe('a refund the provider refuses', () => {
  test('is told with its words and left to a manager', async () => {
    const bench = await refunded(fakeProvider(), ['refused']);
    const items = openItems(bench.counter);
    expect(items.ok && items.value.items[0]).toMatchObject({
      kind: 'refund-payment',
      last: { reason: 'not-enough', message: 'balance too low' },
      actions: ['retry', 'close-refund'],
    });
    expect([bench.said.at(-1), waitingForPerson(bench.db), booked(bench)]).toEqual(['refund-payment-refused', 1, []]);
  });

  test('goes back when a person has it given once more, under another key: the old one is refused for ever', async () => {
    const bench = await refunded(fakeProvider(), ['refused', 'refused']);
    retry(bench);
    await work(bench);
    expect(states(bench)).toEqual(['refused']);
    retry(bench);
    await work(bench);
    expect([states(bench), booked(bench), waitingForPerson(bench.db)]).toEqual([['returned'], [whole], 0]);
    const id = String(bench.db.prepare('SELECT id FROM refund_payment').pluck().get());
    expect(bench.provider.asked.map(({ key }) => key)).toEqual([id, `${id}-2`, `${id}-3`]);
  });

  test('keeps its new key when the till is killed after it was taken up again', async () => {
    const bench = await refunded(fakeProvider(), ['refused']);
    retry(bench);
    const next = killed(bench);
    next.provider.fates.push('dies-heard');
    next.clock.at += 60_000;
    await expect(turn(next)).rejects.toThrow(Killed);
    const last = killed(next);
    await work(last);
    expect([states(last), booked(last)]).toEqual([['returned'], [whole]]);
    expect(new Set(last.provider.asked.slice(1).map(({ key }) => key)).size).toBe(1);
  });

  test('by a number that says nothing of its key keeps the key', async () => {
    const bench = await refunded(fakeProvider(), ['misheard']);
    expect(payments(bench)).toMatchObject([{ state: 'refused' }]);
    retry(bench);
    await work(bench);
    expect([states(bench), new Set(bench.provider.asked.map(({ key }) => key)).size]).toEqual([['returned'], 1]);
  });

  test('is closed by a manager with evidence, once, and nothing is sent after that', async () => {
    const bench = await refunded(fakeProvider(), ['refused']);
    const { counter, db } = bench;
    const id = db.prepare('SELECT id FROM refund_payment').pluck().get() as string;
    expect(await closeRefundPayment(counter, { refundPaymentId: id, evidence: 'no' })).toMatchObject({
      error: { code: 'evidence-needed' },
    });
    const close = { refundPaymentId: id, evidence: 'given back in cash, slip 12' };
    expect(await closeRefundPayment(counter, close)).toEqual({ ok: true, value: null });
    expect(await closeRefundPayment(counter, close)).toMatchObject({ error: { code: 'attempt-settled' } });
    expect(await closeRefundPayment({ ...counter, staff: { ...counter.staff, role: 'cashier' } }, close)).toMatchObject(
      {
        error: { code: 'manager-needed' },
      },
    );
    const row = db.prepare('SELECT state, evidence, closed_by AS by FROM refund_payment').get();
    expect(row).toEqual({ state: 'closed-by-manager', evidence: 'given back in cash, slip 12', by: 'aziz' });
    expect(db.prepare(`SELECT count(*) FROM audit WHERE action = 'refund-closed'`).pluck().get()).toBe(1);
    expect([waitingForPerson(db), verifyJournal(db)]).toEqual([0, { ok: true }]);
    await work(bench);
    const owed = db.prepare(`SELECT count(*) FROM outbox WHERE kind = 'refund-payment' AND state <> 'done'`);
    expect([booked(bench), owed.pluck().get()]).toEqual([[], 0]);
  });
});

test('a refund whose provider the shop gave up is a manager’s, and goes back when the provider is there again', async () => {
  const bench = openBench();
  await giveBack(bench);
  const gone = {
    ...bench,
    counter: { ...bench.counter, equipment: { ...bench.counter.equipment, checkouts: new Map() } },
  };
  await work(gone);
  expect(payments(bench)).toMatchObject([{ state: 'waiting', reason: 'cannot-be-asked' }]);
  expect(waitingForPerson(bench.db)).toBe(1);
  retry(bench);
  await work(bench);
  expect([payments(bench)[0]?.state, booked(bench)]).toEqual(['returned', [whole]]);
});
