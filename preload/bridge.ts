import type { Code, Fault, IntentName, KassaBridge, Reply, Request, Result, TillLife, TillView } from './api.ts';
import { intentNames } from './api.ts';

/** One end of the channel to the till; a window's MessagePort fits. */
export type BridgePort = {
  postMessage(message: Request): void;
  addEventListener(type: 'message', hear: (event: { data: unknown }) => void): void;
  start(): void;
  close(): void;
};

/** The bridge for the page, and the two things the shell feeds into it. */
export type BridgeParts = {
  bridge: KassaBridge;
  /** A till is there: calls go to it from now on, calls to the one before are answered `till-restarted`. */
  attach(port: BridgePort): void;
  setLife(life: TillLife): void;
};

/**
 * Carries calls to the till and its views to the page. It never repeats a call and never keeps one for later:
 * without a till a call is answered at once, because only a person may decide to pay again.
 */
export const createBridge = (chooseFile: () => Promise<string | null>): BridgeParts => {
  let port: BridgePort | null = null;
  let life: TillLife = 'starting';
  let view: TillView | null = null;
  let lastId = 0;
  const pending = new Map<number, (answer: Result<unknown>) => void>();
  const viewListeners = new Set<(view: TillView) => void>();
  const lifeListeners = new Set<(life: TillLife) => void>();

  const drop = (): void => {
    const answers = [...pending.values()];
    pending.clear();
    port?.close();
    port = null;
    for (const answer of answers) answer(fault(life === 'stopped' ? 'till-stopped' : 'till-restarted'));
  };

  const call = (method: IntentName, args: unknown): Promise<Result<unknown>> => {
    const to = port;
    if (!isIntent(method)) return Promise.resolve(fault('bad-intent'));
    if (to === null) return Promise.resolve(fault(life === 'stopped' ? 'till-stopped' : 'till-restarted'));
    lastId += 1;
    const id = lastId;
    return new Promise((answer) => {
      pending.set(id, answer);
      if (sent(to, { id, method, args })) return;
      pending.delete(id);
      answer(fault('bad-intent'));
    });
  };

  const show = (next: unknown): void => {
    if (!isView(next)) return;
    view = next;
    for (const listener of viewListeners) listener(next);
  };

  const hear = (data: unknown): void => {
    if (isViewEvent(data)) return show(data.data);
    if (!isReply(data)) return;
    const answer = pending.get(data.id);
    pending.delete(data.id);
    answer?.(data.ok ? { ok: true, value: data.value } : { ok: false, error: data.error });
  };

  return {
    bridge: {
      call,
      onView: (listener) => {
        viewListeners.add(listener);
        if (view !== null) listener(view);
        return () => void viewListeners.delete(listener);
      },
      onLife: (listener) => {
        lifeListeners.add(listener);
        listener(life);
        return () => void lifeListeners.delete(listener);
      },
      chooseFile,
    },
    attach: (next) => {
      drop();
      port = next;
      next.addEventListener('message', (event) => {
        if (port === next) hear(event.data);
      });
      next.start();
      // A new till has a view of its own; the page must not go on with that of the one before.
      void call('view', undefined).then((answer) => answer.ok && show(answer.value));
    },
    setLife: (next) => {
      const changed = next !== life;
      life = next;
      if (next === 'restarting' || next === 'stopped') drop();
      if (changed) for (const listener of lifeListeners) listener(next);
    },
  };
};

const fault = (code: Code): { ok: false; error: Fault } => ({ ok: false, error: { code, facts: {} } });

const isIntent = (name: string): boolean => (intentNames as readonly string[]).includes(name);

/** False when the arguments hold something that cannot cross a port, such as a function. */
const sent = (port: BridgePort, request: Request): boolean => {
  try {
    port.postMessage(request);
    return true;
  } catch {
    return false;
  }
};

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;

const isView = (data: unknown): data is TillView => isRecord(data) && typeof data['revision'] === 'number';

const isViewEvent = (data: unknown): data is { event: 'view'; data: unknown } =>
  isRecord(data) && data['event'] === 'view';

const isReply = (data: unknown): data is Reply =>
  isRecord(data) && typeof data['id'] === 'number' && (data['ok'] === true || isRecord(data['error']));
