import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Locator, Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { startFbox } from '../../main/training/fbox/server.ts';
import type { Fbox } from '../../main/training/fbox/server.ts';
import { startVirtualPrinter } from '../../main/training/printer/server.ts';
import type { VirtualPrinter } from '../../main/training/printer/server.ts';
import { projectFolder } from '../../scripts/electron/build.ts';
import { plugScanner } from './scanner.ts';
import type { PluggedScanner } from './scanner.ts';

export const bread = '4780000000014';
export const tea = '4780000000021';

const goods = [
  'code;name;price;unit;vat_percent;ikpu;package_code;unit_code;weighed;marked;group;min_age;cashless_only',
  `${bread};Non “Toshkent” obi;400000;dona;12;01905001001000000;1500001;;0;0;Non;;`,
  `${tea};Choy “Ahmad” koʻk 100 g;3150000;dona;12;00902001001000000;1500002;;0;0;Choy;;`,
  `00101;Pomidor;1200000;kg;;00702001001000000;1500004;;1;0;Sabzavot;;`,
].join('\n');

/** The street outside the register: a fiscal box, a network printer and a scanner on a real pty, all outliving it. */
export type Street = {
  dir: string;
  dataDir: string;
  provisionFile: string;
  box: Fbox;
  printer: VirtualPrinter;
  scanner: PluggedScanner;
};

/** Lays out the street in a temporary folder; everything is torn down with the test. */
export async function openStreet(change: (provision: Record<string, unknown>) => void = () => {}): Promise<Street> {
  const dir = mkdtempSync(join(tmpdir(), 'kassa-e2e-'));
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
  const scanner = await plugScanner(dir);
  const provision = provisionFor(box.url, printer.port, scanner.path);
  change(provision);
  writeFileSync(join(dir, 'goods.csv'), goods);
  const provisionFile = join(dir, 'provision.json');
  writeFileSync(provisionFile, JSON.stringify(provision));
  onTestFinished(async () => {
    await Promise.all([box.close(), printer.close(), scanner.unplug()]);
    rmSync(dir, { recursive: true, force: true });
  });
  return { dir, dataDir: join(dir, 'data'), provisionFile, box, printer, scanner };
}

/** A running register on real Electron, driven by test ids only. */
export type Register = {
  app: ElectronApplication;
  page: Page;
  id(name: string): Locator;
  /** Waits until a test id carries `data-<name>="value"`. */
  shows(id: string, name: string, value: string): Promise<void>;
  close(): Promise<void>;
};

/** Starts the register on a street; `args` are its own switches. */
export async function startRegister(
  street: Pick<Street, 'dataDir' | 'provisionFile'>,
  args?: readonly string[],
): Promise<Register> {
  const { executable, args: own, env } = inject('electron');
  const switches = args ?? [`--provision=${street.provisionFile}`, '--no-kiosk'];
  const app = await _electron.launch({
    executablePath: executable,
    args: [...own, projectFolder, `--user-data-dir=${street.dataDir}`, ...switches],
    env,
  });
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1024, height: 768 });
  const register: Register = {
    app,
    page,
    id: (name) => page.getByTestId(name),
    shows: (id, name, value) => page.locator(`[data-testid="${id}"][data-${name}="${value}"]`).first().waitFor(),
    close: async () => {
      await app.close();
    },
  };
  onTestFinished(() => app.close().catch(() => {}));
  return register;
}

/** Signs a person in by touch: the tile, then the PIN on the keyboard. */
export async function signIn(register: Register, name = 'Dilnoza', pin = '1111'): Promise<void> {
  await register.id('staff').filter({ hasText: name }).click();
  await register.page.keyboard.type(pin);
  await register.page.keyboard.press('Enter');
}

/** Signs in and opens a shift with an empty drawer. */
export async function openShift(register: Register): Promise<void> {
  await signIn(register);
  await register.id('open-shift').click();
  await register.id('pay').waitFor();
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
    printer: {
      kind: 'tcp',
      host: '127.0.0.1',
      port: printerPort,
      columns: 48,
      dots: 576,
      mode: 'raster',
      codepage: 'cp866',
    },
    drawer: { kind: 'printer', pin: 2 },
    fiscal: { kind: 'fbox', baseUrl: boxUrl },
    paymeGo: {
      kind: 'fbox',
      baseUrl: boxUrl,
      amountUnit: 'sum',
      sendRegisterIds: true,
      timeoutSeconds: 10,
      codeLifetimeSeconds: 60,
    },
  };
}
