import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { IntentName, Intents, Reply, TillView } from '../../preload/api.ts';
import type { TillStart } from '../../preload/till-port.ts';

const entry = fileURLToPath(new URL('../../out/main/till.js', import.meta.url));
const dieAt = new URL('./die-at.ts', import.meta.url).href;

/** A till in a process of its own, started by plain Node as the shell would start it, and killed without mercy. */
export type TillProcess = {
  call<Name extends IntentName>(name: Name, args?: Intents[Name]['arg']): Promise<Reply | 'died'>;
  until(fits: (view: TillView) => boolean): Promise<TillView | 'died'>;
  /** From now on, dies at write boundary `n`. */
  arm(n: number): void;
  boundaries(): Promise<number>;
  died: Promise<unknown>;
  kill(): Promise<void>;
};

/** Starts the till on a data folder; resolves when it serves. */
export async function startTillProcess(dataDir: string, provisionFile: string): Promise<TillProcess> {
  const child = fork(entry, {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', dieAt],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.on('data', (text) => (complaints += String(text)));
  const died = once(child, 'exit');
  const start: TillStart = {
    type: 'start',
    bootId: 'boot',
    dataDir,
    training: false,
    provisionFile,
    secretsProtected: true,
    secrets: { codeKey: Buffer.alloc(32, 5).toString('base64') },
  };
  child.send(start);
  const first = await Promise.race([nextMessage(child, (message) => 'type' in message), died]);
  if (Array.isArray(first)) throw new Error(`the till died at its start: ${complaints}`);
  if (!('type' in first) || first['type'] !== 'ready')
    throw new Error(`the till did not open: ${JSON.stringify(first)}`);
  let view: TillView | undefined;
  const watchers = new Set<() => void>();
  child.on('message', (message: Record<string, unknown>) => {
    if (message['event'] !== 'view') return;
    view = message['data'] as TillView;
    for (const look of watchers) look();
  });
  child.send({ type: 'window' });
  let ids = 0;
  const send = (message: object): void => void (child.connected && child.send(message, () => {}));
  return {
    died,
    arm: (n) => send({ arm: n }),
    boundaries: async () => {
      const counted = nextMessage(child, (message) => 'boundaries' in message);
      send({ countBoundaries: true });
      return Number((await counted)['boundaries']);
    },
    call: async (method, args) => {
      const id = ++ids;
      const reply = nextMessage(child, (message) => message['id'] === id);
      send({ id, method, args });
      return Promise.race([reply as unknown as Promise<Reply>, died.then(() => 'died' as const)]);
    },
    until: (fits) =>
      Promise.race([
        new Promise<TillView>((resolve) => {
          const look = (): void => {
            if (!view || !fits(view)) return;
            watchers.delete(look);
            resolve(view);
          };
          watchers.add(look);
          look();
        }),
        died.then(() => 'died' as const),
      ]),
    kill: async () => {
      child.kill('SIGKILL');
      await died;
    },
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
