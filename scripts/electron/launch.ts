import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Electron } from './run.ts';

/** The command line of the register: Electron's own switches, the app's folder, then everything the person wrote. */
export function startArguments(
  electron: Pick<Electron, 'args'>,
  folder: string,
  own: readonly string[],
): readonly string[] {
  return [...electron.args, folder, ...own];
}

/** The exit code a shell would report: the program's own, or 128 plus the number of the signal that ended it. */
export function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a program with this terminal, passes signals on to it, and gives its exit code. */
export function launch(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: 'inherit' });
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of FORWARDED) process.off(name, forward);
      resolve(exitCodeOf(code, signal));
    });
  });
}
