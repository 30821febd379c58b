import type { Statement } from 'better-sqlite3';
import type { Db } from './database.ts';

const prepared = new WeakMap<Db, Map<string, Statement>>();

/** The prepared statement for `sql` on `db`: compiled once per connection, because a scan runs the same ten again and again. */
export function statement(db: Db, sql: string): Statement {
  let bySql = prepared.get(db);
  if (!bySql) prepared.set(db, (bySql = new Map()));
  let found = bySql.get(sql);
  if (!found) bySql.set(sql, (found = db.prepare(sql)));
  return found;
}

/** All rows of a query, as the type its column list promises. */
export function all<Row>(db: Db, sql: string, ...args: unknown[]): Row[] {
  return statement(db, sql).all(...args) as Row[];
}

/** The first row of a query, or undefined. */
export function one<Row>(db: Db, sql: string, ...args: unknown[]): Row | undefined {
  return statement(db, sql).get(...args) as Row | undefined;
}

/** Runs a write; returns how many rows it changed. */
export function run(db: Db, sql: string, ...args: unknown[]): number {
  return statement(db, sql).run(...args).changes;
}

/** Runs `work` in one immediate transaction: everything in it is on disk together, or nothing is. */
export function atomically<T>(db: Db, work: () => T): T {
  return db.transaction(work).immediate();
}

/** The only row of a query that always has one (an aggregate, the desk); throws when it has none. */
export function theOne<Row>(db: Db, sql: string, ...args: unknown[]): Row {
  const row = one<Row>(db, sql, ...args);
  if (row === undefined) throw new Error(`no row: ${sql}`);
  return row;
}
