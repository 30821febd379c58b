import Database from 'better-sqlite3';
import type { Statement } from 'better-sqlite3';
import { boundary } from './boundaries.ts';

/** Puts a boundary before and after every write of every database: a whole transaction is one write. */
export function watchWrites(): void {
  const transaction = Database.prototype.transaction;
  Database.prototype.transaction = function (work) {
    const run = transaction.call(this, work);
    const whole = (...args: unknown[]): unknown =>
      this.inTransaction ? run.immediate(...args) : around('transaction', () => run.immediate(...args));
    const modes = { default: whole, deferred: whole, immediate: whole, exclusive: whole, database: this };
    return Object.assign(whole, modes) as never;
  };
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function (sql: string) {
    const statement: Statement = prepare.call(this, sql);
    if (statement.readonly) return statement as never;
    for (const method of ['run', 'get'] as const) {
      const original = statement[method].bind(statement);
      const counted = (...args: unknown[]): unknown =>
        this.inTransaction ? original(...args) : around(heading(sql), () => original(...args));
      Object.assign(statement, { [method]: counted });
    }
    return statement as never;
  };
}

function around<T>(what: string, write: () => T): T {
  boundary('write', `before ${what}`);
  const result = write();
  boundary('write', `after ${what}`);
  return result;
}

/** "UPDATE outbox", "INSERT INTO attempt": enough to know the place again. */
function heading(sql: string): string {
  return /^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+\w+/i.exec(sql)?.[0].trim().replaceAll(/\s+/g, ' ') ?? 'statement';
}
