import Database from 'better-sqlite3';
import type { Statement } from 'better-sqlite3';

/**
 * Loaded before the till with `--import`: counts every write boundary from the moment it is armed (`{arm: n}` over the
 * process channel) and kills the process with SIGKILL at boundary n. Even boundaries lie before a write, odd ones after it.
 */
let left = Number.POSITIVE_INFINITY;
let passed = 0;

process.on('message', (message) => {
  const arm: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'arm') : undefined;
  if (typeof arm === 'number') left = arm;
  if (arm !== undefined) passed = 0;
  if (typeof message === 'object' && message !== null && 'countBoundaries' in message)
    process.send?.({ boundaries: passed });
});

function boundary(): void {
  passed += 1;
  left -= 1;
  if (left < 0) process.kill(process.pid, 'SIGKILL');
}

function around<T>(write: () => T): T {
  boundary();
  const result = write();
  boundary();
  return result;
}

const transaction = Database.prototype.transaction;
Database.prototype.transaction = function (work) {
  const run = transaction.call(this, work);
  const whole = (...args: unknown[]): unknown =>
    this.inTransaction ? run.immediate(...args) : around(() => run.immediate(...args));
  return Object.assign(whole, {
    default: whole,
    deferred: whole,
    immediate: whole,
    exclusive: whole,
    database: this,
  }) as never;
};

const prepare = Database.prototype.prepare;
Database.prototype.prepare = function (sql: string) {
  const statement = prepare.call(this, sql) as Statement;
  if (statement.readonly) return statement as never;
  for (const method of ['run', 'get'] as const) {
    const original = statement[method].bind(statement);
    statement[method] = ((...args: unknown[]) =>
      this.inTransaction ? original(...args) : around(() => original(...args))) as never;
  }
  return statement as never;
};
