import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../surroundings.ts';

/** Where codes stand in plain letters, and in how many files they were looked for. */
export type CodeSearch = { places: string[]; files: number };

/**
 * Where customers' codes stand in plain letters: in every byte of every file of the data folder (the write-ahead log too),
 * as UTF-8 and as UTF-16, and in everything the till ever said. The finds name the file, never the code.
 */
export function findCodes({ dir, codes }: Surroundings, output: string): CodeSearch {
  const wanted = codes.flatMap((code) => [Buffer.from(code, 'utf8'), Buffer.from(code, 'utf16le')]);
  const files = filesBelow(dir);
  const found = files.filter((file) => holds(readIfThere(file), wanted));
  const said = codes.some((code) => output.includes(code)) ? ['what the till said'] : [];
  return { places: [...found.map((file) => file.slice(dir.length + 1)), ...said], files: files.length };
}

function holds(bytes: Buffer, wanted: readonly Buffer[]): boolean {
  return wanted.some((code) => bytes.includes(code));
}

function filesBelow(dir: string): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A file may go away while it is looked for: SQLite removes its log when the last reader leaves. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
