const languages = `('uz', 'uz-Cyrl', 'ru', 'en')`;

/** Settings, who works here, and the shifts they open and close. */
export const people = `
  CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('cashier', 'manager')),
    pin_hash TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ${languages}),
    failed_pins INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER
  ) STRICT;

  CREATE TABLE shift (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL REFERENCES staff (id),
    float INTEGER NOT NULL CHECK (float >= 0),
    closed_at INTEGER,
    closed_by TEXT REFERENCES staff (id),
    expected_cash INTEGER,
    counted_cash INTEGER CHECK (counted_cash >= 0),
    fiscal_z INTEGER,
    fiscal_closed INTEGER NOT NULL DEFAULT 0,
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
  ) STRICT;
  CREATE UNIQUE INDEX one_open_shift ON shift (state) WHERE state = 'open';`;
