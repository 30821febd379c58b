import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { ItemRow } from '../../../../main/domain/item.ts';
import { tiyin } from '../../../../main/domain/money.ts';
import { catalogueSchema } from '../../../../main/store/catalogue/schema.ts';
import type { Db } from '../../../../main/store/database.ts';

/** An empty catalogue in a real file, opened with the till's own settings, gone when the test ends. */
export function emptyCatalogue(): Db {
  const folder = mkdtempSync(join(tmpdir(), 'kassa-catalogue-'));
  const db = new Database(join(folder, 'kassa.db'));
  for (const line of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'trusted_schema = OFF',
    'secure_delete = ON',
  ]) {
    db.pragma(line);
  }
  db.exec(catalogueSchema);
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });
  return db;
}

/** Plain goods: 1,000 sums a piece, 12 % VAT, no codes. */
export function goods(name: string, given: Partial<ItemRow> = {}): ItemRow {
  return {
    name,
    price: tiyin(100_000),
    unit: 'dona',
    unitCode: null,
    vatPercent: 12,
    ikpu: null,
    packageCode: null,
    weighed: false,
    marked: false,
    group: null,
    minAge: null,
    cashlessOnly: false,
    codes: [],
    ...given,
  };
}
