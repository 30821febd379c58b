import type { Chance } from './chance.ts';
import { chanceFrom } from './chance.ts';
import type { Shift } from './cashier.ts';
import { openCounter } from './counter.ts';
import type { CounterSettings, Fate, Kills } from './counter.ts';
import { newDiary } from './diary.ts';
import type { Orders, Sabotage } from './hook/orders.ts';
import { readBooks } from './books.ts';
import type { Books } from './books.ts';
import { judge } from './judge/index.ts';
import type { Finding } from './judge/findings.ts';
import type { Verdict } from './judge/index.ts';
import { settle } from './settle.ts';
import { paymeWays } from './provision.ts';
import type { PaymeWay } from './provision.ts';
import { openSurroundings } from './surroundings.ts';
import type { Surroundings, SurroundingsSettings } from './surroundings.ts';
import { startWorldClock } from './world-clock.ts';

/**
 * What a run is made from; `program` is the folder of the built till, `speed` how fast the world's clock goes, `way` how
 * Payme Go is taken where the scenario leaves it open (drawn unless told).
 */
export type RunSettings = {
  program: string;
  seed: number;
  speed: number;
  sabotage: Sabotage | null;
  way?: PaymeWay | undefined;
};

/** What a run came to. */
export type RunResult = Verdict & {
  way: PaymeWay;
  kills: Kills;
  faults: Surroundings['faults'];
  /** Calls between till and providers, spoilt or not. */
  calls: number;
  /** What was measured on the way, by name. */
  measured: Record<string, number>;
  cuts: Cut[];
};

/** A connection that was reset at one of the `places` a call and its answer have. */
export type Cut = { call: string; places: number; at: number };

/** A kind of run. `share` is its part of a full campaign; `atOnce` how many of it may run beside each other. */
export type Scenario = { name: string; about: string; share: number; run(settings: RunSettings): Promise<RunResult> };

/** A shop of one run, with everything random in it drawn from the run's seed. */
export type Scene = Shift & { around: Surroundings; chance: Chance; measured: Record<string, number>; cuts: Cut[] };

export type Play = {
  /** How Payme Go is taken; drawn from the seed unless told. */
  way?: PaymeWay;
  payme?: SurroundingsSettings['payme'];
  /** The shop shows QRs beside scanning codes. */
  checkouts?: boolean;
  fate?: (chance: Chance, way: PaymeWay) => Fate;
  orders?: Partial<Orders>;
  open?: (around: Surroundings) => CounterSettings['open'];
  /** True when the till that stands at the end is to settle everything, without a start of its own for it. */
  settlesAsItStands?: boolean;
  /** What happens in the shop; findings of its own are added to the judge's. */
  play(scene: Scene): Promise<Finding[] | void>;
  /** What this scenario wants to see in the books when everything has settled. */
  after?(books: Books, scene: Scene): Finding[];
};

/** Opens a shop, plays, lets everything settle, and judges: the one way every scenario goes. */
export async function playScene(settings: RunSettings, script: Play): Promise<RunResult> {
  const chance = chanceFrom(settings.seed);
  const way = script.way ?? settings.way ?? chance.fork('way').pick(paymeWays);
  const clock = startWorldClock(settings.speed);
  const payme = script.payme ? { payme: script.payme } : {};
  const around = await openSurroundings({ clock, chance, way, checkouts: script.checkouts === true, ...payme });
  const counter = openCounter({
    program: settings.program,
    around,
    chance: chance.fork('starts'),
    fate: script.fate?.(chance.fork('fate'), way) ?? (() => null),
    sabotage: settings.sabotage,
    ...(script.orders ? { orders: script.orders } : {}),
    ...openWith(script.open?.(around)),
  });
  const scene: Scene = { counter, diary: newDiary(), chance, around, measured: {}, cuts: [] };
  try {
    await counter.start();
    const own = (await script.play(scene)) ?? [];
    const notSettled = await settle(counter, script.settlesAsItStands !== true);
    const verdict = judge(counter, scene.diary, notSettled);
    const findings = [...own, ...verdict.findings, ...afterwards(script, scene)];
    const { kills } = counter;
    const { faults } = around;
    const calls = around.calls();
    return { ...verdict, findings, way, kills, faults, calls, measured: scene.measured, cuts: scene.cuts };
  } finally {
    await counter.end();
    await around.close();
  }
}

function afterwards({ after }: Play, scene: Scene): Finding[] {
  const books = after && readBooks(scene.around.database);
  return books ? after(books, scene) : [];
}

function openWith(open: CounterSettings['open']): Pick<CounterSettings, 'open'> {
  return open ? { open } : {};
}
