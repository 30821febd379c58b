import { describe, expect, test } from 'vitest';
import { tiyin } from '../../../../main/domain/money.ts';
import type { Fault } from '../../../../main/training/flitt/faults.ts';
import { reverse as reverseThere } from '../../../../main/tender/flitt/reverse.ts';
import type { Flitt } from '../../../../main/training/flitt/server.ts';
import { closeRefundPayment } from '../../../../main/till/refund/close.ts';
import { kept, startRig } from '../../tender/flitt/rig.ts';
import { giveBack, killed, openBench, payments, turn, work } from './bench.ts';
import type { Bench } from './bench.ts';
import { fakeProvider } from './fake-provider.ts';

const whole = 3_950_000;
const attemptId = 'sale-1-flitt';
const reverse = 'reverse/order_id';

/** The bench's sale, paid at a Flitt with a book of its own, through the client the shop uses. */
async function openFlitt(reversalMs = 0): Promise<Opened> {
  const { flitt, provider, show, settings, pass } = await startRig({ reversalMs });
  const money = { amount: tiyin(whole), charged: { amount: whole, currency: 'UZS' } };
  expect(flitt.pay(await show({ attemptId, ...money }))).toEqual({ ok: true });
  const tender = { kind: 'flitt', amount: whole, provider: provider.name, paymentId: attemptId } as const;
  const bench = openBench(fakeProvider(), [tender], { checkouts: new Map([['flitt', provider]]) });
  const inCabinet = async (amount: number): Promise<void> => {
    const back = { orderId: attemptId, amount: { amount, currency: 'UZS' }, key: `cabinet ${amount}` };
    expect(await reverseThere(settings, back)).toEqual({ kind: 'returned' });
  };
  return { bench, flitt, inCabinet, pass };
}

/** `inCabinet`: a manager gives money back in Flitt's own cabinet; `pass` moves Flitt's clock. */
type Opened = { bench: Bench; flitt: Flitt; inCabinet: (amount: number) => Promise<void>; pass: (ms: number) => void };

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

describe('a part that follows one a manager closed', () => {
  const loaf = [{ lineId: 'bread', quantity: 1000 }];
  const tea = [{ lineId: 'tea', quantity: 1000 }];

  /** A loaf the wallet did not give back, closed by a manager. */
  async function closedLoaf({ bench, flitt }: Opened): Promise<void> {
    flitt.script([{ on: reverse, fault: { kind: 'reversal-declined' } }]);
    await giveBack(bench, loaf);
    await work(bench);
    const refundPaymentId = String(bench.db.prepare('SELECT id FROM refund_payment').pluck().get());
    const closing = { refundPaymentId, evidence: 'given back, slip 12' };
    expect(await closeRefundPayment(bench.counter, closing)).toEqual({ ok: true, value: null });
  }
  const done = ({ ledger }: Flitt): number[] =>
    ledger.reversals.filter(({ status }) => status === 'approved').map(({ amount }) => amount);

  test.each([
    ['in the cabinet', 'of another sum', tea, 3_150_000],
    ['in the cabinet', 'of the same sum', loaf, 400_000],
    ['in cash', 'of another sum', tea, 3_150_000],
    ['in cash', 'of the same sum', loaf, 400_000],
  ] as const)('who gave it back %s, is given back, %s', async (where, _sum, part, amount) => {
    const opened = await openFlitt();
    const { bench, flitt, inCabinet } = opened;
    await closedLoaf(opened);
    if (where === 'in the cabinet') await inCabinet(400_000);
    await giveBack(bench, [...part]);
    await work(bench);
    expect(states(bench)).toEqual(['closed-by-manager', 'returned']);
    expect(done(flitt)).toEqual(where === 'in the cabinet' ? [400_000, amount] : [amount]);
  });

  test.each(['in the cabinet', 'in cash'] as const)(
    'of the same sum who gave it back %s is given back once although its answer was lost',
    async (where) => {
      const opened = await openFlitt();
      const { bench, flitt, inCabinet } = opened;
      await closedLoaf(opened);
      if (where === 'in the cabinet') await inCabinet(400_000);
      flitt.script([{ on: reverse, fault: { kind: 'drop-answer-after' } }]);
      await giveBack(bench, loaf);
      await work(bench);
      expect(states(bench)).toEqual(['closed-by-manager', 'returned']);
      expect(done(flitt)).toEqual(where === 'in the cabinet' ? [400_000, 400_000] : [400_000]);
    },
  );
});
