import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { steps } from './test/steps.ts';
import type { Step } from './test/steps.ts';
import { addUp, closingLine, readCounts } from './test/counts.ts';
import type { Counts } from './test/counts.ts';
import { launch } from './electron/launch.ts';
import { terminal } from './terminal.ts';

/**
 * `npm test`: types, format, lint, unit tests, killed tills, and the register end to end on a real Electron, one after
 * the other because the last two want the machine for themselves. A failed step does not hide the ones after it.
 */
const reports = await mkdtemp(join(tmpdir(), 'kassa-test-'));

async function perform(step: Step, at: number): Promise<Counts> {
  terminal.say(`\n[${at + 1}/${steps.length}] ${step.what}`);
  const report = join(reports, `${at}.json`);
  const began = Date.now();
  const code = await launch(process.execPath, step.args(report), { ...process.env, CI: '1' });
  terminal.say(`${code === 0 ? 'passed' : 'FAILED'} after ${Math.round((Date.now() - began) / 1000)} s`);
  const counts = step.counts ? readCounts(await readFile(report, 'utf8').catch(() => '')) : undefined;
  return counts ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

const all: Counts[] = [];
for (const [at, step] of steps.entries()) all.push(await perform(step, at));
await rm(reports, { recursive: true, force: true });
const total = addUp(all);
console.log(closingLine(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
