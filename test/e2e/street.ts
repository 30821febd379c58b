import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFbox } from '../../main/training/fbox/server.ts';
import type { Fbox } from '../../main/training/fbox/server.ts';
import { startVirtualPrinter } from '../../main/training/printer/server.ts';
import type { VirtualPrinter } from '../../main/training/printer/server.ts';
import { later } from './later.ts';
import type { Later } from './later.ts';
import { plugScanner } from './scanner.ts';
import type { PluggedScanner } from './scanner.ts';

export const bread = '4780000000014';
export const tea = '4780000000021';
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

/** The street outside the register: a fiscal box, a network printer and a scanner on a real pty, all outliving it. */
export type Street = {
  dir: string;
  dataDir: string;
  provisionFile: string;
  box: Fbox;
  printer: VirtualPrinter;
  scanner: PluggedScanner;
};

/** Lays out the street in a temporary folder; everything is torn down with the test, or when `after` says. */
export async function openStreet(change: Change = () => {}, after: Later = later): Promise<Street> {
  const dir = makeFolder(after);
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
  after(() => box.close());
  const printer = await startVirtualPrinter();
  after(() => printer.close());
  const scanner = await plugScanner(dir);
  after(() => scanner.unplug());
  const provision = provisionFor(box.url, printer.port, scanner.path);
  change(provision);
  writeFileSync(join(dir, 'goods.csv'), goods);
  const provisionFile = join(dir, 'provision.json');
  writeFileSync(provisionFile, JSON.stringify(provision));
  return { dir, dataDir: join(dir, 'data'), provisionFile, box, printer, scanner };
}

/** A temporary folder that goes away with the test. */
export function makeFolder(after: Later = later): string {
  const dir = mkdtempSync(join(tmpdir(), 'kassa-e2e-'));
  after(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));
  return dir;
}

function provisionFor(boxUrl: string, printerPort: number, scannerPath: string): Record<string, unknown> {
  return {
    version: 1,
    shop: {
      name: 'Baraka Market',
      tin: '123456789',
      address: 'Toshkent',
      timezone: 'Asia/Tashkent',
      currency: 'UZS',
      receiptLanguage: 'uz',
    },
    register: { name: 'Kassa 1', kkmId: '00000011', deviceId: '00000011' },
    staff: [
      { name: 'Dilnoza', role: 'cashier', pin: '1111', language: 'uz' },
      { name: 'Aziz', role: 'manager', pin: '2222', language: 'ru' },
    ],
    catalogue: 'goods.csv',
    scanners: [{ kind: 'serial', path: scannerPath, baudRate: 9600 }, { kind: 'wedge' }],
    printer: printerAt(printerPort),
    drawer: { kind: 'printer', pin: 2 },
    fiscal: { kind: 'fbox', baseUrl: boxUrl },
    paymeGo: paymeGoAt(boxUrl),
  };
}

function printerAt(port: number): Record<string, unknown> {
  return { kind: 'tcp', host: '127.0.0.1', port, columns: 48, dots: 576, mode: 'raster', codepage: 'cp866' };
}

function paymeGoAt(baseUrl: string): Record<string, unknown> {
  return {
    kind: 'fbox',
    baseUrl,
    amountUnit: 'sum',
    sendRegisterIds: true,
    timeoutSeconds: 10,
    codeLifetimeSeconds: 60,
  };
}

/** A printer that gets letters instead of a picture, so that a test can read the paper. */
export const inLetters: Change = (provision) => {
  provision['printer'] = { ...(provision['printer'] as object), mode: 'text' };
};

/** How many seconds the shop trusts a customer's code. */
export const codesLive =
  (seconds: number): Change =>
  (provision) => {
    provision['paymeGo'] = { ...(provision['paymeGo'] as object), codeLifetimeSeconds: seconds };
  };
