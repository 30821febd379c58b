import type { Item } from '../../domain/item.ts';
import type { Db } from '../database.ts';
import { all, atomically, run } from '../statement.ts';
import { findByCode, findById } from './find.ts';

/** Goods under one key of the sale screen; positions count from 0, row by row. */
export type QuickKey = { position: number; item: Item };

/** As many as the sale screen shows at once. */
export const mostQuickKeys = 24;

/** The quick keys in their places; empty places are left out. */
export function listQuickKeys(db: Db): QuickKey[] {
  const sql = 'SELECT position, item_id AS id FROM quick_key ORDER BY position';
  return all<{ position: number; id: number }>(db, sql).flatMap(({ position, id }) => {
    const item = findById(db, id);
    return item ? [{ position, item }] : [];
  });
}

/** Replaces all quick keys, or changes nothing and throws when goods do not exist or stand on two keys. */
export function setQuickKeys(db: Db, keys: readonly { position: number; itemId: number }[]): void {
  atomically(db, () => {
    run(db, 'DELETE FROM quick_key');
    for (const { position, itemId } of keys) {
      run(db, 'INSERT INTO quick_key (position, item_id) VALUES (?, ?)', position, itemId);
    }
  });
}

/** Replaces all quick keys by the goods with these codes, in their order; unknown codes leave no gap. */
export function setQuickKeysByCode(db: Db, codes: readonly string[]): void {
  const ids = new Set(codes.flatMap((code) => findByCode(db, code)?.id ?? []));
  setQuickKeys(db, inOrder([...ids]));
}

/** Keys for a shop that chose none: weighed goods first, since they carry no barcode, then goods without any code. */
export function setLikelyQuickKeys(db: Db): void {
  const sql = `SELECT id FROM item
    ORDER BY weighed DESC, NOT EXISTS (SELECT 1 FROM item_code WHERE item_id = item.id) DESC, id
    LIMIT ?`;
  const ids = all<{ id: number }>(db, sql, mostQuickKeys).map(({ id }) => id);
  setQuickKeys(db, inOrder(ids));
}

function inOrder(ids: readonly number[]): { position: number; itemId: number }[] {
  return ids.map((itemId, position) => ({ position, itemId }));
}
