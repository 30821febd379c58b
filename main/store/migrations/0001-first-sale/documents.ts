/** Fiscal documents, receipts, and the queue of everything that is owed outside. */
export const documents = `
  CREATE TABLE fiscal_document (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    operation TEXT NOT NULL CHECK (operation IN ('sale', 'refund')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'registered', 'in-doubt', 'refused')),
    reason TEXT,
    terminal_id TEXT,
    receipt_seq TEXT,
    date_time TEXT,
    fiscal_sign TEXT,
    url TEXT,
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    box_shift INTEGER,
    box_count INTEGER,
    registered_at INTEGER,
    CHECK (state <> 'sending' OR (sent_at IS NOT NULL AND box_shift IS NOT NULL AND box_count IS NOT NULL)),
    CHECK ((state = 'registered') = (url IS NOT NULL AND fiscal_sign IS NOT NULL AND registered_at IS NOT NULL))
  ) STRICT;
  CREATE UNIQUE INDEX one_sale_document ON fiscal_document (sale_id) WHERE operation = 'sale';
  CREATE UNIQUE INDEX one_document_a_receipt ON fiscal_document (terminal_id, receipt_seq) WHERE state = 'registered';
  CREATE INDEX fiscal_registered ON fiscal_document (registered_at) WHERE state = 'registered';
  CREATE INDEX fiscal_unsent ON fiscal_document (state) WHERE state <> 'registered';
  CREATE TRIGGER registered_document_is_not_changed BEFORE UPDATE ON fiscal_document WHEN old.state = 'registered'
    BEGIN SELECT RAISE(ABORT, 'a registered fiscal document is never edited'); END;

  CREATE TABLE receipt (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    document TEXT NOT NULL CHECK (json_valid(document)),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'sent', 'uncertain', 'failed')),
    reason TEXT,
    created_at INTEGER NOT NULL,
    printed_at INTEGER
  ) STRICT;
  CREATE INDEX receipt_by_sale ON receipt (sale_id);
  CREATE INDEX receipt_not_printed ON receipt (state) WHERE state IN ('waiting', 'printing', 'uncertain', 'failed');

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    lane TEXT NOT NULL CHECK (lane IN ('fiscal', 'wallet', 'print')),
    kind TEXT NOT NULL CHECK (kind IN ('fiscal-open', 'fiscal-sale', 'fiscal-close', 'wallet-confirm', 'print')),
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
  CREATE INDEX outbox_waiting ON outbox (lane, id) WHERE state = 'waiting';
  CREATE INDEX outbox_by_subject ON outbox (subject);
  CREATE UNIQUE INDEX outbox_once ON outbox (kind, subject) WHERE state <> 'done';`;
