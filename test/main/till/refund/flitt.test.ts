import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../../main/training/flitt/faults.ts';
import type { Flitt } from '../../../../main/training/flitt/server.ts';
import { kept } from '../../tender/flitt/rig.ts';
import { giveBack, killed, payments, retry, turn, work } from './bench.ts';
import { idOf, keys, openFlitt, reverse, states, whole } from './flitt-bench.ts';

const reversals = ({ ledger }: Flitt): number[] => ledger.reversals.map(({ amount }) => amount);

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

  test.each([{ kind: 'wrong-signature' }, { kind: 'drop-answer-after' }] satisfies Fault[])(
    'stands where it stood, and nothing is sent, while the look before it meets %j',
    async (fault) => {
      const { bench, flitt } = await openFlitt();
      flitt.script([{ on: 'status/order_id', times: 3, fault }]);
      await giveBack(bench);
      await work(bench, 3);
      expect([states(bench), reversals(flitt)]).toEqual([['waiting'], []]);
      await work(bench);
      expect([states(bench), reversals(flitt)]).toEqual([['returned'], [whole]]);
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

test('a refund Flitt accepts and declines later is refused within minutes, and a manager is told', async () => {
  const { bench, flitt, pass } = await openFlitt(120_000);
  flitt.script([{ on: reverse, fault: { kind: 'reversal-declined' } }]);
  await giveBack(bench);
  await work(bench, 3);
  expect(states(bench)).toEqual(['accepted']);
  pass(120_000);
  const declinedAt = bench.clock.at;
  await work(bench);
  expect([payments(bench), bench.said.at(-1), kept(flitt)]).toEqual([
    [{ state: 'refused', amount: whole, reason: 'return-refused' }],
    'refund-payment-refused',
    whole,
  ]);
  expect(bench.clock.at - declinedAt).toBeLessThan(300_000);
});

test('a refund the wallet declined is sent anew at "retry", under a key Flitt has not declined', async () => {
  const { bench, flitt } = await openFlitt();
  flitt.script([{ on: reverse, fault: { kind: 'reversal-declined' } }]);
  await giveBack(bench);
  await work(bench);
  expect(states(bench)).toEqual(['refused']);
  retry(bench);
  await work(bench);
  const id = idOf(bench);
  expect([states(bench), keys(flitt)]).toEqual([
    ['returned'],
    [
      [id, 'declined'],
      [`${id}-2`, 'approved'],
    ],
  ]);
});

test('a refund refused by a number is sent again under the same key', async () => {
  const { bench, flitt } = await openFlitt();
  flitt.script([{ on: reverse, fault: { kind: 'refuse', code: 1014, message: 'Invalid signature' } }]);
  await giveBack(bench);
  await work(bench);
  expect(payments(bench)).toMatchObject([{ state: 'refused', reason: 'shop-refused' }]);
  retry(bench);
  await work(bench);
  expect([states(bench), keys(flitt)]).toEqual([['returned'], [[idOf(bench), 'approved']]]);
});
