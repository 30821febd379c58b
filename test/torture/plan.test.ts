import { assert, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { readArguments } from '../../scripts/torture/arguments.ts';
import { chanceFrom } from '../../scripts/torture/chance.ts';
import type { DieOrder } from '../../scripts/torture/hook/orders.ts';
import { planRuns } from '../../scripts/torture/plan.ts';
import { paymeWays } from '../../scripts/torture/provision.ts';
import { mortal } from '../../scripts/torture/scenarios/kill-anywhere.ts';
import type { Scenario } from '../../scripts/torture/scene.ts';

const scenario = (name: string, share: number): Scenario => ({
  name,
  about: name,
  share,
  run: () => Promise.reject(new Error()),
});

test('the same seed draws the same, another seed draws otherwise', () => {
  const draw = (seed: number): number[] => Array.from({ length: 5 }, chanceFrom(seed).next);
  assert(property(nat(), (seed) => void expect(draw(seed)).toEqual(draw(seed))));
  expect(draw(1)).not.toEqual(draw(2));
});

test('what a fork draws does not move what its source draws', () => {
  const [alone, forked] = [chanceFrom(5), chanceFrom(5)];
  forked.fork('weather').next();
  expect(forked.next()).toBe(alone.next());
});

test('whole numbers stay within their bounds, both included', () => {
  const chance = chanceFrom(3);
  const seen = new Set(Array.from({ length: 200 }, () => chance.int(2, 5)));
  expect([...seen].toSorted()).toEqual([2, 3, 4, 5]);
});

test('every scenario runs at least once, in proportion, with seeds that count up', () => {
  const jobs = planRuns([scenario('often', 1), scenario('seldom', 0.25), scenario('hardly', 0.001)], 8, 100);
  const seedsOf = (name: string): number[] => jobs.filter((job) => job.scenario.name === name).map(({ seed }) => seed);
  expect(seedsOf('often')).toEqual([100, 101, 102, 103, 104, 105, 106, 107]);
  expect(seedsOf('seldom')).toEqual([100, 101]);
  expect(seedsOf('hardly')).toEqual([100]);
});

test('one scenario alone is run as often as asked, so that one run can be made again', () => {
  expect(planRuns([scenario('hardly', 0.001)], 1, 4711)).toMatchObject([{ seed: 4711, number: 0 }]);
});

test('a wrong command line is answered with the usage', () => {
  for (const wrong of [['--runs=many'], ['--sabotage=nothing'], ['--way=cheque'], ['--unknown']])
    expect(readArguments(wrong, 4, () => 1)).toEqual({ ok: false, fault: expect.stringContaining('npm run torture') });
});

test('without a seed one is drawn; one scenario alone does not bring the whole program along', () => {
  expect(readArguments([], 4, () => 99)).toMatchObject({
    ok: true,
    options: { seed: 99, runs: 1000, whole: 20, atOnce: 4 },
  });
  expect(readArguments(['--only=answers', '--seed=5'], 4, () => 99)).toMatchObject({
    ok: true,
    options: { seed: 5, whole: 0 },
  });
});

test('a run can be made again for one way of taking Payme Go', () => {
  expect(readArguments(['--way=subscribe'], 4, () => 1)).toMatchObject({ ok: true, options: { way: 'subscribe' } });
  expect(readArguments([], 4, () => 1)).toMatchObject({ ok: true, options: { way: undefined } });
});

test.each(paymeWays)(
  'most first deaths fall while a charge is in the air through %s, and later ones anywhere',
  (way) => {
    const inTheAir = /^(request written|answer begins|answer there) (POST \/payment\/payme|receipts\.pay)$/;
    const lives = Array.from({ length: 200 }, (_, seed) => mortal(chanceFrom(seed), 2, way));
    const share = (orders: readonly (DieOrder | null)[]): number =>
      orders.filter((order) => inTheAir.test(order?.near ?? '')).length / orders.length;
    expect(share(lives.map((next) => next()))).toBeGreaterThan(0.55);
    expect(share(lives.map((next) => next()))).toBeLessThan(0.35);
    expect(lives.map((next) => next())).toEqual(lives.map(() => null));
  },
);
