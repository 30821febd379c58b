import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFbox } from '../../main/training/fbox/server.ts';
import type { Fbox } from '../../main/training/fbox/server.ts';
import { startVirtualPrinter } from '../../main/training/printer/server.ts';
import type { VirtualPrinter } from '../../main/training/printer/server.ts';
import type { Chance } from './chance.ts';
import { layLine } from './line/faulty-line.ts';
import type { FaultyLine, Moment } from './line/faulty-line.ts';
import type { FaultKind } from './line/faults.ts';
import { catalogueCsv, provisionFor } from './shop.ts';
import type { WorldClock } from './world-clock.ts';

/** The world around a till that may die: its folder, the box with its own book, the line to it, a printer. All outlive the till. */
export type Surroundings = {
  clock: WorldClock;
  dir: string;
  provisionFile: string;
  database: string;
  box: Fbox;
  line: FaultyLine;
  printer: VirtualPrinter;
  /** Every customer's code ever issued. */
  codes: string[];
  issueCode(lifetimeMs?: number): string;
  /** Faults that really struck. */
  faults: Partial<Record<FaultKind, number>>;
  struck(kind: FaultKind): void;
  /** Called at each moment of each call on the line. */
  onMoment(hear: (moment: Moment, call: string) => void): void;
  close(): Promise<void>;
};

/** Opens the surroundings on loopback and in a temporary folder. */
export async function openSurroundings(clock: WorldClock, chance: Chance): Promise<Surroundings> {
  const dir = mkdtempSync(join(tmpdir(), 'kassa-torture-'));
  const wallet = chance.fork('wallet');
  const box = await startFbox({
    now: clock.now,
    random: wallet.next,
    wait: clock.wait,
    amountUnit: 'sum',
    kkmId: '00000011',
    deviceId: '00000011',
    terminalId: 'ZZ000000000000',
    inn: '123456789',
    companyName: 'Baraka',
  });
  const printer = await startVirtualPrinter();
  const faults: Surroundings['faults'] = {};
  const struck = (kind: FaultKind): void => void (faults[kind] = (faults[kind] ?? 0) + 1);
  let onMoment: (moment: Moment, call: string) => void = () => {};
  const line = await layLine(new URL(box.url), clock, {
    fault: struck,
    moment: (moment, call) => onMoment(moment, call),
  });
  const provisionFile = join(dir, 'provision.json');
  writeFileSync(join(dir, 'goods.csv'), catalogueCsv);
  writeFileSync(provisionFile, JSON.stringify(provisionFor(line.url, printer.port, { kind: 'fbox' })));
  const codes: string[] = [];
  return {
    clock,
    dir,
    provisionFile,
    database: join(dir, 'till', 'kassa.db'),
    box,
    line,
    printer,
    codes,
    issueCode: (lifetimeMs = 120_000) => {
      const code = box.issueCode({ lifetimeMs });
      codes.push(code);
      return code;
    },
    faults,
    struck,
    onMoment: (hear) => void (onMoment = hear),
    close: async () => {
      await line.close();
      await Promise.all([box.close(), printer.close()]);
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
