import { normaliseCode } from '../../domain/gtin.ts';
import type { Item } from '../../domain/item.ts';
import { tiyin } from '../../domain/money.ts';
import { pluForms } from '../../domain/weighed-label.ts';
import type { Db } from '../database.ts';
import { all, one, theOne } from '../statement.ts';

type StoredItem = {
  id: number;
  name: string;
  price: number;
  unit: string;
  unit_code: string | null;
  vat_percent: number | null;
  ikpu: string | null;
  package_code: string | null;
  weighed: number;
  marked: number;
  item_group: string | null;
  min_age: number | null;
  cashless_only: number;
};

const columns = `item.id, name, price, unit, unit_code, vat_percent, ikpu, package_code, weighed, marked, item_group,
  min_age, cashless_only`;

/** The goods with this number, or undefined. */
export function findById(db: Db, id: number): Item | undefined {
  return toItem(db, one<StoredItem>(db, `SELECT ${columns} FROM item WHERE id = ?`, id));
}

/** The goods that carry `code`, in any printed length of a GTIN or the shop's own form, or undefined. */
export function findByCode(db: Db, code: string): Item | undefined {
  const sql = `SELECT ${columns} FROM item_code JOIN item ON item.id = item_code.item_id WHERE code = ?`;
  return toItem(db, one<StoredItem>(db, sql, normaliseCode(code)));
}

/** The weighed goods behind the number on a scale label, with or without its leading zeros, or undefined. */
export function findByPlu(db: Db, plu: string): Item | undefined {
  const found = pluForms(plu).map((form) => findByCode(db, form));
  return found.find((item) => item?.weighed === true);
}

/** How many goods the catalogue holds. */
export function countItems(db: Db): number {
  return theOne<{ items: number }>(db, 'SELECT count(*) AS items FROM item').items;
}

function codesOf(db: Db, id: number): string[] {
  const rows = all<{ printed: string }>(db, 'SELECT printed FROM item_code WHERE item_id = ? ORDER BY place', id);
  return rows.map(({ printed }) => printed);
}

function toItem(db: Db, row: StoredItem | undefined): Item | undefined {
  if (row === undefined) return undefined;
  return {
    id: row.id,
    name: row.name,
    price: tiyin(row.price),
    unit: row.unit,
    unitCode: row.unit_code,
    vatPercent: row.vat_percent,
    ikpu: row.ikpu,
    packageCode: row.package_code,
    weighed: row.weighed === 1,
    marked: row.marked === 1,
    group: row.item_group,
    minAge: row.min_age,
    cashlessOnly: row.cashless_only === 1,
    codes: codesOf(db, row.id),
  };
}
