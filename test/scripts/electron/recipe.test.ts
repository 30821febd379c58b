import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mirrorAnswers, mirrorOf, noteOfficialFailure, officialFailedAt } from '../../../scripts/electron/official.ts';
import { electronFileName, isElectronFile } from '../../../scripts/electron/recipe.ts';
import { unpackZip } from '../../../scripts/electron/unpack.ts';
import { terminalOn } from '../../../scripts/terminal.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kassa-recipe-'));
});
afterEach(() => rm(folder, { recursive: true }));

test("Electron's own files are taken from the archive, the other product's are left", () => {
  const names = ['Cypress/', 'Cypress/Cypress', 'Cypress/locales/uz.pak', 'Cypress/resources/app/index.js'];
  const all = [...names, 'Cypress/browser_v8_context_snapshot.bin', 'Cypress/v8_context_snapshot.bin'];
  expect(all.filter(isElectronFile).map(electronFileName)).toEqual([
    'electron',
    'locales/uz.pak',
    'v8_context_snapshot.bin',
  ]);
});

/** A zip with one stored entry, `a/run` (mode 755) holding "hi"; made by hand because nothing here writes zips. */
function smallZip(): Buffer {
  const name = Buffer.from('a/run');
  const data = Buffer.from('hi');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(0xd8932aac, 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, data]);
  const madeByUnix = Buffer.from([20, 3]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((0o100755 << 16) >>> 0, 6);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002'), madeByUnix, common, rest, name]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end]);
}

test('an unpacked program keeps its permission to run', async () => {
  await writeFile(join(folder, 'a.zip'), smallZip());
  const seen: number[] = [];
  const selection = { takes: () => true, nameFor: () => 'bin/electron' };
  const result = await unpackZip(join(folder, 'a.zip'), folder, selection, (bytes) => seen.push(bytes));
  expect(result).toEqual({ ok: true, value: undefined });
  expect(await readFile(join(folder, 'bin/electron'), 'utf8')).toBe('hi');
  expect((await stat(join(folder, 'bin/electron'))).mode & 0o111).toBe(0o111);
  expect(seen).toEqual([2]);
});

test('something that is no zip is a broken archive', async () => {
  const result = await unpackZip(
    join(import.meta.dirname, 'recipe.test.ts'),
    folder,
    {
      takes: () => true,
      nameFor: (name) => name,
    },
    () => {},
  );
  expect(result).toMatchObject({ ok: false, code: 'archive-broken' });
});

test('a failed download is remembered for its mirror only', async () => {
  const env = { ELECTRON_MIRROR: 'https://mirror.example/' };
  await noteOfficialFailure(folder, env, 1234);
  expect(await officialFailedAt(folder, env)).toBe(1234);
  expect(await officialFailedAt(folder, {})).toBeUndefined();
});

test('a mirror is taken from the usual variables', () => {
  expect(mirrorOf({ ELECTRON_MIRROR: 'https://mirror.example/' })).toBe('https://mirror.example/');
  expect(mirrorOf({})).toMatch(/^https:/);
});

test('a release host that refuses the connection does not answer; any answer at all is one', async () => {
  expect(await mirrorAnswers({}, () => Promise.reject(new Error('refused')))).toBe(false);
  expect(await mirrorAnswers({}, () => Promise.resolve({ status: 302 }))).toBe(true);
});

test('on a log without cursor progress is written at most every five seconds', () => {
  let now = 0;
  const lines: string[] = [];
  const terminal = terminalOn({ write: (text: string) => lines.push(text) }, () => now);
  for (now = 0; now <= 6_000; now += 1_000) terminal.progress(`${now} ms`);
  terminal.say('done');
  expect(lines).toEqual(['0 ms\n', '5000 ms\n', 'done\n']);
});
