import Database from 'better-sqlite3';
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applicationId, foldLog, isDiskFull, openDatabase, openForReading } from '../../../main/store/database.ts';
import type { Db } from '../../../main/store/database.ts';
import { migrations } from '../../../main/store/migrations/index.ts';
import { readSetting, writeSetting } from '../../../main/store/settings.ts';
import { atomically } from '../../../main/store/statement.ts';
import { newFolder, openFile } from './shop-file.ts';

const newest = migrations.at(-1)!.version;
const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'trusted_schema', 'busy_timeout'];
const readPragmas = (db: Db): unknown[] => pragmas.map((name) => db.pragma(name, { simple: true }));

/** WAL, FULL, on, on, off, five seconds. */
const rules = ['wal', 2, 1, 1, 0, 5000];

describe('every open', () => {
  test('of a new file follows the rules of the till', () => {
    expect(readPragmas(openFile())).toEqual(rules);
  });

  test('of an old file follows them again, for a file remembers only some', () => {
    const path = join(newFolder(), 'kassa.db');
    openFile(path).close();
    expect(readPragmas(openFile(path))).toEqual(rules);
  });

  test('marks the file as Kassa with the newest schema', () => {
    const db = openFile();
    expect(db.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(db.pragma('user_version', { simple: true })).toBe(newest);
  });

  test('keeps what was written before', () => {
    const path = join(newFolder(), 'kassa.db');
    const first = openFile(path);
    writeSetting(first, 'shop', { name: 'Baraka' });
    first.close();
    expect(readSetting(openFile(path), 'shop')).toEqual({ name: 'Baraka' });
  });
});

/** Every file of the folder with its bytes. */
const folderBytes = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

describe('a file that is refused is not changed by a byte', () => {
  const refused = (name: string, make: (path: string) => void): [unknown, boolean] => {
    const folder = newFolder();
    const path = join(folder, name);
    make(path);
    const before = folderBytes(folder);
    const opened = openDatabase(path);
    const same = JSON.stringify(folderBytes(folder)) === JSON.stringify(before);
    return [opened.ok ? 'opened' : opened.fault, same];
  };

  test('a newer schema, named with both numbers', () => {
    const [fault, same] = refused('kassa.db', (path) => {
      const db = openFile(path);
      db.pragma(`user_version = ${newest + 1}`);
      db.close();
    });
    const detail = `schema ${newest + 1}, this program knows ${newest}`;
    expect([fault, same]).toEqual([{ code: 'database-newer', detail }, true]);
  });

  test('a database of another program', () => {
    const [fault, same] = refused('notes.db', (path) => {
      const db = new Database(path);
      db.exec('CREATE TABLE note (text TEXT)');
      db.close();
    });
    expect([fault, same]).toEqual([{ code: 'database-foreign', detail: 'application_id 0' }, true]);
  });

  test("a database with another program's mark, also without a table", () => {
    const [fault, same] = refused('marked.db', (path) => {
      const db = new Database(path);
      db.pragma('application_id = 7');
      db.close();
    });
    expect([fault, same]).toEqual([{ code: 'database-foreign', detail: 'application_id 7' }, true]);
  });

  test('a file that is no database', () => {
    const [fault, same] = refused('kassa.db', (path) =>
      writeFileSync(path, 'a shopping list, not a database\n'.repeat(99)),
    );
    expect([fault, same]).toEqual([{ code: 'database-foreign', detail: 'file is not a database' }, true]);
  });
});

/** Overwrites everything of the page but its first bytes, so that the tree is still found and its cells are not. */
const spoil = (path: string, page: number): void => {
  const pageSize = 4096;
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(pageSize - 16, 0xa5), 0, pageSize - 16, (page - 1) * pageSize + 16);
  closeSync(file);
};

describe('a damaged file', () => {
  test('is refused as damaged, whichever page was hit', () => {
    const path = join(newFolder(), 'kassa.db');
    const db = openFile(path);
    atomically(db, () => {
      for (let at = 0; at < 400; at++) writeSetting(db, `key ${at}`, 'x'.repeat(200));
    });
    const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'setting'").pluck().get() as number;
    db.close();
    spoil(path, page);
    expect(openDatabase(path)).toMatchObject({ ok: false, fault: { code: 'database-damaged' } });
  });

  test('cut in half is refused as damaged', () => {
    const path = join(newFolder(), 'kassa.db');
    openFile(path).close();
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, Math.floor(whole.length / 8192) * 4096));
    expect(openDatabase(path)).toMatchObject({ ok: false, fault: { code: 'database-damaged' } });
    expect(statSync(path).size).toBeGreaterThan(0);
  });
});

describe('a full disk', () => {
  const fill = (db: Db): unknown => {
    db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
    try {
      atomically(db, () => {
        writeSetting(db, 'small', 1);
        writeSetting(db, 'large', 'x'.repeat(1_000_000));
      });
      return undefined;
    } catch (error) {
      return error;
    }
  };

  test('is told from every other fault', () => {
    expect(isDiskFull(fill(openFile()))).toBe(true);
    expect(isDiskFull(new Error('SQLITE_FULL'))).toBe(false);
    expect(isDiskFull(new Database.SqliteError('locked', 'SQLITE_BUSY'))).toBe(false);
    expect(isDiskFull(new Database.SqliteError('write', 'SQLITE_IOERR_WRITE'))).toBe(true);
  });

  test('leaves nothing half-written, and the next write works once there is room', () => {
    const db = openFile();
    fill(db);
    expect(readSetting(db, 'small')).toBeUndefined();
    db.pragma('max_page_count = 100000');
    writeSetting(db, 'small', 2);
    expect(readSetting(db, 'small')).toBe(2);
  });
});

describe('reading while the till runs', () => {
  test('sees what is committed and can write nothing', () => {
    const path = join(newFolder(), 'kassa.db');
    const till = openFile(path);
    writeSetting(till, 'shop', 'Baraka');
    const reader = openForReading(path);
    expect(readSetting(reader, 'shop')).toBe('Baraka');
    expect(() => writeSetting(reader, 'shop', 'other')).toThrow(/readonly/);
    reader.close();
  });

  test('holds the fold of the log up, but not the till that asks for it', () => {
    const path = join(newFolder(), 'kassa.db');
    const till = openFile(path);
    const reader = openForReading(path);
    reader.exec('BEGIN');
    readSetting(reader, 'shop');
    writeSetting(till, 'shop', 'Baraka');
    const begun = performance.now();
    expect(foldLog(till)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(2500);
    expect(readPragmas(till)).toEqual(rules);
    reader.exec('COMMIT');
    expect(foldLog(till)).toBe(true);
    expect(statSync(`${path}-wal`).size).toBe(0);
    reader.close();
  });

  test('makes no file where there is none', () => {
    const folder = newFolder();
    expect(() => openForReading(join(folder, 'kassa.db'))).toThrow(/unable to open/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a refused file is let go at once, so that it can be set aside', () => {
  const path = join(newFolder(), 'kassa.db');
  writeFileSync(path, 'not a database'.repeat(500));
  expect(openDatabase(path).ok).toBe(false);
  const held = readdirSync('/proc/self/fd').filter((fd) => linkOf(fd) === path);
  expect(held).toEqual([]);
});

function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return '';
  }
}
