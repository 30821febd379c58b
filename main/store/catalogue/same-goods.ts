import { normaliseCode } from '../../domain/gtin.ts';
import type { ItemRow } from '../../domain/item.ts';
import type { Db } from '../database.ts';
import { all, theOne } from '../statement.ts';

/**
 * Numbers the rows of an import, asked before the old catalogue goes: goods that were there before keep their number,
 * others get one that no goods of the old catalogue had. No number is given twice.
 */
export function numbering(db: Db): (row: ItemRow) => number {
  const known = knownNumbers(db);
  const given = new Set<number>();
  let next = 1 + theOne<{ id: number }>(db, 'SELECT ifnull(max(id), 0) AS id FROM item').id;
  return (row) => {
    const before = keysOf(row).map((key) => known.get(key));
    const id = before.find((number) => number !== undefined && !given.has(number)) ?? next++;
    given.add(id);
    return id;
  };
}

/** What goods are recognised by: any of their codes, or their name if they have none. */
function keysOf(row: Pick<ItemRow, 'codes' | 'name'>): string[] {
  return row.codes.length > 0 ? row.codes.map((code) => `code ${normaliseCode(code)}`) : [`name ${row.name}`];
}

function knownNumbers(db: Db): Map<string, number> {
  const sql = `SELECT 'code ' || code AS key, item_id AS id FROM item_code
    UNION ALL
    SELECT 'name ' || name, id FROM item WHERE NOT EXISTS (SELECT 1 FROM item_code WHERE item_id = item.id)`;
  return new Map(all<{ key: string; id: number }>(db, sql).map(({ key, id }) => [key, id]));
}
