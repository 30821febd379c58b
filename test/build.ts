import { buildIfStale } from '../scripts/electron/build.ts';
import { explain } from '../scripts/electron/explain.ts';
import { machineTools } from '../scripts/electron/tools.ts';

/** Builds the program once before tests that start it, when its sources are newer. */
export default async function setup(): Promise<void> {
  const built = await buildIfStale(machineTools());
  if (!built.ok) throw new Error(explain(built));
}
