import type { Migration } from '../migrate.ts';

/** Findings that were heard and not matched, which no match clears; and what was paid after its attempt had ended, to be counted quickly. */
const statements = `
  ALTER TABLE match_finding ADD COLUMN heard INTEGER NOT NULL DEFAULT 0 CHECK (heard IN (0, 1));
  CREATE INDEX attempt_paid_late ON attempt (created_at)
    WHERE reason = 'paid-after-cancel' AND state IN ('returned', 'abandoned', 'declined', 'expired');`;

export const lateMoney: Migration = {
  version: 7,
  name: '0007-late-money',
  up: (db) => void db.exec(statements),
};
