import { projectFolder } from '../../scripts/electron/build.ts';
import { startTillProcess as start } from '../../scripts/torture/till-process.ts';
import type { TillProcess } from '../../scripts/torture/till-process.ts';

/** Starts the built till on a data folder with the clock of this machine and nothing against it; throws what it refuses with. */
export async function startTillProcess(dataDir: string, provisionFile: string): Promise<TillProcess> {
  const home = { program: projectFolder, dataDir, provisionFile, bootId: 'boot' };
  const clock = { origin: Date.now(), speed: 1, ahead: 0 };
  const opened = await start(home, { clock, die: null, sabotage: null, roomPages: null });
  if (opened.ok) return opened.till;
  throw new Error(`the till did not open: ${opened.output}`);
}
