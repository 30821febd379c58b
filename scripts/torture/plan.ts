import type { Scenario } from './scene.ts';

/** One run to be made; `number` is its place in the campaign. */
export type Job = { number: number; scenario: Scenario; seed: number };

/** Highest seed; a seed is a whole number that a person can type. */
export const seeds = 2_147_483_647;

/**
 * The runs of a campaign: `runs` of the first scenario and of the others in proportion, at least one of each worth
 * having, seeds counting up from `seed` in every scenario, so that each run can be asked for alone.
 */
export function planRuns(scenarios: readonly Scenario[], runs: number, seed: number): Job[] {
  const most = Math.max(...scenarios.map(({ share }) => share));
  const jobs = scenarios.flatMap((scenario) => {
    const count = Math.max(1, Math.round((scenario.share / most) * runs));
    return Array.from({ length: count }, (_, at) => ({ scenario, seed: (seed + at) % seeds, at: at / count }));
  });
  const mixed = jobs.toSorted((one, other) => one.at - other.at);
  return mixed.map(({ scenario, seed: own }, number) => ({ number, scenario, seed: own }));
}
