import type { Migration } from '../migrate.ts';

/** What a manager or a day's asking adds to an attempt; the evidence of a manager's verdict stands beside it for ever. */
const attempts = `
  ALTER TABLE attempt ADD COLUMN manager_since INTEGER;
  ALTER TABLE attempt ADD COLUMN verdict TEXT CHECK (verdict IN ('taken', 'not-taken', 'given-back'));
  ALTER TABLE attempt ADD COLUMN evidence TEXT;
  ALTER TABLE attempt ADD COLUMN closed_by TEXT REFERENCES staff (id);
  CREATE TRIGGER verdict_needs_evidence BEFORE UPDATE OF state ON attempt
    WHEN new.state = 'closed-by-manager' AND (new.verdict IS NULL OR new.evidence IS NULL OR new.closed_by IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a verdict needs evidence and a name'); END;
  CREATE INDEX attempt_sent ON attempt (sent_at) WHERE sent_at IS NOT NULL;`;

/** New lanes and kinds; SQLite widens a CHECK only by a new table. */
const outbox = `
  CREATE TABLE outbox_wider (
    id INTEGER PRIMARY KEY,
    lane TEXT NOT NULL CHECK (lane IN ('fiscal', 'wallet', 'print', 'ask', 'match')),
    kind TEXT NOT NULL CHECK (kind IN ('fiscal-open', 'fiscal-sale', 'fiscal-refund', 'fiscal-close', 'wallet-confirm', 'print', 'ask', 'match')),
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'dead')),
    tries INTEGER NOT NULL DEFAULT 0,
    run_at INTEGER NOT NULL,
    locked_by TEXT,
    locked_until INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT;
  INSERT INTO outbox_wider SELECT id, lane, kind, subject, state, tries, run_at, locked_by, locked_until, last_error, created_at, ended_at FROM outbox;
  DROP TABLE outbox;
  ALTER TABLE outbox_wider RENAME TO outbox;
  CREATE INDEX outbox_waiting ON outbox (lane, id) WHERE state = 'waiting';
  CREATE INDEX outbox_due ON outbox (lane, run_at) WHERE state = 'waiting';
  CREATE INDEX outbox_open ON outbox (kind, id) WHERE state <> 'done';
  CREATE INDEX outbox_by_subject ON outbox (subject);
  CREATE UNIQUE INDEX outbox_once ON outbox (kind, subject) WHERE state <> 'done';`;

/** Goods that left before the money was sure: who allowed it, and whom to call. */
const releases = `
  CREATE TABLE release (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL UNIQUE REFERENCES sale (id),
    attempt_id TEXT NOT NULL REFERENCES attempt (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    approved_by TEXT NOT NULL REFERENCES staff (id),
    phone TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    at INTEGER NOT NULL
  ) STRICT;`;

/** A refund is a new document that points to a completed sale; one sale is given back whole, once. */
const refunds = `
  CREATE TABLE refund (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL UNIQUE REFERENCES sale (id),
    shift_id TEXT NOT NULL REFERENCES shift (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    approved_by TEXT NOT NULL REFERENCES staff (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    at INTEGER NOT NULL,
    business_date TEXT NOT NULL
  ) STRICT;
  CREATE INDEX refund_by_shift ON refund (shift_id);
  CREATE TRIGGER refund_is_not_changed BEFORE UPDATE ON refund BEGIN SELECT RAISE(ABORT, 'refund is append-only'); END;
  CREATE TRIGGER refund_is_not_deleted BEFORE DELETE ON refund BEGIN SELECT RAISE(ABORT, 'refund is append-only'); END;
  CREATE UNIQUE INDEX one_refund_document ON fiscal_document (sale_id) WHERE operation = 'refund';`;

/** The daily match: one row a business day, and what it found; a settled finding keeps who looked and what they saw. */
const matches = `
  CREATE TABLE daily_match (
    date TEXT PRIMARY KEY,
    made_at INTEGER,
    ours_count INTEGER NOT NULL DEFAULT 0,
    ours_amount INTEGER NOT NULL DEFAULT 0,
    theirs_count INTEGER,
    theirs_amount INTEGER,
    fiscal_count INTEGER NOT NULL DEFAULT 0,
    fiscal_amount INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE match_finding (
    id TEXT PRIMARY KEY,
    date TEXT NOT NULL REFERENCES daily_match (date),
    kind TEXT NOT NULL,
    attempt_id TEXT REFERENCES attempt (id),
    sale_id TEXT REFERENCES sale (id),
    payment_id TEXT,
    amount INTEGER NOT NULL,
    found_at INTEGER NOT NULL,
    settled_at INTEGER,
    settled_by TEXT REFERENCES staff (id),
    evidence TEXT,
    CHECK ((settled_at IS NULL) = (evidence IS NULL))
  ) STRICT;
  CREATE INDEX finding_open ON match_finding (found_at) WHERE settled_at IS NULL;
  CREATE INDEX finding_by_date ON match_finding (date);`;

/** What a Z report said when the shift was closed; it is read from here ever after. */
const figures = `
  ALTER TABLE shift ADD COLUMN figures TEXT CHECK (json_valid(figures));`;

/** Asking, giving back, releasing, refunding and matching: what money in doubt needs beside the first sale. */
export const durableQueue: Migration = {
  version: 2,
  name: '0002-durable-queue',
  up: (db) => void db.exec([attempts, outbox, releases, refunds, matches, figures].join('\n')),
};
