import type { Migration } from '../migrate.ts';

const checkouts = `('uzqr', 'payme-link', 'flitt', 'payme-invoice', 'smartpay')`;

/** Rows that are history: written once, never changed, never deleted. */
const appendOnly = (table: string): string => `
  CREATE TRIGGER ${table}_is_not_changed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

/** What stands before the customer, and what is taken in another currency than the sale's, agreed by a person. */
const attempts = `
  ALTER TABLE attempt ADD COLUMN charged_amount INTEGER CHECK (charged_amount > 0);
  ALTER TABLE attempt ADD COLUMN charged_currency TEXT CHECK ((charged_amount IS NULL) = (charged_currency IS NULL));
  CREATE TRIGGER attempt_keeps_what_is_charged BEFORE UPDATE OF charged_amount, charged_currency ON attempt
    BEGIN SELECT RAISE(ABORT, 'the amount of an attempt is frozen'); END;
  CREATE TRIGGER checkout_tender_has_attempt BEFORE INSERT ON tender WHEN new.kind IN ${checkouts} AND new.attempt_id IS NULL
    BEGIN SELECT RAISE(ABORT, 'a checkout tender stands on an attempt'); END;

  CREATE TABLE checkout (
    attempt_id TEXT PRIMARY KEY REFERENCES attempt (id),
    phone TEXT,
    qr TEXT,
    expires_at INTEGER,
    shown_at INTEGER,
    delivered_at INTEGER
  ) STRICT;`;

/** SQLite widens a CHECK only by a new table. */
const desk = `
  CREATE TABLE desk_wider (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    boot_id TEXT,
    staff_id TEXT REFERENCES staff (id),
    selected_line_id TEXT,
    last_line_id TEXT,
    payment_step TEXT CHECK (payment_step IN ('choose', 'cash', 'payme-go', 'uzqr', 'payme-link', 'flitt', 'payme-invoice', 'smartpay')),
    done_sale_id TEXT REFERENCES sale (id)
  ) STRICT;
  INSERT INTO desk_wider SELECT id, boot_id, staff_id, selected_line_id, last_line_id, payment_step, done_sale_id FROM desk;
  DROP TABLE desk;
  ALTER TABLE desk_wider RENAME TO desk;`;

const outbox = `
  CREATE TABLE outbox_wider (
    id INTEGER PRIMARY KEY,
    lane TEXT NOT NULL CHECK (lane IN ('fiscal', 'wallet', 'print', 'ask', 'match', 'refund')),
    kind TEXT NOT NULL CHECK (kind IN ('fiscal-open', 'fiscal-sale', 'fiscal-refund', 'fiscal-close', 'wallet-confirm', 'print', 'ask', 'match', 'deliver', 'refund-payment')),
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

/**
 * A sale may be given back in parts: each refund names its lines, has a fiscal document of its own, and owes money back through
 * the tenders that paid. The old table held whole refunds only; they keep their ids, and every line of their sale.
 */
const refunds = `
  CREATE TABLE refund_wider (
    id TEXT PRIMARY KEY,
    sale_id TEXT NOT NULL REFERENCES sale (id),
    shift_id TEXT NOT NULL REFERENCES shift (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    approved_by TEXT NOT NULL REFERENCES staff (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    cash INTEGER NOT NULL DEFAULT 0 CHECK (cash BETWEEN 0 AND amount),
    at INTEGER NOT NULL,
    business_date TEXT NOT NULL
  ) STRICT;
  INSERT INTO refund_wider (id, sale_id, shift_id, staff_id, approved_by, amount, cash, at, business_date)
    SELECT id, sale_id, shift_id, staff_id, approved_by, amount,
      (SELECT coalesce(sum(t.amount), 0) FROM tender t WHERE t.sale_id = refund.sale_id AND t.kind = 'cash'), at, business_date FROM refund;
  DROP TABLE refund;
  ALTER TABLE refund_wider RENAME TO refund;
  CREATE INDEX refund_by_shift ON refund (shift_id);
  CREATE INDEX refund_by_sale ON refund (sale_id);
  ${appendOnly('refund')}

  CREATE TABLE refund_line (
    refund_id TEXT NOT NULL REFERENCES refund (id),
    line_id TEXT NOT NULL REFERENCES line (id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    discount INTEGER NOT NULL DEFAULT 0 CHECK (discount >= 0),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    vat INTEGER NOT NULL CHECK (vat >= 0),
    PRIMARY KEY (refund_id, line_id)
  ) STRICT;
  INSERT INTO refund_line (refund_id, line_id, quantity, discount, amount, vat)
    SELECT r.id, l.id, l.quantity, l.discount, (l.price * l.quantity + 500) / 1000 - l.discount,
      coalesce((2 * ((l.price * l.quantity + 500) / 1000 - l.discount) * l.vat_percent + 100 + l.vat_percent) / (2 * (100 + l.vat_percent)), 0)
    FROM refund r JOIN line l ON l.sale_id = r.sale_id WHERE l.removed_at IS NULL;
  ${appendOnly('refund_line')}

  CREATE TABLE refund_payment (
    id TEXT PRIMARY KEY,
    refund_id TEXT NOT NULL REFERENCES refund (id),
    attempt_id TEXT NOT NULL REFERENCES attempt (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    charged_amount INTEGER NOT NULL CHECK (charged_amount > 0),
    charged_currency TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'accepted', 'in-doubt', 'returned', 'refused', 'closed-by-manager')),
    reason TEXT,
    message TEXT,
    provider_refund_id TEXT,
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    ended_at INTEGER,
    manager_since INTEGER,
    evidence TEXT,
    closed_by TEXT REFERENCES staff (id),
    CHECK (state <> 'closed-by-manager' OR (evidence IS NOT NULL AND closed_by IS NOT NULL))
  ) STRICT;
  CREATE INDEX refund_payment_by_refund ON refund_payment (refund_id);
  CREATE INDEX refund_payment_by_attempt ON refund_payment (attempt_id);
  CREATE INDEX refund_payment_open ON refund_payment (state) WHERE state NOT IN ('returned', 'closed-by-manager');
  CREATE TRIGGER refund_payment_is_not_deleted BEFORE DELETE ON refund_payment BEGIN SELECT RAISE(ABORT, 'refund payments are never deleted'); END;
  CREATE TRIGGER refund_payment_keeps_its_money BEFORE UPDATE OF refund_id, attempt_id, amount, charged_amount, charged_currency ON refund_payment
    BEGIN SELECT RAISE(ABORT, 'the amount of a refund payment is frozen'); END;

  CREATE TABLE refund_payment_event (
    id INTEGER PRIMARY KEY,
    refund_payment_id TEXT NOT NULL REFERENCES refund_payment (id),
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE INDEX refund_payment_event_by_payment ON refund_payment_event (refund_payment_id);
  ${appendOnly('refund_payment_event')}

  ALTER TABLE fiscal_document ADD COLUMN refund_id TEXT REFERENCES refund (id);
  DROP TRIGGER registered_document_is_not_changed;
  UPDATE fiscal_document SET refund_id = (SELECT r.id FROM refund r WHERE r.sale_id = fiscal_document.sale_id) WHERE operation = 'refund';
  CREATE TRIGGER registered_document_is_not_changed BEFORE UPDATE ON fiscal_document WHEN old.state = 'registered'
    BEGIN SELECT RAISE(ABORT, 'a registered fiscal document is never edited'); END;
  DROP INDEX one_refund_document;
  CREATE UNIQUE INDEX one_refund_document ON fiscal_document (refund_id) WHERE refund_id IS NOT NULL;`;

/** Completed sales are looked for by their goods; a sale's id grows with time, so the newest stand at the end. */
const history = `
  CREATE INDEX line_by_code ON line (code, sale_id);`;

/** Payme's transactions against our links (Merchant API): `time` is Payme's own, the others are ours, all in ms. */
const payme = `
  CREATE TABLE payme_transaction (
    id TEXT PRIMARY KEY,
    payme_id TEXT NOT NULL UNIQUE,
    attempt_id TEXT NOT NULL REFERENCES attempt (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    time INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK (state IN (1, 2, -1, -2)),
    create_time INTEGER NOT NULL,
    perform_time INTEGER NOT NULL DEFAULT 0,
    cancel_time INTEGER NOT NULL DEFAULT 0,
    reason INTEGER,
    fiscal_perform TEXT CHECK (json_valid(fiscal_perform)),
    fiscal_cancel TEXT CHECK (json_valid(fiscal_cancel)),
    CHECK ((state IN (2, -2)) = (perform_time > 0)),
    CHECK ((state < 0) = (cancel_time > 0))
  ) STRICT;
  CREATE INDEX payme_transaction_by_time ON payme_transaction (time);
  CREATE INDEX payme_transaction_by_attempt ON payme_transaction (attempt_id);
  CREATE UNIQUE INDEX one_open_payme_transaction ON payme_transaction (attempt_id) WHERE state > 0;`;

/** UzQR has no key against giving back twice: what was asked to go back is known before it leaves, and after any restart. */
const sentRefunds = `
  CREATE TABLE sent_refund (
    payment_id TEXT PRIMARY KEY,
    refund_id TEXT,
    at INTEGER NOT NULL
  ) STRICT;`;

/** What reached the listener: the newest rows only, never a body, never a secret. */
const callers = `
  CREATE TABLE incoming_call (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    route TEXT NOT NULL,
    ip TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused')),
    reason TEXT NOT NULL,
    subject TEXT
  ) STRICT;`;

/** Checkouts, refunds in parts, Payme's own calls, and the listener's memory. */
export const checkout: Migration = {
  version: 3,
  name: '0003-checkout',
  up: (db) => void db.exec([attempts, desk, outbox, refunds, history, payme, sentRefunds, callers].join('\n')),
};
