/**
 * Tables of the catalogue. Money in tiyin; `vat_percent` NULL is "without VAT", which differs from 0.
 * `folded` is the name as `search-fold.ts` folds it; `item_words` indexes it by the beginnings of its words.
 * `item_code.code` is the form for look-up (`normaliseCode`), `printed` the code as it stands on the goods.
 * Sales keep copies of what they sold and point to no item: an import may take goods out of the catalogue.
 */
export const catalogueSchema = `
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL,
  price INTEGER NOT NULL CHECK (price >= 0),
  unit TEXT NOT NULL CHECK (unit <> ''),
  unit_code TEXT,
  vat_percent INTEGER CHECK (vat_percent BETWEEN 0 AND 100),
  ikpu TEXT,
  package_code TEXT,
  weighed INTEGER NOT NULL CHECK (weighed IN (0, 1)),
  marked INTEGER NOT NULL CHECK (marked IN (0, 1)),
  item_group TEXT,
  min_age INTEGER CHECK (min_age > 0),
  cashless_only INTEGER NOT NULL CHECK (cashless_only IN (0, 1))
) STRICT;

CREATE INDEX item_by_folded ON item (folded);

CREATE TABLE item_code (
  code TEXT PRIMARY KEY,
  printed TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 0),
  item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX item_code_by_item ON item_code (item_id, place);
CREATE INDEX item_code_by_printed ON item_code (printed);

CREATE VIRTUAL TABLE item_words USING fts5 (
  folded,
  content = 'item',
  content_rowid = 'id',
  columnsize = 0,
  prefix = '1 2 3',
  tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE quick_key (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  item_id INTEGER NOT NULL UNIQUE REFERENCES item (id) ON DELETE CASCADE
) STRICT;
`;
