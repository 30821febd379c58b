import { link, readFile, rm, writeFile } from 'node:fs/promises';

/** What waiting needs from outside. `isAlive` answers for a process id on this machine. */
export interface LockTools {
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
  readonly sleep: (ms: number) => Promise<void>;
  readonly onWait: (holder: number) => void;
}

const PAUSE_MS = 500;

/**
 * Runs `work` while holding a lock file with our process id in it. A lock left by a process that is gone is taken over;
 * should two do that at once, the atomic rename of `makeOnce` still keeps the result whole.
 */
export async function withLock<T>(path: string, tools: LockTools, work: () => Promise<T>): Promise<T> {
  while (!(await take(path, tools.pid))) {
    const holder = await holderOf(path);
    if (holder === undefined || !tools.isAlive(holder)) await rm(path, { force: true });
    else {
      tools.onWait(holder);
      await tools.sleep(PAUSE_MS);
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** A hard link appears with its content or not at all, so nobody ever reads a lock without its holder. */
async function take(path: string, pid: number): Promise<boolean> {
  const own = `${path}.${pid}`;
  await writeFile(own, String(pid));
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

async function holderOf(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Whether a process of this machine still runs; one that belongs to somebody else counts as running. */
export function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
