import type { ShellToTill, StartFault, TillLife, TillStart } from '../../preload/till-port.ts';
import type { Timers } from './timers.ts';

/** A started till, as much of a utility process as the rules below need; `Port` is one end of a message channel. */
export type TillChild<Port> = {
  post(message: ShellToTill, port?: Port): void;
  kill(): void;
};

/** What a started till reports about itself. */
export type TillEvents = {
  spawned(): void;
  said(data: unknown): void;
  exited(code: number | null): void;
};

/** A window as the till's life and its ports reach it. */
export type WindowEnd<Port> = { life(life: TillLife): void; port(port: Port): void };

/** Everything around the till process, handed in so that its rules are tried without Electron. */
export type TillWorld<Port> = {
  timers: Timers;
  fork(events: TillEvents): TillChild<Port>;
  channel(): { till: Port; window: Port };
  window: WindowEnd<Port>;
  /** The customer's window; it may come and go. */
  customer: WindowEnd<Port>;
  startMessage(training: boolean): TillStart;
  keepSecrets(secrets: Record<string, string>, training: boolean): void;
  /** The till will not start; a person has to do something first. */
  refused(fault: StartFault, details: readonly string[]): void;
  /** The till ended its work by itself, because a person with the right to do so closed the register. */
  finished(): void;
  log(line: string): void;
};
