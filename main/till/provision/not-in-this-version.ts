import type { Fault } from './faults.ts';
import { pathText, valueAt } from './json-path.ts';

/**
 * THE list of what a provision file may say but this version cannot drive yet. Whoever adds the driver or the provider
 * takes its entry out. `only` names the refused kinds; without it the section itself is refused.
 */
export const notInThisVersion: readonly { path: readonly string[]; only?: readonly string[] }[] = [
  { path: ['scanners', '*'], only: ['hid'] },
  { path: ['printer'], only: ['system'] },
];

/** One fault for every part of `raw` (a parsed JSON file) that is on the list. */
export function notYetFaults(raw: unknown): Fault[] {
  return notInThisVersion.flatMap(({ path, only }) =>
    places(raw, path).flatMap((place) => {
      const kind = valueAt(raw, [...place, 'kind']);
      if (only && !(typeof kind === 'string' && only.includes(kind))) return [];
      const facts: Record<string, string> = only && typeof kind === 'string' ? { kind } : {};
      return [{ where: pathText(place), code: 'not-in-this-version' as const, facts }];
    }),
  );
}

/** The existing places `path` means; "*" stands for every element of a list. */
function places(raw: unknown, path: readonly string[]): PropertyKey[][] {
  let found: PropertyKey[][] = [[]];
  for (const step of path) {
    found = found.flatMap((place) => {
      const value = valueAt(raw, place);
      if (step !== '*') return [[...place, step]];
      return Array.isArray(value) ? value.map((_, at) => [...place, at]) : [];
    });
  }
  return found.filter((place) => valueAt(raw, place) !== undefined);
}
