import type { Migration } from '../migrate.ts';

/** Whether a row was owed again, or woken, while somebody held it: what was asked for meanwhile is not forgotten when it is put back. */
export const calledMeanwhile: Migration = {
  version: 5,
  name: '0005-called-meanwhile',
  up: (db) => void db.exec(`ALTER TABLE outbox ADD COLUMN called TEXT CHECK (called IN ('owed', 'woken'));`),
};
