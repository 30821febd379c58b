import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import { migrate } from '../../../main/store/migrate.ts';
import type { Migration } from '../../../main/store/migrate.ts';
import { migrations } from '../../../main/store/migrations/index.ts';
import { newFolder, openFile } from './shop-file.ts';

const emptyFile = (): Db => {
  const db = new Database(join(newFolder(), 'empty.db'));
  db.pragma('foreign_keys = ON');
  onTestFinished(() => void db.close());
  return db;
};

const step = (version: number, up: (db: Db) => void = () => {}): Migration => ({
  version,
  name: `step-${version}`,
  up,
});
const versionOf = (db: Db): unknown => db.pragma('user_version', { simple: true });
const tablesOf = (db: Db): unknown[] =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all();

/** Every table, index and trigger as SQLite keeps it, and every column as SQLite understood it. */
const describeSchema = (db: Db): string => {
  const objects = db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type DESC, name")
    .all() as { type: string; name: string; sql: string }[];
  return objects.map(({ sql }) => `${sql.replaceAll(/\s+/g, ' ')};\n`).join('');
};

describe('the schema', () => {
  test('of a fresh file is the one checked in, to the last column and trigger', () => {
    expect(describeSchema(openFile())).toBe(readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'));
  });

  test('is STRICT in every table, so that no sum is ever kept as text', () => {
    const loose = openFile()
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .pluck()
      .all();
    expect(loose.filter((name) => !String(name).startsWith('sqlite_') && !String(name).includes('_fts'))).toEqual([]);
  });

  test('points from every child to a parent that exists', () => {
    const db = openFile();
    const parents = db
      .prepare('SELECT DISTINCT fk."table" FROM sqlite_schema, pragma_foreign_key_list(sqlite_schema.name) AS fk')
      .pluck()
      .all();
    expect(tablesOf(db)).toEqual(expect.arrayContaining(parents));
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('the numbers of the steps', () => {
  test('run from one without a gap, and each name begins with its number', () => {
    const names = migrations.map(({ name }) => name.slice(0, 5));
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
    expect(names).toEqual(migrations.map(({ version }) => `${String(version).padStart(4, '0')}-`));
  });

  test.each([[[1, 3]], [[2]], [[1, 1]], [[2, 1]]])('%j are refused before anything is done', (versions) => {
    const db = emptyFile();
    const steps = versions.map((version) => step(version, (file) => file.exec(`CREATE TABLE t${version} (a)`)));
    expect(() => migrate(db, steps)).toThrow(/expected/);
    expect([versionOf(db), tablesOf(db)]).toEqual([0, []]);
  });
});

describe('a file', () => {
  const one = step(1, (db) => db.exec('CREATE TABLE parent (id INTEGER PRIMARY KEY)'));
  const two = step(2, (db) => db.exec('CREATE TABLE child (parent INTEGER REFERENCES parent (id))'));

  test('is brought from any version to the newest, each step once', () => {
    const db = emptyFile();
    migrate(db, [one]);
    migrate(db, [one, two]);
    migrate(db, [one, two]);
    expect([versionOf(db), tablesOf(db)]).toEqual([2, ['child', 'parent']]);
  });

  test('can be brought to an older version, for tests of the next step', () => {
    const db = emptyFile();
    migrate(db, [one, two], 1);
    expect([versionOf(db), tablesOf(db)]).toEqual([1, ['parent']]);
  });

  test('keeps the old version whole when a step fails in its middle', () => {
    const db = emptyFile();
    const broken = step(2, (file) => {
      file.exec('CREATE TABLE half (a)');
      throw new Error('power cut');
    });
    expect(() => migrate(db, [one, broken])).toThrow('power cut');
    expect([versionOf(db), tablesOf(db)]).toEqual([1, ['parent']]);
  });

  test('keeps the old version when a step leaves a row without its parent', () => {
    const db = emptyFile();
    db.pragma('foreign_keys = OFF');
    const orphan = step(3, (file) => file.exec('INSERT INTO child VALUES (99)'));
    expect(() => migrate(db, [one, two, orphan])).toThrow('migration step-3 leaves 1 rows without their parent');
    expect([versionOf(db), db.prepare('SELECT count(*) FROM child').pluck().get()]).toEqual([2, 0]);
  });
});
