import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFbox } from '../../main/training/fbox/server.ts';
import type { Fbox } from '../../main/training/fbox/server.ts';
import { startVirtualPrinter } from '../../main/training/printer/server.ts';
import type { VirtualPrinter } from '../../main/training/printer/server.ts';
import { catalogueCsv, provisionFor } from '../main/till/rig.ts';

/** The world around a till that may die: folder, provision file, box and printer, all outliving it. */
export type Surroundings = {
  dir: string;
  provisionPath: string;
  box: Fbox;
  printer: VirtualPrinter;
  close(): Promise<void>;
};

/** Opens the surroundings on loopback and in a temporary folder, on the real clock. */
export async function openSurroundings(): Promise<Surroundings> {
  const dir = mkdtempSync(join(tmpdir(), 'kassa-kill-'));
  const box = await startFbox({
    now: () => Date.now(),
    random: Math.random,
    amountUnit: 'sum',
    kkmId: '00000011',
    deviceId: '00000011',
    terminalId: 'ZZ000000000000',
    inn: '123456789',
    companyName: 'Baraka',
  });
  const printer = await startVirtualPrinter();
  const provisionPath = join(dir, 'provision.json');
  writeFileSync(join(dir, 'goods.csv'), catalogueCsv);
  writeFileSync(provisionPath, JSON.stringify(provisionFor(box.url, printer.port, {})));
  return {
    dir,
    provisionPath,
    box,
    printer,
    close: async () => {
      await Promise.all([box.close(), printer.close()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
