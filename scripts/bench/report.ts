import { summarise } from './statistics.ts';
import type { Summary } from './statistics.ts';

/** What the machine itself costs, measured in the same run: a number is only as good as the floor it stands on. */
export type FloorName = 'fsynced-insert' | 'loopback-http' | 'bare-node-start';
export type Floor = Summary & { name: FloorName; unit: 'ms' };

/** What was measured: its samples, the most p95 may be (design, section 13) and the floor it stands on, if any. */
export type Measured = {
  name: string;
  samples: readonly number[];
  unit: 'ms' | 'lost';
  budget: number;
  floor: FloorName | null;
};

/** `floorRatio`: how many times the median of its floor the median costs; null where no floor fits. */
export type Result = Summary & {
  name: string;
  unit: Measured['unit'];
  budget: number;
  floorRatio: number | null;
  ok: boolean;
};

/** One run, as `--json` prints it; times in ms. `shop` says how large the till's past and catalogue were. */
export type Report = { shop: { items: number; past: number }; floors: Floor[]; results: Result[] };

/** A floor of the machine from its samples in ms. */
export function floorOf(name: FloorName, samples: readonly number[]): Floor {
  return { name, unit: 'ms', ...rounded(summarise(samples)) };
}

/** Judges one measurement: it keeps its budget when p95 does. */
export function judge({ name, samples, unit, budget, floor }: Measured, floors: readonly Floor[]): Result {
  const summary = rounded(summarise(samples));
  const under = floors.find((one) => one.name === floor);
  const floorRatio = under === undefined ? null : round(summary.p50 / under.p50);
  return { name, ...summary, unit, budget, floorRatio, ok: summary.p95 <= budget };
}

/** True when every budget was kept. */
export function allKept({ results }: Report): boolean {
  return results.every(({ ok }) => ok);
}

/** The report as a table for people. */
export function table({ shop, floors, results }: Report): string {
  const head = ['', 'p50', 'p95', 'budget', 'x floor', ''];
  const rows = results.map(({ name, p50, p95, unit, budget, floorRatio, ok }) => {
    const ratio = floorRatio === null ? '' : String(floorRatio);
    return [name, `${p50} ${unit}`, `${p95} ${unit}`, `${budget} ${unit}`, ratio, ok ? 'kept' : 'MISSED'];
  });
  const grounds = floors.map(({ name, p50, p95, unit }) => [`floor: ${name}`, `${p50} ${unit}`, `${p95} ${unit}`]);
  const title = `${shop.items} items, ${shop.past} completed sales in the past`;
  return [title, ...aligned([head, ...rows, ...grounds])].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column));
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

function rounded({ p50, p95 }: Summary): Summary {
  return { p50: round(p50), p95: round(p95) };
}

/** Three digits that mean something are enough for a number that changes from run to run. */
function round(value: number): number {
  return Number(value.toPrecision(3));
}
