import type { Db } from './database.ts';
import { one, run } from './statement.ts';

/** The JSON value kept under `key`, unparsed by type: callers parse it, because a file may be older than the program. */
export function readSetting(db: Db, key: string): unknown {
  const row = one<{ value: string }>(db, 'SELECT value FROM setting WHERE key = ?', key);
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** Keeps `value` as JSON under `key`; secrets never come here (the shell keeps them). */
export function writeSetting(db: Db, key: string, value: unknown): void {
  run(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value),
  );
}
