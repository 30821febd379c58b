import { describe, expect, test } from 'vitest';
import { closeRefundPayment } from '../../../../main/till/refund/close.ts';
import { retryObligation } from '../../../../main/till/open-items/open-items.ts';
import { booked, giveBack, killed, openBench, payments, turn, work } from './bench.ts';
import type { Bench } from './bench.ts';
import { Killed, fakeProvider } from './fake-provider.ts';
import type { Fate, FakeProvider } from './fake-provider.ts';
import { killedEverywhere } from './killed-everywhere.ts';

const loaf = [{ lineId: 'bread', quantity: 1000 }];
const whole = 3_950_000;
const states = (bench: Bench): string[] => payments(bench).map(({ state }) => state);

function retryFirst({ counter, db }: Bench): void {
  const id = db.prepare(`SELECT id FROM outbox WHERE kind = 'refund-payment' ORDER BY id`).pluck().get();
  expect(retryObligation(counter, { obligationId: Number(id) })).toEqual({ ok: true, value: null });
}

describe('a refund whose provider is looked at before it is sent', () => {
  const looking = (): FakeProvider => fakeProvider({ looks: true });

  test.each([[[]], [['lost']], [['refused']]] satisfies [Fate[]][])(
    'is sent at most once under each key after %j, wherever the till is killed',
    async (fates) => {
      const ends = await killedEverywhere(looking, fates);
      expect(ends.length).toBeGreaterThan(8);
      for (const { refunds, booked: sums, states: stand } of ends) {
        const given = sums.length === 1 ? ['returned'] : ['refused'];
        expect([sums.length > 1, stand]).toEqual([false, refunds === 1 ? given : []]);
      }
    },
  );

  test('and is killed while it looks has sent nothing, and looks anew', async () => {
    const bench = openBench(looking());
    bench.provider.whileLooking.push(() => {
      throw new Killed();
    });
    await giveBack(bench);
    await expect(turn(bench)).rejects.toThrow(Killed);
    expect([payments(bench), bench.provider.asked]).toMatchObject([[{ state: 'waiting' }], []]);
    const next = killed(bench);
    next.provider.book.push({ key: 'somebody in the portal', amount: 50 });
    await work(next);
    expect([states(next), booked(next), next.provider.asked[0]?.baseline]).toEqual([['returned'], [50, whole], 50]);
  });

  test('keeps its baseline with "sending", whatever becomes of the till', async () => {
    const bench = openBench(looking());
    bench.provider.book.push({ key: 'somebody in the portal', amount: 50 });
    bench.provider.fates.push('dies-unheard');
    await giveBack(bench);
    await expect(turn(bench)).rejects.toThrow(Killed);
    bench.provider.book.push({ key: 'somebody once more', amount: 60 });
    const next = killed(bench);
    await work(next);
    expect(next.provider.asked.map(({ baseline, again }) => [baseline, again])).toEqual([
      [50, false],
      [50, true],
    ]);
  });

  test('is not sent when a manager has closed it meanwhile', async () => {
    const bench = openBench(looking());
    await giveBack(bench);
    const refundPaymentId = String(bench.db.prepare('SELECT id FROM refund_payment').pluck().get());
    bench.provider.whileLooking.push(async () => {
      const closing = { refundPaymentId, evidence: 'given back in cash, slip 12' };
      expect(await closeRefundPayment(bench.counter, closing)).toEqual({ ok: true, value: null });
    });
    await work(bench);
    expect([states(bench), bench.provider.asked]).toEqual([['closed-by-manager'], []]);
  });
});

describe('two refunds of one payment', () => {
  test('go back one after the other, and each knows how much had gone before it', async () => {
    const bench = openBench(fakeProvider({ looks: true }));
    await giveBack(bench, loaf);
    await giveBack(bench);
    await work(bench);
    expect(booked(bench)).toEqual([400_000, 3_550_000]);
    expect(bench.provider.asked.map(({ baseline }) => baseline)).toEqual([0, 400_000]);
  });

  test('do not overtake one another when the first is taken up again while the second is looked at', async () => {
    const bench = openBench(fakeProvider({ looks: true }));
    bench.provider.fates.push('refused');
    await giveBack(bench, loaf);
    await work(bench);
    await giveBack(bench);
    bench.provider.whileLooking.push(async () => {
      retryFirst(bench);
      await turn(bench);
    });
    await work(bench);
    expect(bench.provider.asked.slice(1).map(({ baseline, amount }) => [amount.amount, baseline])).toEqual([
      [400_000, 0],
      [3_550_000, 400_000],
    ]);
    expect([states(bench), booked(bench)]).toEqual([
      ['returned', 'returned'],
      [400_000, 3_550_000],
    ]);
  });

  test('do not overtake one another while nobody knows what became of the first', async () => {
    const bench = openBench(fakeProvider({ repeat: 'never' }));
    bench.provider.fates.push('lost');
    await giveBack(bench, loaf);
    await giveBack(bench);
    await work(bench, 20);
    expect(payments(bench)).toMatchObject([{ state: 'in-doubt' }, { state: 'waiting' }]);
    const id = bench.db.prepare('SELECT id FROM refund_payment ORDER BY rowid').pluck().get() as string;
    await closeRefundPayment(bench.counter, { refundPaymentId: id, evidence: 'seen in the cabinet' });
    await work(bench);
    expect(payments(bench)).toMatchObject([{ state: 'closed-by-manager' }, { state: 'returned' }]);
  });
});
