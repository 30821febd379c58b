import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCampaign } from '../../scripts/torture/campaign.ts';
import type { RunDone } from '../../scripts/torture/campaign.ts';
import { planRuns, seeds } from '../../scripts/torture/plan.ts';
import { paymeWays } from '../../scripts/torture/provision.ts';
import { setAside } from '../../scripts/torture/program.ts';
import type { SetAside } from '../../scripts/torture/program.ts';
import { addUp, lossesOf } from '../../scripts/torture/report.ts';
import { scenarios } from '../../scripts/torture/scenarios/index.ts';
import { rush, rushOf } from '../../scripts/torture/scenarios/rush.ts';

/** Fresh seeds every time: a slice that always tortured alike would prove the same forty runs again and again. */
const seed = randomInt(seeds);
const small = {
  ...rush,
  about: 'three answers of ten are swallowed and two come a minute late, ten sales in a row',
  run: rushOf(10),
};
const chosen = scenarios.filter(({ name }) => !name.endsWith('-500')).map((one) => (one === rush ? small : one));
const slice: Partial<Record<string, number>> = {
  'kill-anywhere': 15,
  answers: 3,
  'odd-answers': 3,
  resets: 3,
  flaps: 3,
  'clock-warning': 1,
  poisoned: 1,
  checkout: 3,
  'checkout-cancelled': 2,
  flood: 1,
  rush: 1,
};

let program: SetAside;
let all: RunDone[] = [];

beforeAll(async () => {
  program = setAside();
  // The longest runs begin first, so that none is waited for alone at the end.
  const jobs = chosen.toReversed().flatMap((scenario) => planRuns([scenario], slice[scenario.name] ?? 2, seed));
  all = await runCampaign(jobs, {
    program: program.folder,
    speed: 10,
    sabotage: null,
    atOnce: availableParallelism() * 2,
    onDone: () => {},
  });
}, 300_000);

afterAll(() => program.remove());

test.each(chosen)('nothing is lost and nothing taken twice when $about', ({ name }) => {
  const runs = all.filter(({ job }) => job.scenario.name === name);
  expect(runs.length).toBeGreaterThan(0);
  expect(runs.flatMap(lossesOf)).toEqual([]);
});

test('the slice killed tills at writes and at calls, and the books of both sides agree', () => {
  const report = addUp(all, seed, 0);
  expect(report.kills.write).toBeGreaterThan(0);
  expect(report.kills.call).toBeGreaterThan(0);
  expect(report.journalsValid).toBe(report.runs);
  expect(Object.keys(report.ways)).toEqual([...paymeWays]);
  expect(report.fiscalDocuments).toBe(report.completedSales);
  expect({ lost: report.lostSales, doubled: report.doubleCharges, codes: report.codesOnDisk }).toEqual({
    lost: 0,
    doubled: 0,
    codes: 0,
  });
});
