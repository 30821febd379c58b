import type { Db } from '../../main/store/database.ts';

/** A stretch of history: `sales` completed sales in one shift, one a minute, the last just before `until` (ms). */
export type Stretch = { sales: number; shiftId: string; staffId: string; until: number };

const salesAShift = 1000;
const minute = 60_000;

/**
 * Gives the till a past of `sales` completed sales in closed shifts of a thousand, straight into the tables, with
 * everything a sale leaves behind. Only the hashes of the journal are invented: nothing measured walks the chain.
 */
export function writePast(db: Db, sales: number, until: number): void {
  const staffId = theFirst(db, 'SELECT id FROM staff ORDER BY name');
  const shifts = Math.ceil(sales / salesAShift);
  unguarded(db, () => {
    for (let shift = 0; shift < shifts; shift += 1) {
      const count = Math.min(salesAShift, sales - shift * salesAShift);
      const closedAt = until - (shifts - 1 - shift) * (salesAShift + 1) * minute;
      const shiftId = insertShift(db, staffId, closedAt);
      insertSales(db, { sales: count, shiftId, staffId, until: closedAt });
    }
  });
}

/** Adds completed sales to the shift that is open now. */
export function fillOpenShift(db: Db, sales: number, until: number): void {
  const shiftId = theFirst(db, `SELECT id FROM shift WHERE state = 'open'`);
  const staffId = theFirst(db, 'SELECT opened_by FROM shift WHERE id = ?', shiftId);
  unguarded(db, () => insertSales(db, { sales, shiftId, staffId, until }));
}

