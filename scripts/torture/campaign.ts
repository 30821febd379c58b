import type { Sabotage } from './hook/orders.ts';
import type { Job } from './plan.ts';
import type { PaymeWay } from './provision.ts';
import type { RunResult } from './scene.ts';

/** One run that was made, or broke off with a fault of its own. */
export type RunDone = { job: Job; sabotage: Sabotage | null; way: PaymeWay | undefined; seconds: number } & (
  | { ok: true; result: RunResult }
  | { ok: false; fault: string }
);

export type CampaignSettings = {
  program: string;
  speed: number;
  sabotage: Sabotage | null;
  /** How Payme Go is taken; drawn for each run unless told. */
  way?: PaymeWay | undefined;
  atOnce: number;
  /** Called after every run. */
  onDone(done: RunDone, all: readonly RunDone[]): void;
};

/** Makes all runs, a few at a time because they mostly wait, and gives what each came to. */
export async function runCampaign(jobs: readonly Job[], settings: CampaignSettings): Promise<RunDone[]> {
  const left = [...jobs];
  const all: RunDone[] = [];
  const worker = async (): Promise<void> => {
    for (let job = left.shift(); job; job = left.shift()) {
      const done = await runOnce(job, settings);
      all.push(done);
      settings.onDone(done, all);
    }
  };
  await Promise.all(Array.from({ length: settings.atOnce }, worker));
  return all.toSorted((one, other) => one.job.number - other.job.number);
}

async function runOnce(job: Job, { program, speed, sabotage, way }: CampaignSettings): Promise<RunDone> {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  try {
    const result = await job.scenario.run({ program, speed, sabotage, way, seed: job.seed });
    return { job, sabotage, way, ok: true, result, seconds: seconds() };
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { job, sabotage, way, ok: false, fault, seconds: seconds() };
  }
}
