import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import type { Reply, TillView } from '../../../preload/api.ts';
import type { Electron } from '../../electron/run.ts';
import { ordersVariable } from '../hook/orders.ts';
import type { Orders } from '../hook/orders.ts';
import { codeKey } from '../till-process.ts';
import type { Death, TillHome, TillOpened, TillProcess } from '../till-process.ts';

/** How often (ms) the window is asked what it shows. */
const lookEvery = 60;

/** Longest (ms) a start may take on a loaded machine. */
const longestStart = 90_000;

/** Starts the whole program on a real Electron; the campaign talks to the till as the window does. */
export function openerOf(
  electron: Electron,
  wordsFile: string,
): (home: TillHome, orders: Orders) => Promise<TillOpened> {
  return async (home, orders) => {
    rmSync(wordsFile, { force: true });
    const started = startProgram(electron, home, { ...orders, codeKey, wordsFile });
    const died = once(started.child, 'close').then(([code, signal]): Death => {
      return { code: asNumber(code), signal: asText(signal), place: wordsIn(wordsFile) };
    });
    const page = await Promise.race([findPage(started).catch(() => undefined), died, impatience(longestStart)]);
    if (page && !('signal' in page)) return { ok: true, till: serve(started, page, died) };
    const death = await endOf(started, died);
    const why = page ? '' : `\nno window within ${longestStart / 1000} s`;
    return { ok: false, death, output: started.output() + why };
  };
}

/** A program of its own process group; Electron tells on stderr where its window can be reached. */
type Started = { child: ChildProcess; output(): string; address: Promise<string> };

function startProgram(electron: Electron, home: TillHome, orders: Orders): Started {
  const own = [`--user-data-dir=${home.dataDir}`, `--provision=${home.provisionFile}`, '--no-kiosk'];
  const child = spawn(electron.executable, [...electron.args, '--remote-debugging-port=0', home.program, ...own], {
    env: { ...electron.env, [ordersVariable]: JSON.stringify(orders) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += String(text);
        const told = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (told !== undefined) resolve(told);
      });
  });
  return { child, output: () => said, address };
}

async function findPage({ address }: Started): Promise<Page> {
  const browser = await chromium.connectOverCDP(await address, { timeout: longestStart });
  for (;;) {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page) return page;
    await sleep(lookEvery);
  }
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

async function impatience(ms: number): Promise<undefined> {
  await sleep(ms, undefined, { ref: false });
}

function wordsIn(file: string): string | null {
  return existsSync(file) ? (readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? null) : null;
}

/** Ends the program and everything it started: they are one process group, led by Electron's main process. */
function endOf({ child: { pid } }: Started, died: Promise<Death>): Promise<Death> {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
  return died;
}

function serve(started: Started, page: Page, died: Promise<Death>): TillProcess {
  const gone = died.then(() => 'died' as const);
  const ask = (method: string, args: unknown): Promise<Reply | 'died'> =>
    Promise.race([gone, page.evaluate(callTill, [method, args] as const).catch(() => gone)]) as Promise<Reply | 'died'>;
  const look = async (): Promise<TillView | 'died' | undefined> => {
    const reply = await ask('view', undefined);
    if (reply === 'died') return reply;
    return reply.ok ? (reply.value as TillView) : undefined;
  };
  return {
    died,
    output: started.output,
    call: (method, args) => ask(method, args),
    until: async (fits, patience = 30_000) => {
      for (const until = Date.now() + patience; ; await sleep(lookEvery)) {
        const view = await look();
        if (view === 'died' || (view && fits(view))) return view;
        if (Date.now() >= until) return 'waited';
      }
    },
    kill: () => endOf(started, died),
    order: () => {},
    boundaries: () => Promise.resolve({ write: 0, call: 0 }),
    freeze: () => false,
    thaw: () => {},
  };
}

/** Runs in the window. */
function callTill([method, args]: readonly [string, unknown]): Promise<unknown> {
  const bridge: unknown = Reflect.get(globalThis, 'kassa');
  const call: unknown = typeof bridge === 'object' && bridge !== null ? Reflect.get(bridge, 'call') : undefined;
  if (typeof call !== 'function') return Promise.resolve({ ok: false, error: { code: 'till-restarted', facts: {} } });
  return Promise.resolve(call(method, args));
}
