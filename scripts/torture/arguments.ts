import { parseArgs } from 'node:util';
import type { Sabotage } from './hook/orders.ts';
import { seeds } from './plan.ts';
import { paymeWays } from './provision.ts';
import type { PaymeWay } from './provision.ts';

/** How a campaign is asked for. `program` is the folder of a built program; without it the project's own is built. */
export type TortureOptions = {
  runs: number;
  seed: number;
  only: string | undefined;
  whole: number;
  speed: number;
  atOnce: number;
  sabotage: Sabotage | null;
  /** How Payme Go is taken in every run that does not settle it itself; drawn for each run unless told. */
  way: PaymeWay | undefined;
  json: boolean;
  report: string | undefined;
  program: string | undefined;
};

export type ReadArguments = { ok: true; options: TortureOptions } | { ok: false; fault: string };

const usage = `npm run torture -- [--runs=N] [--seed=N] [--only=SCENARIO] [--whole=N] [--json] [--report=FILE]
  --runs     random runs of "kill-anywhere", the others in proportion; 1000 unless told
  --seed     the first seed; drawn and printed unless told
  --only     one scenario alone: --seed=N --runs=1 --only=NAME makes one run again
  --whole    runs in which the whole program dies, on a real Electron; 20 unless told
  --speed    how many times as fast as ours the world's clock goes; 10 unless told
  --at-once  runs beside each other
  --program  folder of a built program, instead of this one
  --way      fbox, fbox-and-cashbox or subscribe: how Payme Go is taken; drawn for each run unless told
  --sabotage send-twice or forget-write-ahead: damages the till, so that the campaign must fail`;

const sabotages: readonly Sabotage[] = ['send-twice', 'forget-write-ahead'];

/** Reads the command line; a wrong one is answered with the usage. `drawSeed` gives the seed of a campaign without one. */
export function readArguments(args: readonly string[], atOnce: number, drawSeed: () => number): ReadArguments {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const sabotage = sabotages.find((kind) => kind === values.sabotage) ?? null;
    if (values.sabotage !== undefined && !sabotage) throw new Error(`no sabotage is called ${values.sabotage}`);
    const way = paymeWays.find((kind) => kind === values.way);
    if (values.way !== undefined && !way) throw new Error(`no way of taking Payme Go is called ${values.way}`);
    const whole = count(values.whole ?? (values.only === undefined ? '20' : '0'), 'whole');
    return {
      ok: true,
      options: {
        runs: count(values.runs, 'runs'),
        seed: values.seed === undefined ? drawSeed() : count(values.seed, 'seed') % seeds,
        only: values.only,
        whole,
        speed: Math.max(1, count(values.speed, 'speed')),
        atOnce: Math.max(1, count(values['at-once'] ?? String(atOnce), 'at-once')),
        sabotage,
        way,
        json: values.json,
        report: values.report,
        program: values.program,
      },
    };
  } catch (error) {
    return { ok: false, fault: `${error instanceof Error ? error.message : String(error)}\n${usage}` };
  }
}

const options = {
  runs: { type: 'string', default: '1000' },
  seed: { type: 'string' },
  only: { type: 'string' },
  whole: { type: 'string' },
  speed: { type: 'string', default: '10' },
  'at-once': { type: 'string' },
  sabotage: { type: 'string' },
  way: { type: 'string' },
  json: { type: 'boolean', default: false },
  report: { type: 'string' },
  program: { type: 'string' },
} as const;

function count(text: string, name: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new Error(`--${name} is a whole number`);
  return Number(text);
}
