import Database from 'better-sqlite3';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldLog } from '../../../main/store/database.ts';
import type { Db } from '../../../main/store/database.ts';
import { migrate } from '../../../main/store/migrate.ts';
import { migrations } from '../../../main/store/migrations/index.ts';
import { newFolder, openFile } from './shop-file.ts';

const at = 1_795_233_600_000;

/** An invoice of a sale of its own, as the version before kept it; the last two digits of its phones are its number. */
const bill = (db: Db, number: number, state: string, verdict: string | null): void => {
  const [id, phone] = [`a${number}`, `9989012345${number}`];
  db.exec(`
    INSERT INTO sale (id, number, shift_id, staff_id, state, currency, total, opened_at, business_date, parked)
      VALUES ('s${number}', ${number}, 'shift', 'd', 'open', 'UZS', 100, ${at}, '2026-11-21', 1);
    INSERT INTO attempt (id, sale_id, kind, provider, amount, currency, state, created_at, provider_payment_id, client_phone, verdict, evidence, closed_by)
      VALUES ('${id}', 's${number}', 'payme-invoice', 'payme-invoice', 100, 'UZS', '${state}', ${at}, 'p${number}', '${phone}',
        ${verdict === null ? 'NULL' : `'${verdict}'`}, 'seen', 'd');
    INSERT INTO checkout (attempt_id, phone, qr) VALUES ('${id}', '${phone}', 'a QR');`);
};

/** Every way an attempt of the version before could stand: its state, a manager's verdict, and the fiscal document of its sale. */
const rows: [number, string, string | null, 'registered' | 'waiting' | null][] = [
  [11, 'queued', null, null],
  [12, 'sending', null, null],
  [13, 'in-doubt', null, null],
  [14, 'cancelling', null, null],
  [21, 'paid', null, 'waiting'],
  [22, 'paid', null, null],
  [23, 'closed-by-manager', 'taken', 'waiting'],
  [31, 'paid', null, 'registered'],
  [32, 'closed-by-manager', 'taken', 'registered'],
  [33, 'closed-by-manager', 'not-taken', null],
  [34, 'closed-by-manager', 'given-back', null],
  [35, 'declined', null, null],
  [36, 'expired', null, null],
  [37, 'abandoned', null, null],
  [38, 'returned', null, null],
];

/** A file of the version before, closed. */
function fileOfBefore(folder: string): string {
  const path = join(folder, 'kassa.db');
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('foreign_keys = ON');
  migrate(db, migrations, 3);
  db.exec(`
    INSERT INTO staff (id, name, role, pin_hash, language) VALUES ('d', 'Dilnoza', 'cashier', 'x', 'uz');
    INSERT INTO shift (id, number, state, opened_at, opened_by, float) VALUES ('shift', 1, 'open', ${at}, 'd', 0);`);
  for (const [number, state, verdict, document] of rows) {
    bill(db, number, state, verdict);
    if (document === null) continue;
    const word =
      document === 'registered' ? `'ZZ1', '${number}', '2', '3', 'u', ${at}` : 'NULL, NULL, NULL, NULL, NULL, NULL';
    db.exec(`INSERT INTO fiscal_document (id, sale_id, operation, state, terminal_id, receipt_seq, date_time, fiscal_sign, url, registered_at, created_at)
      VALUES ('f${number}', 's${number}', 'sale', '${document}', ${word}, ${at})`);
  }
  db.close();
  return path;
}

const still = (db: Db, column: 'checkout.phone' | 'attempt.client_phone'): unknown[] =>
  db
    .prepare(
      `SELECT substr(${column}, -2) FROM checkout JOIN attempt ON attempt.id = attempt_id WHERE ${column} IS NOT NULL ORDER BY 1`,
    )
    .pluck()
    .all();

test('the next start clears the phones that nothing needs any more, and keeps the others', () => {
  const db = openFile(fileOfBefore(newFolder()));
  expect(still(db, 'checkout.phone')).toEqual(['11', '12', '13', '14']);
  expect(still(db, 'attempt.client_phone')).toEqual(['11', '12', '13', '14', '21', '22', '23']);
  expect(db.prepare('SELECT count(*) FROM checkout WHERE qr IS NOT NULL').pluck().get()).toBe(rows.length);
});

test('what it cleared is in no byte of the folder, and what it kept is', () => {
  const folder = newFolder();
  const db = openFile(fileOfBefore(folder));
  foldLog(db);
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1'));
  const found = rows.map(([number]) => number).filter((number) => bytes.join('').includes(`9989012345${number}`));
  expect(found).toEqual([11, 12, 13, 14, 21, 22, 23]);
});
