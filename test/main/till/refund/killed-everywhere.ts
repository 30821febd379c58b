import { expect } from 'vitest';
import { verifyJournal } from '../../../../main/report/journal.ts';
import { booked, giveBack, killed, openBench, payments, work } from './bench.ts';
import { Killed } from './fake-provider.ts';
import type { Fate, FakeProvider } from './fake-provider.ts';

export type End = { refunds: number; states: string[]; booked: number[] };

/** Gives a sale back again and again, the till dying one reading of its clock later each time, and what came of each after a restart. */
export async function killedEverywhere(provider: () => FakeProvider, fates: readonly Fate[]): Promise<End[]> {
  const ends: End[] = [];
  for (let left = 0; ; left++) {
    const bench = openBench(provider());
    bench.provider.fates.push(...fates);
    bench.fuse.left = left;
    const death = await giveBack(bench)
      .then(() => work(bench))
      .catch((error: unknown) => error);
    if (!(death instanceof Killed)) return ends;
    const next = killed(bench);
    const refunds = Number(next.db.prepare('SELECT count(*) FROM refund').pluck().get());
    await work(next);
    expect(verifyJournal(next.db)).toEqual({ ok: true });
    ends.push({ refunds, states: payments(next).map(({ state }) => state), booked: booked(next) });
  }
}
