import { spawn } from 'node:child_process';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Receives everything the command prints, as it prints it. */
  readonly onOutput?: (text: string) => void;
}

/** How a command ended. `code` is undefined when the program was not found or a signal ended it. */
export interface CommandResult {
  readonly code: number | undefined;
  readonly found: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export type RunCommand = (command: string, args: readonly string[], options?: CommandOptions) => Promise<CommandResult>;

/** Runs a program without a shell and collects what it prints; never throws. */
export const runCommand: RunCommand = (command, args, options = {}) =>
  new Promise((resolve) => {
    const { onOutput, ...where } = options;
    const child = spawn(command, args, { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        text[name] += chunk;
        onOutput?.(chunk);
      });
    child.on('error', (error) =>
      resolve({ code: undefined, found: false, stdout: text.stdout, stderr: `${text.stderr}${error.message}` }),
    );
    child.on('close', (code) => resolve({ code: code ?? undefined, found: true, ...text }));
  });

/** npm of the person who started us: `npm run` names its own script in npm_execpath, otherwise npm is on the PATH. */
export function npmCommand(env: NodeJS.ProcessEnv): { readonly command: string; readonly args: readonly string[] } {
  const script = env['npm_execpath'];
  return script !== undefined && /npm-cli\.[cm]?js$/.test(script)
    ? { command: process.execPath, args: [script] }
    : { command: 'npm', args: [] };
}

/** The last `count` lines of a long output, for a message. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
