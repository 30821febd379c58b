import { describe, expect, test } from 'vitest';
import { closeRefundPayment } from '../../../../main/till/refund/close.ts';
import { giveBack, killed, retry, turn, work } from './bench.ts';
import { done, idOf, keys, loaf, manager, openFlitt, reverse, states, tea, whole } from './flitt-bench.ts';
import type { Opened } from './flitt-bench.ts';

describe('a part that follows ones a manager closed', () => {
  /** A part the wallet did not give back, closed by a manager. */
  async function closed({ bench, flitt }: Opened, part: typeof loaf): Promise<void> {
    flitt.script([{ on: reverse, fault: { kind: 'reversal-declined' } }]);
    await giveBack(bench, part);
    await work(bench);
    const id = String(bench.db.prepare('SELECT id FROM refund_payment ORDER BY rowid DESC').pluck().get());
    const closing = { refundPaymentId: id, evidence: 'given back, slip 12' };
    expect(await closeRefundPayment(bench.counter, closing)).toEqual({ ok: true, value: null });
  }

  test.each([
    ['in the cabinet', 'of another sum', tea, 3_150_000],
    ['in the cabinet', 'of the same sum', loaf, 400_000],
    ['in cash', 'of another sum', tea, 3_150_000],
    ['in cash', 'of the same sum', loaf, 400_000],
  ] as const)('who gave it back %s, is given back, %s', async (where, _sum, part, amount) => {
    const opened = await openFlitt();
    const { bench, flitt, inCabinet } = opened;
    await closed(opened, loaf);
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
      await closed(opened, loaf);
      if (where === 'in the cabinet') await inCabinet(400_000);
      flitt.script([{ on: reverse, fault: { kind: 'drop-answer-after' } }]);
      await giveBack(bench, loaf);
      await work(bench);
      expect(states(bench)).toEqual(['closed-by-manager', 'returned']);
      expect(done(flitt)).toEqual(where === 'in the cabinet' ? [400_000, 400_000] : [400_000]);
    },
  );

  test('one in the cabinet and one in cash, is sent although it has the sum of the first', async () => {
    const opened = await openFlitt();
    const { bench, flitt, inCabinet } = opened;
    await closed(opened, loaf);
    await inCabinet(400_000);
    await closed(opened, tea);
    await giveBack(bench, loaf);
    await work(bench);
    expect(states(bench)).toEqual(['closed-by-manager', 'closed-by-manager', 'returned']);
    expect(done(flitt)).toEqual([400_000, 400_000]);
  });
});

describe('a payment of which somebody gave a part back in the portal', () => {
  test('has the same sum given back by the till all the same', async () => {
    const { bench, flitt, inCabinet } = await openFlitt();
    await inCabinet(400_000);
    await giveBack(bench, loaf);
    await work(bench);
    expect([states(bench), done(flitt), keys(flitt).at(-1)]).toEqual([
      ['returned'],
      [400_000, 400_000],
      [idOf(bench), 'approved'],
    ]);
  });

  test('and of which less is left than the till is to give back is refused, with what Flitt says, and nothing is sent', async () => {
    const { bench, flitt, inCabinet } = await openFlitt();
    await inCabinet(3_600_000);
    await giveBack(bench, loaf);
    await work(bench);
    expect(manager(bench)).toEqual({ state: 'refused', reason: 'return-refused', person: 1 });
    const message = bench.db.prepare('SELECT message FROM refund_payment').pluck().get();
    expect([message, done(flitt)]).toEqual([expect.stringContaining('actual 3950000, reversed 3600000'), [3_600_000]]);
  });

  test('between our look and our reversal, which was not heard, is a manager’s: nothing is sent again', async () => {
    const { bench, flitt, inCabinet } = await openFlitt();
    flitt.script([{ on: reverse, times: 2, fault: { kind: 'drop-request-before' } }]);
    await giveBack(bench, loaf);
    await work(bench, 1);
    expect(states(bench)).toEqual(['in-doubt']);
    await inCabinet(400_000);
    await work(bench);
    expect(manager(bench)).toEqual({ state: 'in-doubt', reason: 'more-went-back', person: 1 });
    retry(bench);
    await work(bench);
    expect([manager(bench), done(flitt)]).toEqual([
      { state: 'in-doubt', reason: 'more-went-back', person: 1 },
      [400_000],
    ]);
  });

  test('of another sum, while our answers were lost, is a manager’s too', async () => {
    const { bench, flitt, inCabinet } = await openFlitt();
    flitt.script([{ on: reverse, times: 2, fault: { kind: 'drop-answer-after' } }]);
    await giveBack(bench, loaf);
    await work(bench, 1);
    await inCabinet(100_000);
    await work(bench);
    expect(manager(bench)).toEqual({ state: 'in-doubt', reason: 'more-went-back', person: 1 });
    expect(done(flitt)).toEqual([400_000, 100_000]);
  });

  test('but whose reversal Flitt itself says is ours, is back', async () => {
    const { bench, flitt, inCabinet } = await openFlitt();
    const script = flitt.script([{ on: reverse, fault: { kind: 'hang', held: 'answer' } }]);
    await giveBack(bench, loaf);
    const working = work(bench);
    await script.reached;
    await inCabinet(400_000);
    script.release();
    await working;
    expect([states(bench), done(flitt)]).toEqual([['returned'], [400_000, 400_000]]);
  });
});

