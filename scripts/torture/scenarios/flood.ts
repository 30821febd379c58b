import { setTimeout as sleep } from 'node:timers/promises';
import { withBooks } from '../books.ts';
import { serveAll } from '../cashier.ts';
import { drawCustomers } from '../customers.ts';
import { found } from '../judge/findings.ts';
import type { Finding } from '../judge/findings.ts';
import { leaveInDoubt } from '../leave-in-doubt.ts';
import type { Left } from '../leave-in-doubt.ts';
import { playScene } from '../scene.ts';
import type { RunResult, RunSettings, Scenario, Scene } from '../scene.ts';

/** All must have been asked about so soon (ms of ours) after the line is back (T7). */
const askedWithin = 60_000;

/** Longest (ms of ours) until all of them are settled. */
const settledWithin = 60_000;
const lookEvery = 50;

/** `count` payments in doubt wait for a line that comes back, at the pace of a real clock and 100 ms a call. */
export function floodOf(count: number): (settings: RunSettings) => Promise<RunResult> {
  return (settings) =>
    playScene(
      { ...settings, speed: 1 },
      {
        way: 'subscribe',
        payme: { latencyMs: 100 },
        play: async (scene) => {
          const { counter, chance, around } = scene;
          await serveAll(scene, drawCustomers(chance, { customers: 1, payme: 0, comesBackLater: 0 }));
          await counter.stop();
          await around.paymeLine.setCable('out');
          around.struck('cable-out');
          const left = leaveInDoubt(around, count);
          await counter.start();
          const dark = await counter.until(({ strip }) => strip.line === 'down', 30_000);
          await around.paymeLine.setCable('in');
          const findings = await lineIsBack(scene, left);
          around.clock.hurry(settings.speed);
          return [...findings, ...(dark ? [] : [found('till-fault', 'a line that was cut was not seen to be down')])];
        },
        after: ({ attempts }) => {
          const wrong = attempts.filter(({ state }) => state !== 'paid' && state !== 'returned');
          return wrong.map(({ id, state }) => found('open-doubt', `attempt ${id} of the flood is ${state}`));
        },
      },
    );
}

/** The large form, as the trade's complaints have it. */
export const flood500: Scenario = {
  name: 'flood-500',
  about: '500 payments are in doubt when the line returns: all are asked about within a minute and settled',
  share: 0.001,
  run: floodOf(500),
};

/** The small form, which every campaign can afford. */
export const flood: Scenario = {
  name: 'flood',
  about: '100 payments are in doubt when the line returns: all are asked about within a minute and settled',
  share: 0.002,
  run: floodOf(100),
};

async function lineIsBack({ around, measured }: Scene, left: readonly Left[]): Promise<Finding[]> {
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 100) / 10;
  const allAsked = await soon(askedWithin, () => asked(around.payme.ledger.requests, left));
  measured[`seconds until ${left.length} were asked about`] = seconds();
  const allSettled = await soon(settledWithin, () => stillOpen(around.database) === 0);
  measured[`seconds until ${left.length} were settled`] = seconds();
  return [
    ...(allAsked ? [] : [found('too-late', `${left.length} were not asked about within ${askedWithin / 1000} s`)]),
    ...(allSettled ? [] : [found('too-late', `${stillOpen(around.database)} of ${left.length} are not settled`)]),
  ];
}

function asked(requests: readonly { receiptId: string | null }[], left: readonly Left[]): boolean {
  const seen = new Set(requests.map(({ receiptId }) => receiptId));
  return left.every(({ receiptId }) => seen.has(receiptId));
}

function stillOpen(database: string): number {
  const sql = `SELECT count(*) FROM attempt WHERE state IN ('in-doubt', 'cancelling')`;
  return withBooks(database, (db) => db.prepare<[], number>(sql).pluck().get()) ?? 0;
}

async function soon(within: number, isSo: () => boolean): Promise<boolean> {
  for (const until = performance.now() + within; performance.now() < until; await sleep(lookEvery))
    if (isSo()) return true;
  return isSo();
}
