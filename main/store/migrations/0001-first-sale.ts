import { catalogueSchema } from '../catalogue/schema.ts';
import type { Migration } from '../migrate.ts';

const languages = `('uz', 'uz-Cyrl', 'ru', 'en')`;
const kinds = `('cash', 'card', 'payme-go', 'payme-link', 'payme-invoice', 'flitt', 'uzqr', 'smartpay')`;
const attemptStates = `('queued', 'sending', 'paid', 'declined', 'expired', 'in-doubt', 'cancelling', 'returned', 'abandoned', 'closed-by-manager')`;

/** Rows that are history: written once, never changed, never deleted. */
const appendOnly = (table: string): string => `
  CREATE TRIGGER ${table}_is_not_changed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

const people = `
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

const sales = `
  CREATE TABLE sale (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    shift_id TEXT NOT NULL REFERENCES shift (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL CHECK (state IN ('open', 'tendering', 'completed', 'voided')),
    parked INTEGER NOT NULL DEFAULT 0 CHECK (parked IN (0, 1)),
    currency TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0,
    opened_at INTEGER NOT NULL,
    ended_at INTEGER,
    business_date TEXT NOT NULL,
    CHECK ((state IN ('completed', 'voided')) = (ended_at IS NOT NULL)),
    CHECK (parked = 0 OR state IN ('open', 'tendering'))
  ) STRICT;
  CREATE UNIQUE INDEX one_sale_on_the_counter ON sale (parked) WHERE parked = 0 AND state IN ('open', 'tendering');
  CREATE INDEX sale_by_shift ON sale (shift_id, state);
  CREATE INDEX sale_parked ON sale (opened_at) WHERE parked = 1;
  CREATE INDEX sale_completed ON sale (ended_at, number) WHERE state = 'completed';
  CREATE TRIGGER completed_sale_is_not_changed BEFORE UPDATE ON sale WHEN old.state IN ('completed', 'voided')
    BEGIN SELECT RAISE(ABORT, 'a finished sale is never edited'); END;

  CREATE TABLE line (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_code TEXT,
    ikpu TEXT,
    package_code TEXT,
    vat_percent INTEGER CHECK (vat_percent BETWEEN 0 AND 100),
    price INTEGER NOT NULL CHECK (price >= 0),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    discount INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0),
    weighed INTEGER NOT NULL CHECK (weighed IN (0, 1)),
    min_age INTEGER,
    cashless_only INTEGER NOT NULL CHECK (cashless_only IN (0, 1)),
    removed_at INTEGER,
    UNIQUE (sale_id, position)
  ) STRICT;
  CREATE TRIGGER line_of_open_sale BEFORE UPDATE ON line
    WHEN (SELECT state FROM sale WHERE id = old.sale_id) <> 'open'
    BEGIN SELECT RAISE(ABORT, 'lines are frozen'); END;
  CREATE TRIGGER line_into_open_sale BEFORE INSERT ON line
    WHEN (SELECT state FROM sale WHERE id = new.sale_id) <> 'open'
    BEGIN SELECT RAISE(ABORT, 'lines are frozen'); END;

  CREATE TABLE tender (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    kind TEXT NOT NULL CHECK (kind IN ${kinds}),
    amount INTEGER NOT NULL CHECK (amount > 0),
    given INTEGER CHECK (given >= amount),
    change INTEGER NOT NULL DEFAULT 0 CHECK (change >= 0),
    attempt_id TEXT UNIQUE REFERENCES attempt (id),
    at INTEGER NOT NULL,
    CHECK (kind <> 'payme-go' OR attempt_id IS NOT NULL)
  ) STRICT;
  CREATE INDEX tender_by_sale ON tender (sale_id);
  ${appendOnly('tender')}

  CREATE TABLE cash_movement (
    id TEXT PRIMARY KEY,
    shift_id TEXT NOT NULL REFERENCES shift (id),
    kind TEXT NOT NULL CHECK (kind IN ('float', 'sale', 'refund', 'paid-in', 'paid-out')),
    amount INTEGER NOT NULL,
    sale_id TEXT REFERENCES sale (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX cash_by_shift ON cash_movement (shift_id);
  ${appendOnly('cash_movement')}`;

/** The code may stand on disk only while nothing has been sent: a killed till then cannot send it twice. */
const attempts = `
  CREATE TABLE attempt (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    kind TEXT NOT NULL CHECK (kind IN ${kinds}),
    provider TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ${attemptStates}),
    reason TEXT,
    message TEXT,
    code_cipher BLOB,
    code_hash TEXT,
    code_expires_at INTEGER,
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    ended_at INTEGER,
    provider_payment_id TEXT,
    transaction_id TEXT,
    kkm_id TEXT,
    device_id TEXT,
    client_phone TEXT,
    CHECK (state = 'queued' OR code_cipher IS NULL),
    CHECK (state <> 'paid' OR provider_payment_id IS NOT NULL)
  ) STRICT;
  CREATE UNIQUE INDEX one_live_attempt ON attempt (sale_id) WHERE state IN ('queued', 'sending', 'in-doubt');
  CREATE INDEX attempt_by_sale ON attempt (sale_id);
  CREATE INDEX attempt_open ON attempt (state) WHERE state IN ('queued', 'sending', 'in-doubt', 'cancelling');
  CREATE INDEX attempt_by_code ON attempt (code_hash);
  CREATE UNIQUE INDEX one_attempt_a_payment ON attempt (provider, provider_payment_id) WHERE provider_payment_id IS NOT NULL;
  CREATE TRIGGER attempt_is_not_deleted BEFORE DELETE ON attempt BEGIN SELECT RAISE(ABORT, 'attempts are never deleted'); END;
  CREATE TRIGGER attempt_keeps_its_money BEFORE UPDATE OF sale_id, amount, currency, provider ON attempt
    BEGIN SELECT RAISE(ABORT, 'the amount of an attempt is frozen'); END;

  CREATE TABLE attempt_event (
    id INTEGER PRIMARY KEY,
    attempt_id TEXT NOT NULL REFERENCES attempt (id),
    at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ${attemptStates}),
    reason TEXT
  ) STRICT;
  CREATE INDEX attempt_event_by_attempt ON attempt_event (attempt_id);
  ${appendOnly('attempt_event')}`;

const documents = `
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

const journal = `
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

/** Everything the first sale needs, from the catalogue to the hash-chained journal. */
export const firstSale: Migration = {
  version: 1,
  name: '0001-first-sale',
  up: (db) => {
    db.pragma(`application_id = ${0x4b535341}`);
    db.exec([people, catalogueSchema, sales, attempts, documents, journal].join('\n'));
  },
};
