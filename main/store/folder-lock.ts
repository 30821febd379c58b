import Database from 'better-sqlite3';
import { join } from 'node:path';

export type FolderLock = { release(): void };

/**
 * Takes the data folder for this process alone, or returns undefined when another till has it.
 * A held SQLite write lock is used because the system drops it with the process, however it dies;
 * Electron's single-instance lock does not cover a till started without Electron.
 */
export function lockFolder(folder: string): FolderLock | undefined {
  const db = new Database(join(folder, 'till.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => db.close() };
  } catch {
    db.close();
    return undefined;
  }
}
