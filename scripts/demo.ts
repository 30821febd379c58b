import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closing } from './demo/closing.ts';
import { cashSale, paymeSale, qrSale } from './demo/sales.ts';
import { deadNetwork, lostAnswer } from './demo/troubles.ts';
import { openStage } from './demo/stage.ts';
import type { Stage } from './demo/stage.ts';
import { opening } from './demo/opening.ts';
import { buildIfStale, projectFolder } from './electron/build.ts';
import { explain } from './electron/explain.ts';
import { electronOrExit } from './electron/run.ts';
import { machineTools } from './electron/tools.ts';
import { terminal } from './terminal.ts';

/**
 * `npm run demo`: the register in training mode sells by itself, on a real Electron. Screenshots, the printed receipt,
 * the Z report and the journal go to demo-output/. Exits 0 only when every step did what it says.
 */
const acts: readonly [what: string, act: (stage: Stage) => Promise<void>][] = [
  ['A cashier signs in and opens the shift', opening],
  ['A customer pays with a Payme code; the receipt is fiscal and its QR is read back', paymeSale],
  ['The next customer pays cash and gets change', cashSale],
  ['A customer without a code pays by the QR on the screen', qrSale],
  ['The network is cut; the customer’s code waits and is charged once when the line is back', deadNetwork],
  ['The money is taken and the answer lost; the till asks until it knows', lostAnswer],
  ['The shift is counted and closed; the journal is proved', closing],
];

const output = join(projectFolder, 'demo-output');

async function perform(): Promise<void> {
  const electron = await electronOrExit({ purpose: 'demo' });
  const built = await buildIfStale(machineTools());
  if (!built.ok) throw new Error(explain(built));
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'kassa-demo-'));
  const stage = await openStage(electron, dataDir, output);
  try {
    for (const [what, act] of acts) {
      terminal.say(`${what} …`);
      await act(stage);
    }
  } catch (error) {
    await stage.picture('failed').catch(() => {});
    throw error;
  } finally {
    await stage.close();
    electron.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

try {
  await perform();
  terminal.say(`The demo is done. Look at ${output}`);
} catch (error) {
  terminal.say(`The demo failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
}
