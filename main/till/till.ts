import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomerView, Reply, Request, TillView } from '../../preload/api.ts';
import type { StartFault, TillStart, TillToShell } from '../../preload/till-port.ts';
import { isDiskFull, openDatabase } from '../store/database.ts';
import type { Db } from '../store/database.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { wake as makeDue } from '../store/outbox.ts';
import type { Facts } from '../../preload/api.ts';
import type { When } from './announce-views.ts';
import { resumeCheckouts } from './checkout/make.ts';
import { createClosing } from './closing.ts';
import type { Closing } from './closing.ts';
import { createCodeVault } from './code-vault.ts';
import { startDailyMatch } from './daily-match.ts';
import { faultText, tellFault } from './context.ts';
import type { Till, World } from './context.ts';
import { foldSoon } from './fold-soon.ts';
import { readOnly, runIntent } from './intents.ts';
import { listenerOff, startListener } from './listener/listener.ts';
import type { Listening } from './listener/listener.ts';
import { work } from './obligations/index.ts';
import { startOutbox } from './outbox.ts';
import { resumeQueue } from './send-code.ts';
import { recoverAttempts } from './doubt/recover.ts';
import { startProbe } from './probe.ts';
import { furnish } from './start.ts';
import { stoppableTimers } from './stoppable-timers.ts';
import { openTrainingRoom } from './training-room.ts';
import { customerViews } from './view/customer.ts';
import { tillView } from './view/view.ts';

/** What the till says to the world outside: to the shell, to its window, to the log. */
export type TillEars = {
  shell(message: TillToShell): void;
  /** The screen has changed: `read` gives it as it is when it is read. */
  view(read: () => TillView, when: When): void;
  log(event: string, facts: Facts): void;
};

export type OpenTill = { ok: true; till: RunningTill } | { ok: false; fault: StartFault; details: string[] };

export type RunningTill = {
  handle(request: Request): Promise<Reply>;
  view(): TillView;
  /** The customer's screen as it is now; read after every change while there is one. */
  customerView(): CustomerView;
  stop(): Promise<void>;
};

/**
 * Opens the till in its data folder: lock, database, recovery, equipment, outbox, in this order.
 * Needs nothing of Electron: the shell, a test and a plain Node process start it alike.
 */
export async function openTill(
  start: TillStart,
  world: World,
  ears: TillEars,
  random: () => number,
): Promise<OpenTill> {
  const closing = createClosing();
  try {
    const opened = await open(start, world, ears, random, closing);
    if (!opened.ok) await closing.run();
    return opened;
  } catch (error) {
    await closing.run();
    if (isDiskFull(error)) return { ok: false, fault: 'disk-full', details: [faultText(error)] };
    throw error;
  }
}

async function open(
  start: TillStart,
  world: World,
  ears: TillEars,
  random: () => number,
  closing: Closing,
): Promise<OpenTill> {
  const folder = join(start.dataDir, start.training ? 'training' : 'till');
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  if (!lock) return { ok: false, fault: 'data-folder-in-use', details: [folder] };
  closing.add(lock.release);
  const opened = openDatabase(join(folder, 'kassa.db'));
  if (!opened.ok) return { ok: false, fault: opened.fault.code, details: [opened.fault.detail] };
  closing.add(() => opened.db.close());
  const { timers, stop } = stoppableTimers(world.timers);
  closing.add(stop);
  const till = await assemble(start, { ...world, timers }, ears, opened.db, random);
  closing.add(() => till.training?.close());
  closing.add(() => till.equipment?.close());
  const faults = await furnish(till, start);
  if (faults.length > 0) return { ok: false, fault: 'provision-refused', details: faults };
  return { ok: true, till: run(till, ears, closing) };
}

async function assemble(start: TillStart, world: World, ears: TillEars, db: Db, random: () => number): Promise<Till> {
  const till: Till = {
    db,
    world,
    bootId: start.bootId,
    mode: start.training ? 'training' : 'live',
    secretsProtected: start.secretsProtected,
    vault: createCodeVault(start.secrets['codeKey'] ?? ''),
    equipment: null,
    training: null,
    listener: listenerOff,
    openListener: () => {},
    memo: {
      message: null,
      sound: null,
      lines: { box: 'unknown', payme: 'unknown', flitt: 'unknown', smartpay: 'unknown' },
      hurriedAt: {},
      box: [],
      printer: 'none',
      scanner: 'none',
      nextQuantity: null,
      lastSignIn: Promise.resolve(),
      heldCode: null,
      foldIsDue: false,
    },
    changed: () => {},
    drawNow: () => {},
    wake: () => {},
    wakeNow: () => {},
    log: (event, facts = {}) => ears.log(event, facts),
    tellShell: (message) => ears.shell(message),
  };
  if (start.training) till.training = await openTrainingRoom(world, random, () => till.changed());
  return till;
}

function run(till: Till, ears: TillEars, closing: Closing): RunningTill {
  let revision = 0;
  let pending: NodeJS.Immediate | undefined;
  let stopped = false;
  let listening: Promise<Listening> | undefined;
  const view = (): TillView => tillView(till, ++revision);
  const draw = (when: When): void => {
    clearImmediate(pending);
    pending = undefined;
    if (!stopped) ears.view(view, when);
  };
  till.changed = () => {
    if (!stopped) pending ??= setImmediate(draw, 'soon');
  };
  till.drawNow = () => draw('now');
  foldSoon(till);
  if (till.equipment) recoverAttempts(till, till.equipment);
  if (till.equipment) resumeQueue(till, till.equipment);
  if (till.equipment) resumeCheckouts(till, till.equipment);
  const outbox = startOutbox(till, (obligation, stepAside) => work(till, obligation, stepAside));
  till.wake = outbox.wake;
  till.wakeNow = (lane) => {
    makeDue(till.db, lane, till.world.steady());
    outbox.wake(lane);
  };
  till.openListener = () => void (listening = startListener(till, till.equipment));
  till.openListener();
  const probe = startProbe(till);
  const matches = startDailyMatch(till);
  closing.add(async () => (await listening)?.stop());
  closing.add(() => {
    stopped = true;
    probe.stop();
    matches.stop();
    outbox.stop();
  });
  return {
    view,
    customerView: customerViews(till),
    handle: (request) => handle(till, request, view),
    stop: () => closing.run(),
  };
}

/** Runs an intent; the window gets the new view before the answer, so that it never shows yesterday's screen. */
async function handle(till: Till, request: Request, view: () => TillView): Promise<Reply> {
  const { id, method, args } = request;
  if (method === 'view') return { id, ok: true, value: view() };
  try {
    const result = await runIntent(till, method, args);
    if (!readOnly.has(method) || !result.ok) till.drawNow();
    return { id, ...result };
  } catch (error) {
    const fault = tellFault(till, method, error);
    till.drawNow();
    return { id, ...fault };
  }
}
