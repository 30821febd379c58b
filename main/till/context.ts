import type { Thousandths } from '../domain/money.ts';
import type { CodeProvider, Line } from '../tender/provider.ts';
import type { FiscalService } from '../fiscal/service.ts';
import { isDiskFull } from '../store/database.ts';
import type { Db } from '../store/database.ts';
import type { Lane } from '../store/outbox.ts';
import type { StaffRow } from '../store/staff.ts';
import type { TillToShell } from '../../preload/till-port.ts';
import type { BoxLimitView, Code, Facts, Fault, MessageView, Result, SoundView, StripView } from '../../preload/api.ts';
import type { CodeVault } from './code-vault.ts';
import type { TillPrinter } from './devices.ts';
import type { ListenerState } from './listener/listener.ts';
import type { Checkouts } from './providers.ts';
import type { TillSettings } from './settings.ts';
import type { TrainingRoom } from './training-room.ts';

/** Where a timer comes from; tests hand in a clock of their own. */
export type Timers = { after(ms: number, run: () => void): () => void };

/** What the till needs from the world: clock, ids, timers. Nothing in main/till reads them from anywhere else. */
export type World = {
  /** The wall clock (ms): what is written down and printed. Somebody may set it. */
  now: () => number;
  /**
   * A clock nobody can set (ms): the wall clock at the start of the program plus the time that passed since. Every wait,
   * lease and schedule is measured by it, so that a clock set back or forward neither hurries nor delays a question.
   */
  steady: () => number;
  newId: () => string;
  timers: Timers;
};

/** What is known only while the process lives; losing it loses no money. */
export type Memo = {
  message: MessageView | null;
  sound: SoundView | null;
  /** How each line is, from real traffic and the probe. */
  lines: Record<Line, StripView['line']>;
  /** When (steady ms) what waits for a line was last made due because it came back. */
  hurriedAt: Partial<Record<Line, number>>;
  /** Limits of the fiscal box that are near, from its last answer. */
  box: BoxLimitView[];
  printer: StripView['printer'];
  scanner: StripView['scanner'];
  /** Settles when nobody's PIN is being checked. */
  lastSignIn: Promise<unknown>;
  /** How many (thousandths) the next scanned piece goods count for. */
  nextQuantity: Thousandths | null;
  /** A customer's code scanned before "pay" was pressed: memory only, for that customer's sale only. */
  heldCode: { saleId: string; code: string; scannedAt: number; expiresAt: number } | null;
  /** True while a fold of the database's log is already on its way. */
  foldIsDue: boolean;
};

/** What set-up decides: the shop's settings and the services built from them. Null until the till is set up. */
export type Equipment = {
  settings: TillSettings;
  payme: CodeProvider | null;
  /** Providers whose customers pay on their own phone, in the order of the keys. */
  checkouts: Checkouts;
  fiscal: FiscalService | null;
  printer: TillPrinter | null;
  close(): Promise<void>;
};

/** Everything a use case works with. */
export type Till = {
  db: Db;
  world: World;
  bootId: string;
  mode: 'training' | 'live';
  secretsProtected: boolean;
  vault: CodeVault;
  equipment: Equipment | null;
  training: TrainingRoom | null;
  listener: ListenerState;
  /** Opens the listener once the till is set up; before the till runs it does nothing. */
  openListener(): void;
  memo: Memo;
  /** Draws the window anew; cheap to call, views of one turn of the event loop are sent once. */
  changed(): void;
  /** Draws the window anew before anything else: a person has just pressed or scanned. */
  drawNow(): void;
  /** Starts work on a lane of the outbox at once. */
  wake(lane: Lane): void;
  /** The same, also for work that waits for its next try: the line came back, or a person pressed the button. */
  wakeNow(lane: Lane): void;
  log(event: string, facts?: Facts): void;
  tellShell(message: TillToShell): void;
};

/** A till that is set up, with somebody at it: what most intents need. */
export type Counter = { till: Till; equipment: Equipment; staff: StaffRow };

/** An intent that worked. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** An intent that was refused, with the facts its words need. */
export function refused(code: Code, facts: Facts = {}): { ok: false; error: Fault } {
  return { ok: false, error: { code, facts } };
}

/** Shows a sentence on the screen; the last one stays until the next or until it is dismissed. */
export function say(till: Till, code: Code, tone: MessageView['tone'], facts: Facts = {}): void {
  till.memo.message = { code, facts, tone, at: till.world.now() };
}

/** Plays a sound in the window once. */
export function play(till: Till, kind: SoundView['kind']): void {
  till.memo.sound = { kind, at: till.world.now() };
}

/** What an error says, with its place: for the log, never for the screen. */
export function faultText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Tells the cashier and the log that something broke; what it owed is still in the database. */
export function tellFault(till: Till, what: string, error: unknown): { ok: false; error: Fault } {
  const code = isDiskFull(error) ? 'disk-full' : 'internal';
  till.log('fault', { what, error: faultText(error) });
  say(till, code, 'refused');
  play(till, 'trouble');
  till.changed();
  return refused(code);
}

/** Runs what a device or a timer started: nobody is there to catch its fault, and it must not end the till. */
export function guarded(till: Till, what: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    tellFault(till, what, error);
  }
}

/** Lets work go on that nobody waits for. */
export function inBackground(till: Till, what: string, work: Promise<unknown>): void {
  work.catch((error: unknown) => tellFault(till, what, error));
}

/** A refusal the cashier has to notice: words and the refusing sound. */
export function refuse(till: Till, code: Code, facts: Facts = {}): { ok: false; error: Fault } {
  say(till, code, 'refused', facts);
  play(till, 'refused');
  return refused(code, facts);
}
