import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { IntentName, Intents, Reply, TillView } from '../../preload/api.ts';
import type { TillStart } from '../../preload/till-port.ts';
import { lastWords, ordersVariable } from './hook/orders.ts';
import type { Counted, LaterOrders, Orders } from './hook/orders.ts';

const hook = new URL('./hook/index.ts', import.meta.url).href;

/** 32 bytes that every till of the campaign keeps its codes with; the judge recognises codes by it. */
export const codeKey = Buffer.alloc(32, 5).toString('base64');

/** How a till ended: `place` is the boundary it was ordered to die at, null when it ended otherwise. */
export type Death = { code: number | null; signal: string | null; place: string | null };

/** A till in a process of its own, or a whole program: what a cashier can do with it. */
export type TillHandle = {
  call<Name extends IntentName>(name: Name, args?: Intents[Name]['arg']): Promise<Reply | 'died'>;
  /** Waits until a view fits; `patience` (ms of ours) bounds it. */
  until(fits: (view: TillView) => boolean, patience?: number): Promise<TillView | 'died' | 'waited'>;
  died: Promise<Death>;
  kill(): Promise<Death>;
  /** Everything it ever wrote to stdout and stderr. */
  output(): string;
};

/** A till started by plain Node, which also obeys the campaign's orders. */
export type TillProcess = TillHandle & {
  order(orders: LaterOrders['torture']): void;
  boundaries(): Promise<Counted>;
  /** Stops the process in its tracks, as a machine that hangs; false when it is gone. */
  freeze(): boolean;
  thaw(): void;
};

/** Where a till lives: the program's folder, its data folder, how it was set up, and the secrets its shell keeps for it. */
export type TillHome = {
  program: string;
  dataDir: string;
  provisionFile: string;
  bootId: string;
  secrets?: Record<string, string>;
};

export type TillOpened =
  | { ok: true; till: TillProcess }
  | { ok: false; death: Death; output: string }
  | { ok: false; refused: string; output: string };

/** Starts the till on a data folder; resolves when it serves, refuses, or is dead. */
export async function startTillProcess(home: TillHome, orders: Orders): Promise<TillOpened> {
  const child = fork(`${home.program}/out/main/till.js`, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', hook],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, [ordersVariable]: JSON.stringify(orders) },
  });
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => written.push(String(text)));
  const output = (): string => written.join('');
  const died = once(child, 'close').then(([code, signal]) => deathOf(code, signal, output()));
  child.on('message', (message) => keepSecrets(home, message));
  const first = nextMessage(child, (message) => message['type'] === 'ready' || message['type'] === 'refused');
  child.send(startMessage(home), () => {});
  const answer = await Promise.race([first, died.then((death) => ({ death }))]);
  if ('death' in answer) return { ok: false, death: answer.death as Death, output: output() };
  if (answer['type'] === 'refused') {
    child.kill('SIGKILL');
    await died;
    return { ok: false, refused: String(answer['fault']), output: `${JSON.stringify(answer)}\n${output()}` };
  }
  return { ok: true, till: serve(child, died, output) };
}

/** What the shell does with the secrets of a provision file: it has them again for the next till. */
function keepSecrets(home: TillHome, message: unknown): void {
  const { type, secrets } = message as Record<string, unknown>;
  if (type === 'keep-secrets') home.secrets = { ...home.secrets, ...(secrets as Record<string, string>) };
}

function startMessage({ dataDir, provisionFile, bootId, secrets: kept }: TillHome): TillStart {
  const secrets = { ...kept, codeKey };
  return { type: 'start', bootId, dataDir, training: false, provisionFile, secretsProtected: true, secrets };
}

function serve(child: ChildProcess, died: Promise<Death>, output: () => string): TillProcess {
  let view: TillView | undefined;
  let ids = 0;
  const watchers = new Set<(view: TillView) => void>();
  child.on('message', (message: Record<string, unknown>) => {
    if (message['event'] !== 'view') return;
    view = message['data'] as TillView;
    for (const look of watchers) look(view);
  });
  const send = (message: object): void => void (child.connected && child.send(message, () => {}));
  send({ type: 'window' });
  return {
    died,
    output,
    order: (torture) => send({ torture }),
    boundaries: async () => {
      const counted = nextMessage(child, (message) => 'counted' in message);
      send({ torture: { count: true } });
      return (await counted)['counted'] as Counted;
    },
    call: async (method, args) => {
      const id = ++ids;
      const reply = nextMessage(child, (message) => message['id'] === id);
      send({ id, method, args });
      return Promise.race([reply as unknown as Promise<Reply>, died.then(() => 'died' as const)]);
    },
    until: (fits, patience = 30_000) => {
      const found = waitFor(watchers, () => view, fits, patience);
      return Promise.race([found, died.then(() => 'died' as const)]);
    },
    kill: async () => {
      child.kill('SIGKILL');
      return died;
    },
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}

function waitFor(
  watchers: Set<(view: TillView) => void>,
  now: () => TillView | undefined,
  fits: (view: TillView) => boolean,
  patience: number,
): Promise<TillView | 'waited'> {
  return new Promise((resolve) => {
    const end = (result: TillView | 'waited'): void => {
      clearTimeout(tired);
      watchers.delete(look);
      resolve(result);
    };
    const look = (view: TillView): void => void (fits(view) && end(view));
    const tired = setTimeout(() => end('waited'), patience);
    watchers.add(look);
    const view = now();
    if (view) look(view);
  });
}

function deathOf(code: unknown, signal: unknown, output: string): Death {
  const said = output.split('\n').find((line) => line.startsWith(lastWords));
  return {
    code: typeof code === 'number' ? code : null,
    signal: typeof signal === 'string' ? signal : null,
    place: said === undefined ? null : said.slice(lastWords.length),
  };
}

function nextMessage(
  child: ChildProcess,
  fits: (message: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    const look = (message: unknown): void => {
      const record = message as Record<string, unknown>;
      if (!fits(record)) return;
      child.off('message', look);
      resolve(record);
    };
    child.on('message', look);
  });
}
