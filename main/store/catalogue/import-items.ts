import { normaliseCode } from '../../domain/gtin.ts';
import type { ItemRow } from '../../domain/item.ts';
import { fold } from '../../domain/search-fold.ts';
import type { Db } from '../database.ts';
import { atomically, run } from '../statement.ts';
import { listQuickKeys, setLikelyQuickKeys, setQuickKeys } from './quick-keys.ts';
import type { QuickKey } from './quick-keys.ts';
import { numbering } from './same-goods.ts';

/** `onProgress` hears the number of rows written so far, every few thousand and once at the end. */
export type ImportOptions = { onProgress?: ((done: number, total: number) => void) | undefined };

const progressStep = 5000;

/**
 * Replaces the whole catalogue by `rows` in one SQL transaction: all of them or, on any error, none.
 * Goods that were there before (one of their codes, or the name of goods without a code) keep their number and so their
 * quick key; a shop without quick keys gets likely ones. Throws when two rows share a code or a row breaks a CHECK.
 */
export function importItems(db: Db, rows: readonly ItemRow[], options: ImportOptions = {}): void {
  atomically(db, () => {
    const numberOf = numbering(db);
    const keys = listQuickKeys(db);
    for (const table of ['quick_key', 'item_code', 'item']) run(db, `DELETE FROM ${table}`);
    const written = new Set<number>();
    for (const row of rows) {
      written.add(writeItem(db, numberOf(row), row));
      if (written.size % progressStep === 0) options.onProgress?.(written.size, rows.length);
    }
    run(db, `INSERT INTO item_words (item_words) VALUES ('rebuild')`);
    restoreQuickKeys(
      db,
      keys.filter(({ item }) => written.has(item.id)),
    );
  });
  options.onProgress?.(rows.length, rows.length);
}

const insertItem = `INSERT INTO item (id, name, folded, price, unit, unit_code, vat_percent, ikpu, package_code, weighed,
    marked, item_group, min_age, cashless_only)
  VALUES (@id, @name, @folded, @price, @unit, @unitCode, @vatPercent, @ikpu, @packageCode, @weighed,
    @marked, @group, @minAge, @cashlessOnly)`;

function writeItem(db: Db, id: number, row: ItemRow): number {
  const flags = { weighed: Number(row.weighed), marked: Number(row.marked), cashlessOnly: Number(row.cashlessOnly) };
  run(db, insertItem, { ...row, ...flags, codes: null, id, folded: fold(row.name) });
  const printedByForm = new Map(row.codes.map((code) => [normaliseCode(code), code.trim()]));
  for (const [place, [code, printed]] of [...printedByForm].entries()) {
    run(db, 'INSERT INTO item_code (code, printed, place, item_id) VALUES (?, ?, ?, ?)', code, printed, place, id);
  }
  return id;
}

function restoreQuickKeys(db: Db, keys: readonly QuickKey[]): void {
  if (keys.length === 0) setLikelyQuickKeys(db);
  else
    setQuickKeys(
      db,
      keys.map(({ position, item }) => ({ position, itemId: item.id })),
    );
}
