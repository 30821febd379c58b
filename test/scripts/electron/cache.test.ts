import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cacheRoot, makeInCache, makeOnce, recipeHash } from '../../../scripts/electron/cache.ts';
import { done, type Result } from '../../../scripts/electron/failure.ts';
import type { LockTools } from '../../../scripts/electron/lock.ts';

let root = '';
let made = 0;
const lock: LockTools = { pid: 1, isAlive: () => false, sleep: async () => {}, onWait: () => {} };

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kassa-cache-'));
  made = 0;
});
afterEach(() => rm(root, { recursive: true }));

async function make(unfinished: string): Promise<Result<void>> {
  made += 1;
  await writeFile(join(unfinished, 'electron'), 'binary');
  return done(undefined);
}

test('the cache is under the home folder, or where XDG_CACHE_HOME says', () => {
  expect(cacheRoot({}, '/home/a')).toBe('/home/a/.cache/kassa');
  expect(cacheRoot({ XDG_CACHE_HOME: '/big' }, '/home/a')).toBe('/big/kassa');
});

test('a changed recipe gets a folder of its own', () => {
  expect(recipeHash({ version: 1 })).toMatch(/^[0-9a-f]{12}$/);
  expect(recipeHash({ version: 1 })).not.toBe(recipeHash({ version: 2 }));
});

test('a runtime is made once and used from then on', async () => {
  const folder = join(root, 'runtime');
  await makeOnce(folder, make, lock);
  await makeOnce(folder, make, lock);
  expect(made).toBe(1);
  expect(await readdir(root)).toEqual(['runtime']);
});

test('a failed making leaves nothing behind', async () => {
  const failed = await makeOnce(join(root, 'runtime'), async () => ({ ok: false, code: 'npm-missing' }), lock);
  expect(failed).toEqual({ ok: false, code: 'npm-missing' });
  expect(await readdir(root)).toEqual([]);
});

test('what a killed run left unfinished is removed', async () => {
  await mkdir(join(root, 'runtime.unfinished-77'));
  await makeOnce(join(root, 'runtime'), make, lock);
  expect(await readdir(root)).toEqual(['runtime']);
});

test('a lock of a process that is gone is taken over', async () => {
  await writeFile(join(root, 'runtime.lock'), '999');
  expect(await makeOnce(join(root, 'runtime'), make, lock)).toEqual(done(undefined));
});

test('a second run waits for the first and uses what it made', async () => {
  const folder = join(root, 'runtime');
  await writeFile(join(root, 'runtime.lock'), '999');
  const waited: number[] = [];
  const first = async (): Promise<void> => {
    await mkdir(folder);
    await rm(join(root, 'runtime.lock'));
  };
  const tools: LockTools = { pid: 1, isAlive: () => true, sleep: first, onWait: (holder) => waited.push(holder) };
  expect(await makeOnce(folder, make, tools)).toEqual(done(undefined));
  expect({ made, waited }).toEqual({ made: 0, waited: [999] });
});

test('two runs at once make one runtime', async () => {
  const folder = join(root, 'runtime');
  const tools = {
    ...lock,
    isAlive: () => true,
    sleep: () => new Promise<void>((resolve) => void setImmediate(resolve)),
  };
  await Promise.all([makeOnce(folder, make, tools), makeOnce(folder, make, { ...tools, pid: 2 })]);
  expect(made).toBe(1);
  expect(await readFile(join(folder, 'electron'), 'utf8')).toBe('binary');
});

test('a full disk is a failure with the space that is needed', async () => {
  const full = async (): Promise<never> => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  expect(await makeInCache(join(root, 'runtime'), 900, full, lock)).toEqual({
    ok: false,
    code: 'disk-full',
    folder: root,
    neededMb: 900,
  });
});
