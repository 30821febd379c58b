import type { Chance } from './chance.ts';
import { chanceFrom } from './chance.ts';
import type { Shift } from './cashier.ts';
import { openCounter } from './counter.ts';
import type { CounterSettings, Fate, Kills } from './counter.ts';
import { newDiary } from './diary.ts';
import type { Orders, Sabotage } from './hook/orders.ts';
import { judge } from './judge/index.ts';
import type { Finding } from './judge/findings.ts';
import type { Verdict } from './judge/index.ts';
import { settle } from './settle.ts';
import { openSurroundings } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { startWorldClock } from './world-clock.ts';

/** What a run is made from; `program` is the folder of the built till, `speed` how fast the world's clock goes. */
export type RunSettings = { program: string; seed: number; speed: number; sabotage: Sabotage | null };

/** What a run came to. */
export type RunResult = Verdict & { kills: Kills; faults: Surroundings['faults'] };

/** A kind of run. `share` is its part of a full campaign; `atOnce` how many of it may run beside each other. */
export type Scenario = { name: string; about: string; share: number; run(settings: RunSettings): Promise<RunResult> };

/** A shop of one run, with everything random in it drawn from the run's seed. */
export type Scene = Shift & { around: Surroundings; chance: Chance };

export type Play = {
  fate?: (chance: Chance) => Fate;
  orders?: Partial<Orders>;
  open?: (around: Surroundings) => CounterSettings['open'];
  /** What happens in the shop; findings of its own are added to the judge's. */
  play(scene: Scene): Promise<Finding[] | void>;
};

/** Opens a shop, plays, lets everything settle, and judges: the one way every scenario goes. */
export async function playScene(settings: RunSettings, { fate, orders, open, play }: Play): Promise<RunResult> {
  const chance = chanceFrom(settings.seed);
  const around = await openSurroundings(startWorldClock(settings.speed), chance);
  const counter = openCounter({
    program: settings.program,
    around,
    chance: chance.fork('starts'),
    fate: fate?.(chance.fork('fate')) ?? (() => null),
    sabotage: settings.sabotage,
    ...(orders ? { orders } : {}),
    ...openWith(open?.(around)),
  });
  const diary = newDiary();
  try {
    await counter.start();
    const own = (await play({ counter, diary, chance, around })) ?? [];
    const notSettled = await settle(counter);
    const verdict = judge(counter, diary, notSettled);
    return { ...verdict, findings: [...own, ...verdict.findings], kills: counter.kills, faults: around.faults };
  } finally {
    await counter.end();
    await around.close();
  }
}

function openWith(open: CounterSettings['open']): Pick<CounterSettings, 'open'> {
  return open ? { open } : {};
}
