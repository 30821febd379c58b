import { randomUUID } from 'node:crypto';
import type { IntentName, Intents, Result, TillView } from '../../preload/api.ts';
import type { Chance } from './chance.ts';
import type { DieOrder, Orders, Sabotage } from './hook/orders.ts';
import { findCodes } from './judge/codes.ts';
import type { Surroundings } from './surroundings.ts';
import { startTillProcess } from './till-process.ts';
import type { Death, TillHandle, TillHome, TillOpened, TillProcess } from './till-process.ts';

/** The till went away under the cashier's hands; whoever serves starts it again and looks what stands. */
export class TillDied extends Error {}

/** When each life of the till ends: an order per start, null for a life that is left alone. */
export type Fate = () => DieOrder | null;

/** Deaths of one run, by what ended the till. */
export type Kills = { write: number; call: number; program: number; places: string[] };

/** The till of one run as its cashier knows it: it may die at any time and is started again. */
export type Counter = {
  around: Surroundings;
  kills: Kills;
  complaints: string[];
  /** Codes found in what the till left on disk or said, at each of its deaths. */
  leaks: string[];
  /** How many files were searched for codes at those deaths. */
  filesSearched(): number;
  /** Says an intent; throws TillDied when the till is gone. */
  call<Name extends IntentName>(name: Name, args?: Intents[Name]['arg']): Promise<Result<Intents[Name]['value']>>;
  until(fits: (view: TillView) => boolean, patienceMs?: number): Promise<TillView | undefined>;
  view(): Promise<TillView>;
  till(): TillProcess;
  /** Starts the till, again and again while it dies at its start. */
  start(): Promise<void>;
  /** Ends the till here and now. */
  stop(): Promise<void>;
  /** From now on the till lives in peace. */
  calm(): void;
  /** Sets the till's clock on the wall, `ahead` ms off; it stays so for the tills that come after. */
  setClock(ahead: number): void;
  /** Ends whatever still runs, for a run that broke off. */
  end(): Promise<void>;
};

export type CounterSettings = {
  program: string;
  around: Surroundings;
  chance: Chance;
  fate: Fate;
  /** How the till is started; in a process of its own unless told. */
  open?: (home: TillHome, orders: Orders) => Promise<TillOpened>;
  sabotage?: Sabotage | null;
  orders?: Partial<Orders>;
};

/** A counter whose till is not started yet. */
export function openCounter({
  program,
  around,
  chance,
  fate,
  open = startTillProcess,
  sabotage = null,
  orders = {},
}: CounterSettings): Counter {
  const kills: Kills = { write: 0, call: 0, program: 0, places: [] };
  const complaints: string[] = [];
  const leaks: string[] = [];
  let filesSearched = 0;
  const home: TillHome = { program, dataDir: around.dir, provisionFile: around.provisionFile, bootId: randomUUID() };
  let current: TillProcess | undefined;
  let nextFate = fate;
  let buried = true;

  let whole = false;
  let ahead = 0;

  const bury = (death: Death, output: string, ordered: boolean): void => {
    const search = findCodes(around, output);
    leaks.push(...search.places);
    filesSearched += search.files;
    if (death.place !== null && !ordered) {
      kills[whole ? 'program' : death.place.startsWith('write') ? 'write' : 'call'] += 1;
      kills.places.push(whole ? `program ${death.place}` : death.place);
    } else if (!ordered) complaints.push(`the till ended by itself (${death.code ?? death.signal}): ${lastOf(output)}`);
  };

  const start = async (): Promise<void> => {
    for (let tries = 0; tries < 20; tries += 1) {
      if (tries > 0 || current) home.bootId = chance.of(0.5) ? home.bootId : randomUUID();
      const die = nextFate();
      whole = die?.whole === true;
      const opened = await open(home, {
        clock: around.clock.order(ahead),
        die,
        roomPages: null,
        ...orders,
        sabotage,
      });
      if (opened.ok) {
        buried = false;
        return void (current = opened.till);
      }
      if ('refused' in opened) throw new Error(`the till refused to open: ${opened.refused}: ${opened.output}`);
      bury(opened.death, opened.output, false);
    }
    throw new Error(`the till never came up: ${complaints.at(-1) ?? 'it died each time at its start'}`);
  };

  const till = (): TillProcess => {
    if (!current) throw new Error('the till was not started');
    return current;
  };

  const gone = async (): Promise<never> => {
    const dead = till();
    bury(await dead.died, dead.output(), false);
    throw new TillDied('the till died');
  };

  const until = async (fits: (view: TillView) => boolean, patienceMs = 60_000): Promise<TillView | undefined> => {
    const seen = await till().until(fits, around.clock.real(patienceMs));
    if (seen === 'died') return gone();
    return seen === 'waited' ? undefined : seen;
  };

  return {
    around,
    kills,
    complaints,
    leaks,
    filesSearched: () => filesSearched,
    till,
    start,
    until,
    call: async (name, args) => {
      const reply = await till().call(name, args);
      if (reply === 'died') return gone();
      return (reply.ok ? { ok: true, value: reply.value } : { ok: false, error: reply.error }) as never;
    },
    view: async () => {
      const seen = await until(() => true);
      if (!seen) throw new Error('the till shows nothing');
      return seen;
    },
    stop: async () => {
      const ending: TillHandle = till();
      bury(await ending.kill(), ending.output(), true);
      buried = true;
    },
    end: async () => void (buried || (await current?.kill())),
    setClock: (next) => {
      ahead = next;
      current?.order({ clock: around.clock.order(ahead) });
    },
    calm: () => {
      ahead = 0;
      nextFate = () => null;
      current?.order({ die: null });
    },
  };
}

function lastOf(output: string): string {
  return output.trimEnd().split('\n').slice(-5).join(' | ').slice(-600);
}
