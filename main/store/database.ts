import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';

export type Db = Database.Database;

/** Marks the file as Kassa's own ("KSSA"), so that a foreign database is refused instead of changed. */
export const applicationId = 0x4b535341;

/** How long (ms) a statement waits while somebody else, who reads the journal, holds the file. */
const patience = 5000;

export type OpenFault =
  | { code: 'database-damaged'; detail: string }
  | { code: 'database-foreign'; detail: string }
  | { code: 'database-newer'; detail: string }
  | { code: 'disk-full'; detail: string };
export type OpenResult = { ok: true; db: Db } | { ok: false; fault: OpenFault };

/**
 * Opens (or creates) the till's database at `path` and brings it to the newest schema.
 * Expected faults are values; nothing in a refused file is changed (its write-ahead log may be folded in).
 */
export function openDatabase(path: string): OpenResult {
  let db: Db | undefined;
  try {
    db = new Database(path);
    const fault = refuse(db) ?? prepare(db);
    if (!fault) return { ok: true, db };
    db.close();
    return { ok: false, fault };
  } catch (error) {
    db?.close();
    return { ok: false, fault: asOpenFault(error) };
  }
}

/** Opens an existing database for reading only, also while the till runs; throws when there is none. */
export function openForReading(path: string): Db {
  return new Database(path, { readonly: true, fileMustExist: true });
}

function refuse(db: Db): OpenFault | undefined {
  const version = Number(db.pragma('user_version', { simple: true }));
  const id = Number(db.pragma('application_id', { simple: true }));
  const newest = migrations.at(-1)?.version ?? 0;
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (id !== applicationId && (id !== 0 || tables > 0))
    return { code: 'database-foreign', detail: `application_id ${id}` };
  if (version > newest) return { code: 'database-newer', detail: `schema ${version}, this program knows ${newest}` };
  return undefined;
}

/** FULL is set on every open: better-sqlite3 is compiled to open WAL files with NORMAL, which may lose the last sale. */
function prepare(db: Db): OpenFault | undefined {
  if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    return { code: 'database-damaged', detail: 'write-ahead log refused (network drive?)' };
  }
  for (const line of [
    'synchronous = FULL',
    'foreign_keys = ON',
    `busy_timeout = ${patience}`,
    'trusted_schema = OFF',
    'secure_delete = ON',
    'recursive_triggers = ON',
  ]) {
    db.pragma(line);
  }
  const check = String(db.pragma('quick_check(1)', { simple: true }));
  if (check !== 'ok') return { code: 'database-damaged', detail: check };
  migrate(db, migrations);
  return undefined;
}

function asOpenFault(error: unknown): OpenFault {
  if (!(error instanceof Database.SqliteError)) throw error;
  if (isDiskFull(error)) return { code: 'disk-full', detail: error.message };
  if (error.code === 'SQLITE_NOTADB') return { code: 'database-foreign', detail: error.message };
  if (error.code.startsWith('SQLITE_CORRUPT')) return { code: 'database-damaged', detail: error.message };
  throw error;
}

/**
 * Folds the write-ahead log into the file and empties it: `secure_delete` overwrites pages in the file only, and an erased
 * code must not survive in the log. False while somebody else reads the file, who is not waited for: the till sells meanwhile.
 */
export function foldLog(db: Db): boolean {
  db.pragma('busy_timeout = 0');
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}

/** True for the error SQLite raises when no byte could be written: the sale is refused in plain words. */
export function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (error.code === 'SQLITE_FULL' || error.code.startsWith('SQLITE_IOERR_WRITE'))
  );
}
