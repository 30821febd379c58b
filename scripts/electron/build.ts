import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { whileWaiting } from '../terminal.ts';
import { lastLines } from './command.ts';
import { done, type Result } from './failure.ts';
import type { Tools } from './tools.ts';

/** The project's folder. */
export const projectFolder: string = join(import.meta.dirname, '../..');

const SOURCES = ['main', 'preload', 'renderer', 'native', 'electron.vite.config.ts', 'package.json'];
const OUTPUTS = ['out/main/index.js', 'out/main/till.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** Whether the built program is missing or older than a source. Times in ms; an output that is not there is undefined. */
export function isStale(sources: readonly number[], outputs: readonly (number | undefined)[]): boolean {
  const newest = Math.max(...sources);
  return outputs.some((built) => built === undefined || built < newest);
}

/** Builds shell, till, preload and window with electron-vite when `out/` is missing or older than the sources. */
export async function buildIfStale(tools: Tools, folder: string = projectFolder): Promise<Result<void>> {
  const sources = (await Promise.all(SOURCES.map((name) => timesBelow(join(folder, name))))).flat();
  const outputs = await Promise.all(OUTPUTS.map((name) => timeOf(join(folder, name))));
  return isStale(sources, outputs) ? build(tools, folder) : done(undefined);
}

async function build(tools: Tools, folder: string): Promise<Result<void>> {
  tools.terminal.say('Building the program');
  const vite = join(
    dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin/electron-vite.js',
  );
  const work = tools.run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: folder, env: tools.env });
  const result = await whileWaiting(work, (seconds) => tools.terminal.progress(`  building, ${seconds} s`));
  if (result.code === 0) return done(undefined);
  return { ok: false, code: 'build-failed', detail: lastLines(`${result.stdout}${result.stderr}`, 30) };
}

async function timesBelow(path: string): Promise<readonly number[]> {
  const own = await timeOf(path);
  if (own === undefined) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => timeOf(join(entry.parentPath, entry.name)));
  // A folder counts only when it is a file itself: test runs and editors touch folders without changing a source.
  return entries.length === 0 ? [own] : (await Promise.all(files)).flatMap((time) => time ?? []);
}

async function timeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => undefined,
  );
}
