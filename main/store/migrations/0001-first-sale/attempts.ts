import { appendOnly, kinds } from './common.ts';

const attemptStates = `('queued', 'sending', 'paid', 'declined', 'expired', 'in-doubt', 'cancelling', 'returned', 'abandoned', 'closed-by-manager')`;

/** The code may stand on disk only while nothing has been sent: a killed till then cannot send it twice. */
export const attempts = `
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
