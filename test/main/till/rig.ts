import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CustomerView, IntentName, Intents, Result, TillView } from '../../../preload/api.ts';
import type { TillToShell } from '../../../preload/till-port.ts';
import { openForReading } from '../../../main/store/database.ts';
import { openTill } from '../../../main/till/till.ts';
import type { RunningTill } from '../../../main/till/till.ts';
import { startFbox } from '../../../main/training/fbox/server.ts';
import type { Fbox } from '../../../main/training/fbox/server.ts';
import { startPayme } from '../../../main/training/payme/server.ts';
import type { Payme } from '../../../main/training/payme/server.ts';
import { startVirtualPrinter } from '../../../main/training/printer/server.ts';
import type { VirtualPrinter } from '../../../main/training/printer/server.ts';
import { startOtherSide } from './other-side.ts';
import type { OtherSide } from './other-side.ts';
import { bread, cashbox, catalogueCsv, provisionFor, tea } from './baraka.ts';
import type { Options } from './baraka.ts';
import { handClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { keptSecrets, lifeOf } from './life.ts';

/** Between two moves of the clock sockets get this long (real ms) to do their work. */
const realTick = 10;

/** A machine with other work to do may take its time (real ms). */
const patienceMs = 15_000;

/** 21 November 2026, 09:00 in Tashkent. */
export const morning = Date.UTC(2026, 10, 21, 4, 0, 0);

export type Shop = {
  box: Fbox;
  /** The same Payme the box asks: its customers, their codes and its book are shared. */
  payme: Payme;
  printer: VirtualPrinter;
  /** Flitt and Smartpay, in a shop with every checkout. */
  others: OtherSide | null;
  clock: Clock;
  dir: string;
  /** Everything the till keeps lies here. */
  folder: string;
  provisionPath: string;
  shell: TillToShell[];
  log: string[];
  view(): TillView;
  /** What the customer's screen shows now. */
  customer(): CustomerView;
  call<Name extends IntentName>(name: Name, arg?: Intents[Name]['arg']): Promise<Result<Intents[Name]['value']>>;
  /** Waits for a view that fits, without sleeping: every change of the till is looked at. */
  until(fits: (view: TillView) => boolean): Promise<TillView>;
  /** Moves the clock by `step` (ms) after each change until a view fits. */
  pass(step: number, fits: (view: TillView) => boolean): Promise<TillView>;
  /** Starts a till in the folder; throws the fault it refuses with. */
  start(bootId: string, provisionFile?: string): Promise<void>;
  restart(change?: { bootId?: string }): Promise<void>;
  stop(): Promise<void>;
};

/** A shop with a real till on a real database, a simulated box and a simulated printer; nobody is signed in yet. */
export async function openShop(options: Options = {}): Promise<Shop> {
  const dir = mkdtempSync(join(tmpdir(), 'kassa-till-'));
  const clock = handClock(morning);
  let seed = 7;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.timers.after(ms, resolve));
  const payme = await startPayme({ now: clock.now, random, wait, ...cashbox });
  const box = await startFbox({
    now: clock.now,
    random,
    wait,
    wallet: payme.wallet,
    amountUnit: options.amountUnit ?? 'sum',
    kkmId: '00000011',
    deviceId: '00000011',
    terminalId: 'ZZ000000000000',
    inn: '123456789',
    companyName: 'Baraka',
  });
  const printer = await startVirtualPrinter();
  const others = options.checkouts
    ? await startOtherSide({ now: clock.now, random, wait }, { box: box.url, payme })
    : null;
  const provisionPath = join(dir, 'provision.json');
  writeFileSync(join(dir, 'goods.csv'), [catalogueCsv, ...(options.goods ?? [])].join('\n'));
  writeFileSync(
    provisionPath,
    JSON.stringify({
      ...provisionFor({ box: box.url, payme: payme.url, printerPort: printer.port }, options),
      ...others?.settings,
    }),
  );
  const watchers = new Set<() => void>();
  const shell: TillToShell[] = [];
  const log: string[] = [];
  let till: RunningTill | undefined;
  let endLife = (): void => {};
  let ids = 0;
  let calls = 0;
  const start = async (bootId: string, provisionFile = options.fresh ? null : provisionPath): Promise<void> => {
    const life = lifeOf(clock);
    const opened = await openTill(
      {
        type: 'start',
        bootId,
        dataDir: dir,
        training: false,
        provisionFile,
        secretsProtected: true,
        secrets: { codeKey: Buffer.alloc(32, 9).toString('base64'), ...keptSecrets(shell) },
      },
      { now: clock.now, steady: life.steady, timers: life.timers, newId: () => `id-${String(++ids).padStart(6, '0')}` },
      {
        shell: (message) => shell.push(message),
        view: () => [...watchers].forEach((look) => look()),
        log: (event, facts) => log.push(JSON.stringify({ event, ...facts })),
      },
      random,
    );
    if (!opened.ok) throw new Error(`${opened.fault}: ${opened.details.join('; ')}`);
    till = opened.till;
    endLife = life.end;
  };
  const now = (): RunningTill => {
    if (!till) throw new Error('the till is not running');
    return till;
  };
  const stop = async (): Promise<void> => {
    await till?.stop();
    endLife();
    till = undefined;
  };
  await start('boot-1');
  onTestFinished(async () => {
    await stop();
    await Promise.all([box.close(), payme.close(), printer.close(), others?.close()]);
    rmSync(dir, { recursive: true, force: true });
  });
  const watch = (fits: (view: TillView) => boolean, onMiss: () => void): Promise<TillView> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!till) return;
        const view = till.view();
        if (fits(view)) {
          clearTimeout(patience);
          watchers.delete(look);
          resolve(view);
        } else onMiss();
      };
      const patience = setTimeout(() => {
        watchers.delete(look);
        reject(
          new Error(
            `the view never came; last: ${JSON.stringify({ ...now().view(), quickKeys: [] })} log: ${log.join('\n')}`,
          ),
        );
      }, patienceMs);
      watchers.add(look);
      look();
    });
  return {
    box,
    payme,
    printer,
    others,
    clock,
    dir,
    folder: join(dir, 'till'),
    provisionPath,
    shell,
    log,
    start,
    stop,
    view: () => now().view(),
    customer: () => now().customerView(),
    call: async (method, args) => {
      const reply = await now().handle({ id: ++calls, method, args });
      return (reply.ok ? { ok: true, value: reply.value } : { ok: false, error: reply.error }) as never;
    },
    until: (fits) => watch(fits, () => {}),
    pass: async (step, fits) => {
      const ticking = setInterval(() => {
        clock.advance(step);
        for (const look of watchers) look();
      }, realTick);
      return watch(fits, () => {}).finally(() => clearInterval(ticking));
    },
    restart: async ({ bootId = 'boot-1' } = {}) => {
      await stop();
      await start(bootId);
    },
  };
}

