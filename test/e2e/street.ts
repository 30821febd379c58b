import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFbox } from '../../main/training/fbox/server.ts';
import type { Fbox } from '../../main/training/fbox/server.ts';
import { startPayme } from '../../main/training/payme/server.ts';
import type { Payme } from '../../main/training/payme/server.ts';
import { startVirtualPrinter } from '../../main/training/printer/server.ts';
import type { VirtualPrinter } from '../../main/training/printer/server.ts';
import { bread, cashbox, provisionFor, tea } from '../main/till/baraka.ts';
import type { Addresses, Options } from '../main/till/baraka.ts';
import { later } from './later.ts';
import type { Later } from './later.ts';
import { plugScanner } from './scanner.ts';
import type { PluggedScanner } from './scanner.ts';

export { bread, tea };
/** Goods whose price for a part of a kilo is no whole number of sums. */
export const cheese = '4780000000038';

export const header =
  'code;name;price;unit;vat_percent;ikpu;package_code;unit_code;weighed;marked;group;min_age;cashless_only';
export const goods = [
  header,
  `${bread};Non “Toshkent” obi;400000;dona;12;01905001001000000;1500001;;0;0;Non;;`,
  `${tea};Choy “Ahmad” koʻk 100 g;3150000;dona;12;00902001001000000;1500002;;0;0;Choy;;`,
  `00101;Pomidor;1200000;kg;;00702001001000000;1500004;;1;0;Sabzavot;;`,
  `${cheese};Pishloq;8990000;kg;12;00406001001000000;1500005;;1;0;Sut;;`,
].join('\n');

/** What a test may change before the street opens: the provision file as data. */
export type Change = (provision: Record<string, unknown>) => void;

/** What a test wants different about the street; without a word Payme Go is taken through the fiscal box. */
export type Wishes = Options & {
  change?: Change;
  /** How long (ms) Payme takes for every answer. */
  paymeLatencyMs?: number;
};

/**
 * The street outside the register: a fiscal box, Payme behind it and beside it, a network printer and a scanner on a real
 * pty, all outliving it. The box and Payme share their customers and one book.
 */
export type Street = {
  dir: string;
  dataDir: string;
  provisionFile: string;
  box: Fbox;
  payme: Payme;
  printer: VirtualPrinter;
  scanner: PluggedScanner;
};

const now = (): number => Date.now();

/** Lays out the street in a temporary folder; everything is torn down with the test, or when `after` says. */
export async function openStreet(wishes: Wishes = {}, after: Later = later): Promise<Street> {
  const dir = makeFolder(after);
  const payme = await startPayme({
    now,
    random: Math.random,
    ...cashbox,
    latencyMs: wishes.paymeLatencyMs ?? 0,
  });
  after(() => payme.close());
  const box = await startFbox({
    now,
    random: Math.random,
    wallet: payme.wallet,
    amountUnit: 'sum',
    kkmId: '00000011',
    deviceId: '00000011',
    terminalId: 'ZZ000000000000',
    inn: '123456789',
    companyName: 'Baraka',
  });
  after(() => box.close());
  const printer = await startVirtualPrinter();
  after(() => printer.close());
  const scanner = await plugScanner(dir);
  after(() => scanner.unplug());
  const provisionFile = join(dir, 'provision.json');
  const addresses = { box: box.url, payme: payme.url, printerPort: printer.port };
  writeFileSync(join(dir, 'goods.csv'), goods);
  writeFileSync(provisionFile, JSON.stringify(fileFor(addresses, scanner.path, wishes)));
  return { dir, dataDir: join(dir, 'data'), provisionFile, box, payme, printer, scanner };
}

/** The provision file: the shop of the other tests with a scanner on its cable, a long name on its strip, and less patience. */
function fileFor(addresses: Addresses, scannerPath: string, { change, ...wishes }: Wishes): object {
  const scanners = [{ kind: 'serial', path: scannerPath, baudRate: 9600 }, { kind: 'wedge' }];
  const usual = { scanners, timeoutSeconds: 10, codeLifetimeSeconds: 60 };
  const file: Record<string, unknown> = { ...provisionFor(addresses, { ...usual, ...wishes }) };
  file['shop'] = { ...(file['shop'] as object), name: 'Baraka Market' };
  change?.(file);
  return file;
}

/** A temporary folder that goes away with the test. */
export function makeFolder(after: Later = later): string {
  const dir = mkdtempSync(join(tmpdir(), 'kassa-e2e-'));
  after(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));
  return dir;
}

/** A printer that gets letters instead of a picture, so that a test can read the paper. */
export const inLetters: Change = (provision) => {
  provision['printer'] = { ...(provision['printer'] as object), mode: 'text' };
};
