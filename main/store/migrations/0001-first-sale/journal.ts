import { appendOnly } from './common.ts';

/** What was done and by whom, the hash-chained journal, and where the desk was left. */
export const journal = `
  CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    staff_id TEXT REFERENCES staff (id),
    action TEXT NOT NULL,
    subject TEXT,
    facts TEXT NOT NULL CHECK (json_valid(facts))
  ) STRICT;
  ${appendOnly('audit')}

  CREATE TABLE journal_entry (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX journal_by_subject ON journal_entry (type, subject);
  ${appendOnly('journal_entry')}

  CREATE TABLE desk (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    boot_id TEXT,
    staff_id TEXT REFERENCES staff (id),
    selected_line_id TEXT,
    last_line_id TEXT,
    payment_step TEXT CHECK (payment_step IN ('choose', 'cash', 'payme-go')),
    done_sale_id TEXT REFERENCES sale (id)
  ) STRICT;
  INSERT INTO desk (id) VALUES (1);`;
