import { openSerialPort, type OpenPort, type PortOpener } from '../transport/serial-port.ts';
import { systemTimers, type Timers } from '../transport/timers.ts';
import type { Frame } from './frame.ts';
import { createFrames } from './frames.ts';

export type ScannerState = 'connected' | 'absent' | 'no-permission';

/** `prefix` and `idleMs` as in frames.ts; USB serial ports ignore the baud rate but need one. */
export type SerialScannerSettings = { path: string; baudRate: number; prefix?: string; idleMs?: number };

/** `onState` comes on changes only, the first one as soon as the first try is over. `now` is a steady clock in ms. */
export type SerialScannerDeps = {
  onFrame(frame: Frame): void;
  onState(state: ScannerState): void;
  now(): number;
  timers?: Timers;
  openPort?: PortOpener;
};

export type Scanner = { close(): void };

const shortestPauseMs = 500;
const longestPauseMs = 5000;

/**
 * Listens to a serial scanner until `close()`. A scanner that is missing or pulled out is tried again after 0.5 s, then
 * in growing pauses up to 5 s, each time with a fresh port object. Nothing is ever written to the scanner.
 */
export function openSerialScanner(settings: SerialScannerSettings, deps: SerialScannerDeps): Scanner {
  const { timers = systemTimers, openPort = openSerialPort } = deps;
  const idleMs = settings.idleMs ?? 80;
  const frames = createFrames({ idleMs, ...(settings.prefix === undefined ? {} : { prefix: settings.prefix }) });
  let port: OpenPort | undefined;
  let state: ScannerState | undefined;
  let pauseMs = shortestPauseMs;
  let closed = false;
  let cancelRetry = (): void => {};
  let cancelIdle = (): void => {};

  const tell = (next: ScannerState): void => {
    if (closed || next === state) return;
    state = next;
    deps.onState(next);
  };
  const give = (found: Frame[]): void => {
    if (!closed) found.forEach((frame) => deps.onFrame(frame));
  };
  const onData = (bytes: Uint8Array): void => {
    cancelIdle();
    const at = deps.now();
    give(frames.push(bytes, at));
    // The timer itself proves the pause, with a millisecond for a clock that counts in fractions.
    cancelIdle = timers.after(idleMs, () => give(frames.idle(at + idleMs + 1)));
  };
  const retry = (): void => {
    cancelIdle();
    frames.reset();
    port = undefined;
    if (closed) return;
    cancelRetry = timers.after(pauseMs, connect);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };
  const lost = (): void => {
    tell('absent');
    retry();
  };
  const connect = async (): Promise<void> => {
    const opened = await openPort(settings.path, settings.baudRate, { onData, onClose: lost }, timers);
    if (!opened.ok) {
      tell(opened.fault);
      return retry();
    }
    if (closed) return opened.port.close(false);
    port = opened.port;
    pauseMs = shortestPauseMs;
    tell('connected');
  };

  void connect();
  return {
    close() {
      closed = true;
      cancelRetry();
      cancelIdle();
      port?.close(false);
    },
  };
}
