import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { buildIfStale } from './electron/build.ts';
import { explain } from './electron/explain.ts';
import { machineTools } from './electron/tools.ts';
import { terminal } from './terminal.ts';
import { readArguments } from './torture/arguments.ts';
import type { TortureOptions } from './torture/arguments.ts';
import { runCampaign } from './torture/campaign.ts';
import { planRuns, seeds } from './torture/plan.ts';
import type { Job } from './torture/plan.ts';
import { setAside } from './torture/program.ts';
import { progressLine } from './torture/progress.ts';
import { addUp, lossesOf } from './torture/report.ts';
import { table } from './torture/report-table.ts';
import { scenarios } from './torture/scenarios/index.ts';
import { wholeName, wholeProgram } from './torture/scenarios/whole-program.ts';
import { layHookInto } from './torture/whole/tortured-program.ts';
import { electronOrExit } from './electron/run.ts';
import type { Electron } from './electron/run.ts';

/**
 * `npm run torture`: the fault campaign. The built till is killed, lied to and cut off, and its books are then held
 * against those of the simulators, which charge at the first sight of a code and keep a book of their own. Exits 1 when
 * anything was lost, with the command that makes the losing run again; 2 when no campaign could be made.
 */
async function perform(options: TortureOptions): Promise<number> {
  if (options.program === undefined) {
    const built = await buildIfStale(machineTools());
    if (!built.ok) throw new Error(explain(built));
  }
  const program = setAside(options.program);
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  let stop = (): void => {};
  try {
    const { jobs, electron } = await chooseRuns(options, program.folder);
    stop = () => electron?.stop();
    terminal.say(`${jobs.length} runs, first seed ${options.seed}, ${options.atOnce} at once`);
    const all = await runCampaign(jobs, {
      ...options,
      program: program.folder,
      onDone: (done, sofar) => {
        for (const { what, replay } of lossesOf(done))
          terminal.say(`LOSS ${done.job.scenario.name}: ${what}\n  ${replay}`);
        terminal.progress(progressLine(sofar, jobs.length, seconds()));
      },
    });
    const report = addUp(all, options.seed, seconds());
    const json = JSON.stringify(report, null, 2);
    if (options.report !== undefined) writeFileSync(options.report, json);
    console.log(options.json ? json : table(report));
    return report.losses.length === 0 ? 0 : 1;
  } finally {
    stop();
    program.remove();
  }
}

/** The runs asked for; those of the whole program come last and need a real Electron. */
async function chooseRuns(options: TortureOptions, program: string): Promise<{ jobs: Job[]; electron?: Electron }> {
  const { only, runs, whole, seed } = options;
  const known = [...scenarios.map(({ name }) => name), wholeName];
  if (only !== undefined && !known.includes(only))
    throw new Error(`no scenario is called ${only}: ${known.join(', ')}`);
  const chosen = scenarios.filter(({ name }) => only === undefined || name === only);
  const jobs = chosen.length === 0 ? [] : planRuns(chosen, runs, seed);
  const times = only === wholeName ? runs : whole;
  if (times === 0) return { jobs };
  const electron = await electronOrExit({ purpose: 'test' });
  const tortured = layHookInto(program, `${program}/whole`);
  const wholes = planRuns([wholeProgram(electron, tortured)], times, seed);
  return { jobs: [...jobs, ...wholes.map((job) => ({ ...job, number: jobs.length + job.number }))], electron };
}

const read = readArguments(process.argv.slice(2), availableParallelism() * 2, () => randomInt(seeds));
try {
  if (!read.ok) throw new Error(read.fault);
  process.exitCode = await perform(read.options);
} catch (error) {
  terminal.say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
// A killed program may leave a socket of its driver open for good; what there is to say is said by now.
process.stdout.write('', () => process.exit());
