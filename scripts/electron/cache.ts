import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { done, fileFailure, type Result } from './failure.ts';
import { withLock, type LockTools } from './lock.ts';

/** The folder that outlives clones: $XDG_CACHE_HOME/kassa, or .cache/kassa under the user's home. */
export function cacheRoot(env: NodeJS.ProcessEnv, home: string): string {
  const base = env['XDG_CACHE_HOME'];
  return join(base === undefined || base === '' ? join(home, '.cache') : base, 'kassa');
}

/** Twelve hex digits of everything a result depends on: a changed recipe gets a new folder, old ones stay usable. */
export function recipeHash(recipe: unknown): string {
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 12);
}

/** Digest of a file in the encoding its publisher uses (npm: sha512 base64; releases: sha256 hex). */
export async function fileDigest(path: string, algorithm: string, encoding: 'hex' | 'base64'): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest(encoding);
}

/**
 * Makes `folder` once: `make` fills a folder beside it, which takes the final name in one rename, so a folder that
 * exists is complete. A second run waits for the first.
 */
export async function makeOnce(
  folder: string,
  make: (unfinished: string) => Promise<Result<void>>,
  tools: LockTools,
): Promise<Result<void>> {
  if (await exists(folder)) return done(undefined);
  await mkdir(dirname(folder), { recursive: true });
  return withLock(`${folder}.lock`, tools, async () => {
    if (await exists(folder)) return done(undefined);
    await removeUnfinished(folder);
    const unfinished = `${folder}.unfinished-${process.pid}`;
    await mkdir(unfinished);
    try {
      const made = await make(unfinished);
      if (made.ok) await rename(unfinished, folder);
      return made;
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  });
}

/** As `makeOnce`, with a full disk or a closed folder as a failure instead of an exception. */
export async function makeInCache(
  folder: string,
  neededMb: number,
  make: (unfinished: string) => Promise<Result<void>>,
  tools: LockTools,
): Promise<Result<void>> {
  try {
    return await makeOnce(folder, make, tools);
  } catch (error) {
    return fileFailure(error, dirname(folder), neededMb);
  }
}

async function removeUnfinished(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.unfinished-`;
  const names = await readdir(dirname(folder));
  for (const name of names.filter((each) => each.startsWith(prefix)))
    await rm(join(dirname(folder), name), { recursive: true, force: true });
}

/** Whether something is at `path`. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
