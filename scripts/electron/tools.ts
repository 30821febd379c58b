import { homedir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { terminal, type Terminal } from '../terminal.ts';
import { cacheRoot } from './cache.ts';
import { runCommand, type RunCommand } from './command.ts';
import { processIsAlive, type LockTools } from './lock.ts';

/** Everything the preparation takes from the machine, in one value so that tests can give their own. */
export interface Tools {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly isRoot: boolean;
  readonly now: () => number;
  readonly run: RunCommand;
  readonly terminal: Terminal;
  readonly lock: LockTools;
}

/** The tools of this machine. */
export function machineTools(): Tools {
  return {
    root: cacheRoot(process.env, homedir()),
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    isRoot: process.getuid?.() === 0,
    now: Date.now,
    run: runCommand,
    terminal,
    lock: {
      pid: process.pid,
      isAlive: processIsAlive,
      sleep: (ms) => sleep(ms),
      onWait: (holder) => terminal.progress(`  waiting for process ${holder}, which is preparing the same thing`),
    },
  };
}
