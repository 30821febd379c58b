import { readArguments } from './bench/arguments.ts';
import type { BenchOptions } from './bench/arguments.ts';
import { allKept, table } from './bench/report.ts';
import { runBench } from './bench/run.ts';
import { buildIfStale } from './electron/build.ts';
import { explain } from './electron/explain.ts';
import { machineTools } from './electron/tools.ts';
import { terminal } from './terminal.ts';

/**
 * `npm run bench`: the budgets of the design, measured in plain Node on a real till with a real database file, against
 * floors measured in the same run. Exits 1 when a budget is missed, 2 when nothing could be measured.
 */
async function perform(options: BenchOptions): Promise<number> {
  const built = await buildIfStale(machineTools());
  if (!built.ok) throw new Error(explain(built));
  const report = await runBench(options);
  console.log(options.json ? JSON.stringify(report) : table(report));
  return allKept(report) ? 0 : 1;
}

const read = readArguments(process.argv.slice(2));
try {
  if (!read.ok) throw new Error(read.fault);
  process.exitCode = await perform(read.options);
} catch (error) {
  terminal.say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