describe('a refund of which both answers were lost', () => {
  test.each(['drop-answer-after', 'drop-request-before'] as const)(
    'is known when it is the whole, after %s',
    async (kind) => {
      const { bench, flitt } = await openFlitt();
      flitt.script([{ on: reverse, times: 2, fault: { kind } }]);
      await giveBack(bench);
      await work(bench, 1);
      expect(states(bench)).toEqual(['in-doubt']);
      await work(bench);
      expect([states(bench), done(flitt)]).toEqual([['returned'], [whole]]);
    },
  );

  test('is sent again when it is a part that did not go', async () => {
    const { bench, flitt } = await openFlitt();
    flitt.script([{ on: reverse, times: 2, fault: { kind: 'drop-request-before' } }]);
    await giveBack(bench, loaf);
    await work(bench);
    expect([states(bench), done(flitt)]).toEqual([['returned'], [400_000]]);
  });

  test('is a manager’s when it is a part that may be ours or not, and the next part waits for their word', async () => {
    const { bench, flitt } = await openFlitt();
    flitt.script([{ on: reverse, times: 2, fault: { kind: 'drop-answer-after' } }]);
    await giveBack(bench, loaf);
    await giveBack(bench, tea);
    await work(bench);
    expect([states(bench), done(flitt), bench.said.at(-1)]).toEqual([
      ['in-doubt', 'waiting'],
      [400_000],
      'refund-payment-needs-manager',
    ]);
    const closing = { refundPaymentId: idOf(bench), evidence: 'seen in the portal, 10:14' };
    expect(await closeRefundPayment(bench.counter, closing)).toEqual({ ok: true, value: null });
    await work(bench);
    expect([states(bench), done(flitt)]).toEqual([
      ['closed-by-manager', 'returned'],
      [400_000, 3_150_000],
    ]);
  });
});

describe('a till killed while a part is at Flitt', () => {
  test.each([
    ['request', 'returned', [400_000, 400_000]],
    ['answer', 'in-doubt', [400_000, 400_000]],
  ] as const)('with the %s on its way: %s, given back once', async (held, state, sums) => {
    const { bench, flitt, inCabinet } = await openFlitt();
    await inCabinet(400_000);
    const script = flitt.script([{ on: reverse, fault: { kind: 'hang', held } }]);
    await giveBack(bench, loaf);
    const dying = turn(bench);
    await script.reached;
    const next = killed(bench);
    await work(next);
    script.release();
    bench.fuse.left = 0;
    await dying.catch(() => {});
    expect([states(next), done(flitt)]).toEqual([[state], sums]);
  });

  test.each([
    ['request', 'returned'],
    ['answer', 'in-doubt'],
  ] as const)(
    'by a version that kept no baseline, with the %s on its way: %s, given back once',
    async (held, state) => {
      const { bench, flitt } = await openFlitt();
      const script = flitt.script([{ on: reverse, fault: { kind: 'hang', held } }]);
      await giveBack(bench, loaf);
      const dying = turn(bench);
      await script.reached;
      const next = killed(bench);
      next.db.exec('UPDATE refund_payment SET baseline = NULL');
      await work(next);
      script.release();
      bench.fuse.left = 0;
      await dying.catch(() => {});
      expect([states(next), done(flitt)]).toEqual([[state], [400_000]]);
    },
  );
});
