import { appendOnly, kinds } from './common.ts';

/** Sales with their lines and tenders, and every movement of cash. */
export const sales = `
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