/** The shop with Dilnoza signed in and a shift open with a float of 200 000 sums. */
export async function openCounter(options: Options = {}): Promise<Shop> {
  const shop = await openShop(options);
  const dilnoza = shop.view().staff.find(({ name }) => name === 'Dilnoza');
  await shop.call('signIn', { staffId: dilnoza!.id, pin: '1111' });
  await shop.call('openShift', { float: 20_000_000 });
  await shop.pass(500, ({ strip }) => strip.line === 'up' && strip.printer !== 'unknown' && nothingOwed(shop));
  shop.clock.advance(1000);
  return shop;
}

/** True when the outbox has worked everything off: the box's own shift is open and the till knows it. */
function nothingOwed(shop: Shop): boolean {
  return peek(shop, `SELECT 1 FROM outbox WHERE state = 'waiting'`).length === 0;
}

/** Two loaves and a tea on the counter, 39 500 sums, and the payment panel open. */
export async function openPayment(options: Options = {}): Promise<Shop> {
  const shop = await openCounter(options);
  for (const text of [bread, bread, tea]) await shop.call('scan', { text });
  await shop.call('startPayment');
  return shop;
}

/** Reads the till's own file beside the running till, as `npm run journal` does. */
export function peek<Row>({ folder }: Shop, sql: string): Row[] {
  const db = openForReading(join(folder, 'kassa.db'));
  try {
    return db.prepare(sql).all() as Row[];
  } finally {
    db.close();
  }
}

/** Lets half an hour after half an hour pass, each call of the till answered before the next, until `over`. */
export async function letDaysPass(shop: Shop, over: () => boolean): Promise<void> {
  while (!over()) {
    shop.clock.advance(1_800_000);
    await shop.until(() => peek(shop, 'SELECT 1 FROM outbox WHERE locked_until IS NOT NULL').length === 0);
  }
}

/** Who did what, oldest first, without ids and times. */
export function auditTrail(shop: Shop): { action: string; facts: unknown }[] {
  const rows = peek<{ action: string; facts: string }>(shop, 'SELECT action, facts FROM audit ORDER BY at, id');
  return rows.map(({ action, facts }) => ({ action, facts: JSON.parse(facts) as unknown }));
}

export { bread, tea, beer, noIkpu, catalogueCsv, provisionFor } from './baraka.ts';
