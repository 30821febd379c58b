import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../../main/store/folder-lock.ts';
import { newFolder } from './shop-file.ts';

const source = pathToFileURL(join(import.meta.dirname, '../../../main/store/folder-lock.ts')).href;

/** Another till in a process of its own; it says whether it got the folder and keeps it until it dies. */
async function otherTill(folder: string): Promise<{ has: string; process: ChildProcess }> {
  const script = `const { lockFolder } = await import(${JSON.stringify(source)});
    globalThis.lock = lockFolder(${JSON.stringify(folder)});
    process.stdout.write(globalThis.lock ? 'got it' : 'refused');
    setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  return { has: String(said), process: child };
}

test('a second till in the same folder is refused while the first one lives', async () => {
  const folder = newFolder();
  const lock = lockFolder(folder);
  expect((await otherTill(folder)).has).toBe('refused');
  lock?.release();
  expect((await otherTill(folder)).has).toBe('got it');
});

test('a till that was killed leaves the folder free', async () => {
  const folder = newFolder();
  const other = await otherTill(folder);
  expect([other.has, lockFolder(folder)]).toEqual(['got it', undefined]);
  other.process.kill('SIGKILL');
  await once(other.process, 'exit');
  const mine = lockFolder(folder);
  expect(mine).toBeDefined();
  mine?.release();
});

test('a second till in the same process is refused as well', () => {
  const folder = newFolder();
  const lock = lockFolder(folder);
  expect(lockFolder(folder)).toBeUndefined();
  lock?.release();
});

test('two folders are two tills', () => {
  const locks = [lockFolder(newFolder()), lockFolder(newFolder())];
  expect(locks.every(Boolean)).toBe(true);
  locks.forEach((lock) => lock?.release());
});
