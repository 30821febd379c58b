import type { CommandResult } from '../../../scripts/electron/command.ts';
import type { Tools } from '../../../scripts/electron/tools.ts';

export interface FakeTools extends Tools {
  /** Every command that was run, as one line. */
  readonly commands: string[];
  /** Every finished line on the terminal. */
  readonly said: string[];
}

export const ended = (result: Partial<CommandResult> = {}): CommandResult => ({
  code: 0,
  found: true,
  stdout: '',
  stderr: '',
  ...result,
});

/** A machine on which `answer` says how each command ends. */
export function fakeTools(answer: (line: string) => CommandResult, own: Partial<Tools> = {}): FakeTools {
  const commands: string[] = [];
  const said: string[] = [];
  return {
    root: '/nowhere',
    env: {},
    platform: 'linux',
    arch: 'x64',
    isRoot: false,
    now: () => 0,
    run: async (command, args) => {
      const line = [command, ...args].join(' ');
      commands.push(line);
      return answer(line);
    },
    terminal: { say: (text) => void said.push(text), progress: () => {} },
    lock: { pid: process.pid, isAlive: () => false, sleep: async () => {}, onWait: () => {} },
    ...own,
    commands,
    said,
  };
}