/** History is written without waiting for the disk, and lines before their sale, because lines of finished sales are frozen. */
function unguarded(db: Db, work: () => void): void {
  for (const line of ['foreign_keys = OFF', 'synchronous = OFF', 'cache_size = -200000']) db.pragma(line);
  db.transaction(work).immediate();
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function theFirst(db: Db, sql: string, ...args: string[]): string {
  return String(
    db
      .prepare(sql)
      .pluck()
      .get(...args),
  );
}

function insertShift(db: Db, staffId: string, closedAt: number): string {
  const number = 1 + Number(theFirst(db, 'SELECT coalesce(max(number), 0) FROM shift'));
  const id = `past-shift-${String(number).padStart(25, '0')}`;
  db.prepare(
    `INSERT INTO shift (id, number, state, opened_at, opened_by, float, closed_at, closed_by, expected_cash, counted_cash,
       fiscal_z, fiscal_closed)
     VALUES (@id, @number, 'closed', @openedAt, @staffId, 0, @closedAt, @staffId, 0, 0, @number, 1)`,
  ).run({ id, number, staffId, openedAt: closedAt - salesAShift * minute, closedAt });
  return id;
}

function insertSales(db: Db, stretch: Stretch): void {
  const before = Number(theFirst(db, 'SELECT coalesce(max(number), 0) FROM sale'));
  db.exec(stretchTable);
  db.prepare(fillStretch).run({ ...stretch, before });
  for (const sql of history) db.prepare(sql).run();
}

/** Ids are as long as real ones (36 characters), in the order of time as real ones are. */
const idOf = (what: string): string => `printf('${what}-%0${35 - what.length}d', n)`;

const stretchTable = `
  CREATE TEMP TABLE IF NOT EXISTS stretch (
    n INTEGER PRIMARY KEY, sale TEXT, shift TEXT, staff TEXT, at INTEGER, wallet INTEGER, total INTEGER
  );
  DELETE FROM stretch;`;

const fillStretch = `
  WITH RECURSIVE counted (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM counted WHERE k < @sales),
    numbered AS (SELECT @before + k AS n, @until - (@sales - k + 1) * ${minute} AS at FROM counted)
  INSERT INTO stretch (n, sale, shift, staff, at, wallet)
  SELECT n, ${idOf('sale')}, @shiftId, @staffId, at, n % 3 = 0 FROM numbered`;

const lineJson = `json_group_array(json_object('name', name, 'code', code, 'ikpu', ikpu, 'unit', unit, 'price', price,
  'quantity', quantity, 'discount', 0, 'total', price, 'vat', price * 12 / 112, 'vatPercent', 12))`;

/** Every sale has three lines out of the catalogue; every third was paid with a customer's code, the others in cash. */
const history = [
  `INSERT INTO line (id, sale_id, position, code, name, unit, ikpu, package_code, vat_percent, price, quantity, weighed,
     cashless_only)
   SELECT printf('line-%030d', 3 * n + column1), sale, column1, printf('%013d', item.id), name, unit, ikpu,
     package_code, vat_percent, price, 1000, weighed, cashless_only
   FROM stretch, (VALUES (1), (2), (3))
   JOIN item ON item.id = 1 + (n * 7919 + column1 * 104729) % (SELECT max(id) FROM item)`,
  `UPDATE stretch SET total = (SELECT sum(price) FROM line WHERE sale_id = sale)`,
  `INSERT INTO sale (id, number, shift_id, staff_id, state, currency, total, opened_at, ended_at, business_date)
   SELECT sale, n, shift, staff, 'completed', 'UZS', total, at - 30000, at, date(at / 1000, 'unixepoch') FROM stretch`,
  `INSERT INTO attempt (id, sale_id, kind, provider, amount, currency, state, code_hash, code_expires_at, created_at,
     sent_at, ended_at, provider_payment_id, transaction_id, kkm_id, device_id, client_phone)
   SELECT ${idOf('attempt')}, sale, 'payme-go', 'fbox', total, 'UZS', 'paid', lower(hex(randomblob(32))), at, at - 900,
     at - 890, at, printf('%024x', n), ${idOf('wallet')}, '00000011', '00000011', '998900000000'
   FROM stretch WHERE wallet`,
  `INSERT INTO attempt_event (attempt_id, at, state)
   SELECT ${idOf('attempt')}, at, column1 FROM stretch, (VALUES ('queued'), ('sending'), ('paid')) WHERE wallet`,
  `INSERT INTO tender (id, sale_id, kind, amount, given, attempt_id, at)
   SELECT ${idOf('tender')}, sale, iif(wallet, 'payme-go', 'cash'), total, iif(wallet, NULL, total),
     iif(wallet, ${idOf('attempt')}, NULL), at FROM stretch`,
  `INSERT INTO cash_movement (id, shift_id, kind, amount, sale_id, staff_id, at)
   SELECT ${idOf('cash')}, shift, 'sale', total, sale, staff, at FROM stretch WHERE NOT wallet`,
  `INSERT INTO fiscal_document (id, sale_id, operation, state, terminal_id, receipt_seq, date_time, fiscal_sign, url,
     created_at, sent_at, box_shift, box_count, registered_at)
   SELECT ${idOf('fiscal')}, sale, 'sale', 'registered', 'ZZ999999999999', n, '20260101120000', printf('%012d', n),
     'https://ofd.soliq.uz/check?t=ZZ999999999999&r=' || n || '&c=20260101120000&s=' || printf('%012d', n), at, at, 1, n, at
   FROM stretch`,
  `INSERT INTO receipt (id, sale_id, document, state, created_at, printed_at)
   SELECT ${idOf('receipt')}, sale, json_object('language', 'uz', 'saleNumber', n, 'at', at, 'total', total, 'shop',
     json_object('name', 'Baraka', 'tin', '123456789', 'address', 'Toshkent, Amir Temur 1'),
     'lines', (SELECT json(${lineJson}) FROM line WHERE sale_id = sale)), 'printed', at, at FROM stretch`,
  `INSERT INTO outbox (lane, kind, subject, state, tries, run_at, created_at, ended_at)
   SELECT 'fiscal', 'fiscal-sale', ${idOf('fiscal')}, 'done', 1, at, at, at FROM stretch
   UNION ALL SELECT 'print', 'print', ${idOf('receipt')}, 'done', 1, at, at, at FROM stretch
   UNION ALL SELECT 'wallet', 'wallet-confirm', ${idOf('attempt')}, 'done', 1, at, at, at FROM stretch WHERE wallet`,
  `INSERT INTO journal_entry (at, type, subject, body, hash)
   SELECT at, 'cash', ${idOf('cash')}, json_object('type', 'cash', 'amount', total, 'sale', sale),
     lower(hex(randomblob(32))) FROM stretch WHERE NOT wallet
   UNION ALL SELECT at, 'sale', sale, json_object('type', 'sale', 'number', n, 'total', total,
     'lines', (SELECT json(${lineJson}) FROM line WHERE sale_id = sale)), lower(hex(randomblob(32))) FROM stretch
   UNION ALL SELECT at, 'fiscal', ${idOf('fiscal')}, json_object('type', 'fiscal', 'sale', sale,
     'url', 'https://ofd.soliq.uz/check?t=ZZ999999999999&r=' || n), lower(hex(randomblob(32))) FROM stretch`,
];
