import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';
import { later } from './later.ts';
import { within } from './within.ts';

/** The longest (ms) a run from a terminal may take on a loaded machine. */
const longestRun = 30_000;

/** How a run of the program ended: its exit code and the lines it said on stderr, without Chromium's own. */
export type Ended = { code: unknown; said: string[] };

/** Runs the program until it has said `last` on stderr, ends it, and gives its lines: heard from the first byte on. */
export async function hearProgram(args: readonly string[], last: string): Promise<string> {
  const child = startProgram(args);
  let stderr = '';
  const said = new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (text) => {
      stderr += String(text);
      if (stderr.includes(last)) resolve();
    });
    child.once('close', () => reject(new Error(`the program ended without saying ${last}: ${stderr}`)));
  });
  await within(`${last} on the terminal`, said, longestRun);
  child.kill('SIGTERM');
  await within('the end of the program', once(child, 'close'), longestRun);
  return ownLines(stderr).join('\n');
}

/** Runs the program as a person would from a terminal and waits until it ends by itself. */
export async function runProgram(args: readonly string[]): Promise<Ended> {
  const child = startProgram(args);
  let stderr = '';
  child.stderr.on('data', (text) => (stderr += String(text)));
  const [code] = await within('the end of the program', once(child, 'close'), longestRun);
  return { code, said: ownLines(stderr) };
}

function startProgram(args: readonly string[]) {
  const { executable, args: own, env, program } = inject('electron');
  const child = spawn(executable, [...own, program, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  later(() => child.exitCode ?? child.signalCode ?? child.kill('SIGKILL'));
  return child;
}

/** What the program itself said among Chromium's lines. */
function ownLines(stderr: string): string[] {
  return stderr.split('\n').flatMap((line) => (line.startsWith('kassa: ') ? [line.slice('kassa: '.length)] : []));
}
