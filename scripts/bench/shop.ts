import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TillStart } from '../../preload/till-port.ts';
import { catalogueFile } from './goods.ts';
import type { Street } from './street.ts';

export const pin = '1111';

/** A folder with a provision file and a catalogue; the till keeps its own files in it too. */
export type Shop = { dir: string; catalogue: string; databasePath: string; start: TillStart; remove(): void };

/** Writes the files of a shop with `items` goods whose box and printer stand on `street`. */
export function writeShop(street: Street, items: number): Shop {
  const dir = mkdtempSync(join(tmpdir(), 'kassa-bench-'));
  const catalogue = catalogueFile(items);
  const provisionFile = join(dir, 'provision.json');
  writeFileSync(join(dir, 'goods.csv'), catalogue);
  writeFileSync(provisionFile, JSON.stringify(provision(street)));
  return {
    dir,
    catalogue,
    databasePath: join(dir, 'till', 'kassa.db'),
    start: {
      type: 'start',
      bootId: randomUUID(),
      dataDir: dir,
      training: false,
      provisionFile,
      secretsProtected: true,
      secrets: { codeKey: Buffer.alloc(32, 9).toString('base64') },
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

function provision({ box, printerPort }: Street): object {
  const paper = { columns: 48, dots: 576, mode: 'raster', codepage: 'cp866' };
  return {
    version: 1,
    shop: {
      name: 'Baraka',
      tin: '123456789',
      address: 'Toshkent',
      timezone: 'Asia/Tashkent',
      currency: 'UZS',
      receiptLanguage: 'uz',
    },
    register: { name: 'Kassa 1', kkmId: '00000011', deviceId: '00000011' },
    staff: [
      { name: 'Dilnoza', role: 'cashier', pin, language: 'uz' },
      { name: 'Aziz', role: 'manager', pin: '2222', language: 'ru' },
    ],
    catalogue: 'goods.csv',
    scanners: [{ kind: 'wedge' }],
    printer: { kind: 'tcp', host: '127.0.0.1', port: printerPort, ...paper },
    drawer: { kind: 'printer', pin: 2 },
    fiscal: { kind: 'fbox', baseUrl: box.url },
    paymeGo: {
      kind: 'fbox',
      baseUrl: box.url,
      amountUnit: 'sum',
      sendRegisterIds: true,
      timeoutSeconds: 30,
      codeLifetimeSeconds: 60,
    },
  };
}
