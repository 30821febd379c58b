import { stat } from 'node:fs/promises';
import { systemTimers, type Timers } from './timers.ts';

/** Why a port did not open. A port locked by another program counts as absent: to this till it is not there. */
export type PortFault = 'absent' | 'no-permission';

/** What a port tells its owner; `onClose` comes exactly once, for an unplug as for our own close. */
export type PortListener = { onData(bytes: Uint8Array): void; onClose(): void };

/** An open port. `write` resolves true when the bytes have left the machine, false when the port broke. */
export type OpenPort = {
  write(bytes: Uint8Array): Promise<boolean>;
  /** Closes; with `discard` it first throws away what has not left yet. */
  close(discard: boolean): void;
};

export type OpenPortOutcome = { ok: true; port: OpenPort } | { ok: false; fault: PortFault };

/** Opens a port by path and baud rate; replaced in tests that need a port to misbehave. */
export type PortOpener = (
  path: string,
  baudRate: number,
  listener: PortListener,
  timers?: Timers,
) => Promise<OpenPortOutcome>;

/** How often (ms) an open port's device node is looked at. */
const watchMs = 1000;

/**
 * Opens a real port with a fresh SerialPort object: an old object replays writes made while it was closed (measured with
 * serialport 13). It is always read, because an unplug is noticed only on a port that is being read.
 */
export const openSerialPort: PortOpener = async (path, baudRate, listener, timers = systemTimers) => {
  const { SerialPort } = await import('serialport');
  const port = new SerialPort({ path, baudRate, autoOpen: false });
  const closePort = (): void => {
    if (port.isOpen) port.close(() => {});
  };
  let stopWatching = (): void => {};
  const closed = once(() => {
    stopWatching();
    listener.onClose();
  });
  port.on('data', (chunk: Uint8Array) => listener.onData(chunk));
  port.on('close', closed);
  port.on('error', () => (port.isOpen ? closePort() : closed()));

  const error = await new Promise<Error | null>((resolve) => port.open(resolve));
  if (error) return { ok: false, fault: /permission|access denied/i.test(error.message) ? 'no-permission' : 'absent' };
  stopWatching = watch(path, closePort, timers);

  return {
    ok: true,
    port: {
      write: (bytes) =>
        new Promise((resolve) => {
          if (!port.isOpen) return resolve(false);
          port.write(bytes, (failed) => (failed ? resolve(false) : port.drain((stuck) => resolve(!stuck))));
        }),
      close: (discard) => {
        stopWatching();
        if (discard && port.isOpen) port.flush(closePort);
        else closePort();
      },
    },
  };
};

/**
 * Calls `lost` when the path no longer leads to the device that was opened. Needed because serialport 13 reads a port
 * that was pulled out in the middle of a read as endless emptiness, and never reports it (measured).
 */
function watch(path: string, lost: () => void, timers: Timers): () => void {
  let stopped = false;
  let cancel = (): void => {};
  let first: string | undefined;
  const look = async (): Promise<void> => {
    const now = await identity(path);
    first ??= now;
    if (stopped || first === undefined) return;
    if (now === first) cancel = timers.after(watchMs, look);
    else lost();
  };
  void look();
  return () => {
    stopped = true;
    cancel();
  };
}

/** Undefined where there is no such node, and for Windows port names, which have none. */
async function identity(path: string): Promise<string | undefined> {
  try {
    const { dev, ino, rdev } = await stat(path);
    return `${dev}:${ino}:${rdev}`;
  } catch {
    return undefined;
  }
}

function once(run: () => void): () => void {
  let ran = false;
  return () => {
    if (ran) return;
    ran = true;
    run();
  };
}
