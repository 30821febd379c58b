import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { lastLines } from './command.ts';
import { done, type Result } from './failure.ts';

/** Where windows appear: on the desktop as it is, on a Wayland desktop without X, or on a display of our own. */
export type Display = 'desktop' | 'wayland' | 'virtual';

/** Only Linux can be without a display. */
export function chooseDisplay(platform: string, env: NodeJS.ProcessEnv): Display {
  if (platform !== 'linux' || (env['DISPLAY'] ?? '') !== '') return 'desktop';
  return (env['WAYLAND_DISPLAY'] ?? '') === '' ? 'virtual' : 'wayland';
}

export interface VirtualDisplay {
  /** Value of DISPLAY, such as ":7". */
  readonly name: string;
  readonly stop: () => void;
}

const START_MS = 20_000;

/**
 * Starts Xvfb with one screen of 1920x1080 on a display number that the server itself finds free and tells through the
 * pipe. It ends with this process.
 */
export function startVirtualDisplay(): Promise<Result<VirtualDisplay>> {
  return new Promise((resolve) => {
    const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset'];
    const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    const stop = (): void => void child.kill();
    const timer = setTimeout(stop, START_MS);
    const settle = (result: Result<VirtualDisplay>): void => {
      clearTimeout(timer);
      resolve(result);
    };
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.stdio[3]?.on('data', (number: Buffer) => {
      process.once('exit', stop);
      child.unref();
      // Neither the server nor its pipes keep this process alive once its own work is done.
      for (const pipe of child.stdio) if (pipe instanceof Socket) pipe.unref();
      settle(done({ name: `:${number.toString().trim()}`, stop }));
    });
    child.on('error', (error) => settle({ ok: false, code: 'display-failed', detail: error.message }));
    child.on('exit', (code) =>
      settle({ ok: false, code: 'display-failed', detail: lastLines(complaint, 2) || `exit code ${code}` }),
    );
  });
}
