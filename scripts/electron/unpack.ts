import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { fileFailure, done, type Result } from './failure.ts';

/** Which entries of a zip to take, and the name each gets below the target folder. */
export interface Selection {
  readonly takes: (name: string) => boolean;
  readonly nameFor: (name: string) => string;
}

/**
 * Unpacks the selected entries of a zip into `folder` and keeps their permissions. `onBytes` gets the number of bytes
 * written so far. yauzl refuses names that would leave the folder.
 */
export async function unpackZip(
  zipPath: string,
  folder: string,
  selection: Selection,
  onBytes: (bytes: number) => void,
): Promise<Result<void>> {
  try {
    const zip = await openPromise(zipPath);
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      if (!selection.takes(entry.fileName)) continue;
      await writeEntry(zip, entry, join(folder, selection.nameFor(entry.fileName)));
      onBytes((bytes += entry.uncompressedSize));
    }
    return done(undefined);
  } catch (error) {
    return zipFailure(error, zipPath, folder);
  }
}

async function writeEntry(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  // The upper half of the attributes is the Unix mode; without its x bits nothing in the folder would start.
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  await pipeline(
    await zip.openReadStreamPromise(entry),
    createWriteStream(target, { mode: mode === 0 ? 0o644 : mode }),
  );
}

function zipFailure(error: unknown, file: string, folder: string): Result<void> {
  try {
    return fileFailure(error, folder, 900);
  } catch {
    return { ok: false, code: 'archive-broken', file, detail: error instanceof Error ? error.message : String(error) };
  }
}
