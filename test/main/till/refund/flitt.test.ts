import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { Fault } from '../../../../main/training/flitt/faults.ts';
import type { Flitt } from '../../../../main/training/flitt/server.ts';
import { kept, startRig } from '../../tender/flitt/rig.ts';
import { giveBack, killed, openBench, payments, turn, work } from './bench.ts';
import type { Bench } from './bench.ts';
import { fakeProvider } from './fake-provider.ts';

const whole = 3_950_000;
const attemptId = 'sale-1-flitt';
const reverse = 'reverse/order_id';

/** The bench's sale, paid at a Flitt with a book of its own, through the client the shop uses. */
async function openFlitt(): Promise<{ bench: Bench; flitt: Flitt }> {
  const { flitt, provider, show } = await startRig();
  const money = { amount: tiyin(whole), charged: { amount: whole, currency: 'UZS' } };
  expect(flitt.pay(await show({ attemptId, ...money }))).toEqual({ ok: true });
  const tender = { kind: 'flitt', amount: whole, provider: provider.name, paymentId: attemptId } as const;
  const bench = openBench(fakeProvider(), [tender], { checkouts: new Map([['flitt', provider]]) });
  return { bench, flitt };
}
const reversals = ({ ledger }: Flitt): number[] => ledger.reversals.map(({ amount }) => amount);
const states = (bench: Bench): string[] => payments(bench).map(({ state }) => state);

describe('a sale paid with Flitt', () => {
  test('goes back in parts, each once, until nothing is kept', async () => {
    const { bench, flitt } = await openFlitt();
    await giveBack(bench, [{ lineId: 'bread', quantity: 1000 }]);
    await giveBack(bench, [{ lineId: 'tea', quantity: 1000 }]);
    await giveBack(bench);
    await work(bench);
    expect([reversals(flitt), states(bench), kept(flitt)]).toEqual([
      [400_000, 3_150_000, 400_000],
      ['returned', 'returned', 'returned'],
      0,
    ]);
  });

  test.each([
    { kind: 'drop-answer-after' },
    { kind: 'drop-request-before' },
    { kind: 'garbage' },
    { kind: 'http-status', status: 502 },
    { kind: 'wrong-signature' },
  ] satisfies Fault[])('goes back once after %j', async (fault) => {
    const { bench, flitt } = await openFlitt();
    flitt.script([{ on: reverse, fault }]);
    await giveBack(bench);
    await work(bench);
    expect([reversals(flitt), states(bench)]).toEqual([[whole], ['returned']]);
  });

  test.each(['request', 'answer'] as const)(
    'goes back once when the till is killed with the %s on its way',
    async (held) => {
      const { bench, flitt } = await openFlitt();
      const script = flitt.script([{ on: reverse, fault: { kind: 'hang', held } }]);
      await giveBack(bench);
      const dying = turn(bench);
      await script.reached;
      expect(states(bench)).toEqual(['sending']);
      const next = killed(bench);
      await work(next);
      script.release();
      await dying;
      expect([reversals(flitt), states(next)]).toEqual([[whole], ['returned']]);
    },
  );

  test('waits while the line is down, and goes back when it is there again', async () => {
    const { bench, flitt } = await openFlitt();
    await flitt.setCable('out');
    await giveBack(bench);
    await work(bench, 3);
    expect([states(bench), reversals(flitt)]).toEqual([['waiting'], []]);
    await flitt.setCable('in');
    await work(bench);
    expect([states(bench), reversals(flitt)]).toEqual([['returned'], [whole]]);
  });
});
