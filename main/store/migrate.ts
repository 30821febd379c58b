import type { Db } from './database.ts';

/** One numbered step; `up` runs in a transaction of its own together with the version number. */
export type Migration = { version: number; name: string; up: (db: Db) => void };

/**
 * Applies every step newer than the file, each in one transaction with its `user_version`,
 * so that a power cut leaves either the old schema or the new one. Throws on a gap in the numbers.
 */
export function migrate(db: Db, steps: readonly Migration[], upTo = Number.POSITIVE_INFINITY): void {
  steps.forEach((step, at) => {
    if (step.version !== at + 1)
      throw new Error(`migration ${step.name} has number ${step.version}, expected ${at + 1}`);
  });
  const current = Number(db.pragma('user_version', { simple: true }));
  for (const step of steps) if (step.version > current && step.version <= upTo) apply(db, step);
}

function apply(db: Db, step: Migration): void {
  db.transaction(() => {
    step.up(db);
    db.pragma(`user_version = ${step.version}`);
    const broken = db.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error(`migration ${step.name} leaves ${broken.length} rows without their parent`);
  }).immediate();
}
