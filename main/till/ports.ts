import type { Event, Reply, Request, TillView } from '../../preload/api.ts';
import { intentNames } from '../../preload/api.ts';
import type { ShellToTill, TillToShell } from '../../preload/till-port.ts';
import { z } from 'zod';

/** A port as Electron's utility process hands it over; described here because the till does not know Electron. */
export type RawPort = {
  on(event: 'message', listener: (message: { data: unknown; ports?: RawPort[] }) => void): void;
  postMessage(message: unknown): void;
  start?(): void;
  close?(): void;
};

export type ShellPort = {
  say(message: TillToShell): void;
  onMessage(listener: (message: ShellToTill, ports: RawPort[]) => void): void;
};

export type WindowPort = {
  onRequest(listener: (request: Request) => void): void;
  answer(reply: Reply): void;
  show(view: TillView): void;
  close(): void;
};

/** An intent without an argument has no `args` at all once it went through a channel that speaks JSON. */
const requestShape: z.ZodType<Request> = z
  .object({ id: z.int(), method: z.enum(intentNames), args: z.unknown().optional() })
  .transform(({ id, method, args }) => ({ id, method, args }));

/** The line to the shell: Electron's parent port, or Node's own channel when a plain process started the till. */
export function shellPort(): ShellPort {
  const parent = Reflect.get(process, 'parentPort') as RawPort | undefined;
  if (parent) {
    return {
      say: (message) => parent.postMessage(message),
      onMessage: (listener) => parent.on('message', ({ data, ports }) => listener(data as ShellToTill, ports ?? [])),
    };
  }
  return {
    say: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', (data) => listener(data as ShellToTill, channelPorts(data))),
  };
}

/** The line to a window; what arrives on it is unknown until parsed, and anything else is not answered. */
export function windowPort(port: RawPort): WindowPort {
  return {
    onRequest: (listener) => {
      port.on('message', ({ data }) => {
        const request = requestShape.safeParse(data);
        if (request.success) listener(request.data);
      });
      port.start?.();
    },
    answer: (reply) => port.postMessage(reply),
    show: (data) => port.postMessage({ event: 'view', data } satisfies Event),
    close: () => port.close?.(),
  };
}

/** Without Electron the window shares the parent's channel: `{type: 'window'}` is followed by its requests. */
function channelPorts(data: unknown): RawPort[] {
  const opensWindow = typeof data === 'object' && data !== null && Reflect.get(data, 'type') === 'window';
  if (!opensWindow) return [];
  return [
    {
      on: (_event, listener) => void process.on('message', (message) => listener({ data: message })),
      postMessage: (message) => void process.send?.(message),
    },
  ];
}
