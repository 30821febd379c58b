import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Reply, TillView } from '../../../preload/api.ts';
import type { Electron } from '../../electron/run.ts';
import { ordersVariable } from '../hook/orders.ts';
import type { Orders } from '../hook/orders.ts';
import { codeKey } from '../till-process.ts';
import type { Death, TillHome, TillOpened, TillProcess } from '../till-process.ts';

/** How often (ms) the window is asked what it shows. */
const lookEvery = 60;

/** Longest (ms) a start may take on a loaded machine, and longest a window may leave a question unanswered. */
const longestStart = 90_000;
const longestAnswer = 60_000;

/** How long (ms) after a window went away its program may still be seen to die. */
const lastBreath = 2_000;

/**
 * Playwright's own first module in Electron: it holds `ready` back until Playwright is attached. Without it Playwright may
 * come in the middle of the window's first navigation, miss its end, and wait for it for three minutes.
 */
const playwrightsHold = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);

/** Starts the whole program on a real Electron; the campaign talks to the till as the window does. */
export function openerOf(
  electron: Electron,
  wordsFile: string,
): (home: TillHome, orders: Orders) => Promise<TillOpened> {
  return async (home, orders) => {
    rmSync(wordsFile, { force: true });
    const started = await startProgram(electron, home, { ...orders, codeKey, wordsFile }, wordsFile);
    const page = await Promise.race([firstWindow(started), started.died]);
    if (page && !('signal' in page)) return { ok: true, till: serve(started, page) };
    const death = await endOf(started);
    const why = page ? '' : `\nno window within ${longestStart / 1000} s`;
    return { ok: false, death, output: started.output() + why };
  };
}

/** A program of its own process group, led by Electron's main process. */
type Started = { app: ElectronApplication; pid: number; died: Promise<Death>; output(): string };

/** Nothing of the program runs before Playwright is attached, so no word of it and no death of it is missed. */
async function startProgram(electron: Electron, home: TillHome, orders: Orders, wordsFile: string): Promise<Started> {
  const own = [`--user-data-dir=${home.dataDir}`, `--provision=${home.provisionFile}`, '--no-kiosk'];
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [...electron.args, '-r', playwrightsHold, home.program, ...own],
    env: { ...electron.env, [ordersVariable]: JSON.stringify(orders) },
    timeout: longestStart,
  });
  const child = app.process();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  const died = once(child, 'close').then(([code, signal]): Death => {
    return { code: asNumber(code), signal: asText(signal), place: wordsIn(wordsFile) };
  });
  if (child.pid === undefined) throw new Error('the program has no process');
  return { app, pid: child.pid, died, output: () => said };
}

function firstWindow({ app }: Started): Promise<Page | undefined> {
  return app.firstWindow({ timeout: longestStart }).catch(() => undefined);
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function wordsIn(file: string): string | null {
  return existsSync(file) ? (readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? null) : null;
}

/** Ends the program and everything it started. */
function endOf({ pid, died }: Pick<Started, 'pid' | 'died'>): Promise<Death> {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
  return died;
}

function serve(started: Started, page: Page): TillProcess {
  const gone = started.died.then(() => 'died' as const);
  const ask = (method: string, args: unknown): Promise<Reply | 'died'> =>
    orSilence(
      Promise.race([gone, page.evaluate(callTill, [method, args] as const).catch(() => wentAway(gone))]),
      method,
    );
  const look = async (): Promise<TillView | 'died' | undefined> => {
    const reply = await ask('view', undefined);
    if (reply === 'died') return reply;
    return reply.ok ? (reply.value as TillView) : undefined;
  };
  return {
    died: started.died,
    output: started.output,
    call: (method, args) => ask(method, args),
    until: async (fits, patience = 30_000) => {
      for (const until = Date.now() + patience; ; await sleep(lookEvery)) {
        const view = await look();
        if (view === 'died' || (view && fits(view))) return view;
        if (Date.now() >= until) return 'waited';
      }
    },
    kill: () => endOf(started),
    order: () => {},
    boundaries: () => Promise.resolve({ write: 0, call: 0 }),
    freeze: () => false,
    thaw: () => {},
  };
}

const restarted: Reply = { id: 0, ok: false, error: { code: 'till-restarted', facts: {} } };

/** A window that goes away dies with its program, or comes back with a till that was started again. */
function wentAway(gone: Promise<'died'>): Promise<Reply | 'died'> {
  return Promise.race([gone, sleep(lastBreath, restarted, { ref: false })]);
}

/** A window that says nothing at all must not hold a campaign up for ever. */
function orSilence<T>(answer: Promise<T>, method: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const fault = new Error(`the window did not answer "${method}" within ${longestAnswer / 1000} s`);
    const tired = setTimeout(() => reject(fault), longestAnswer);
    void answer.finally(() => clearTimeout(tired)).then(resolve, reject);
  });
}

/** Runs in the window. */
function callTill([method, args]: readonly [string, unknown]): Promise<Reply> {
  const bridge: unknown = Reflect.get(globalThis, 'kassa');
  const call: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, 'call') : undefined;
  if (typeof call !== 'function')
    return Promise.resolve({ id: 0, ok: false, error: { code: 'till-restarted', facts: {} } });
  return Promise.resolve(call(method, args));
}
