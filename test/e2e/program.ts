import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';
import { later } from './later.ts';

/** How a run of the program ended: its exit code and the lines it said on stderr, without Chromium's own. */
export type Ended = { code: unknown; said: string[] };

/** Runs the program as a person would from a terminal and waits until it ends by itself. */
export async function runProgram(args: readonly string[]): Promise<Ended> {
  const { executable, args: own, env, program } = inject('electron');
  const child = spawn(executable, [...own, program, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  later(() => child.exitCode ?? child.signalCode ?? child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.on('data', (text) => (stderr += String(text)));
  const [code] = await once(child, 'close');
  return { code, said: ownLines(stderr) };
}

/** What the program itself said among Chromium's lines. */
export function ownLines(stderr: string): string[] {
  return stderr.split('\n').flatMap((line) => (line.startsWith('kassa: ') ? [line.slice('kassa: '.length)] : []));
}
