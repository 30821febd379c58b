import type { Tiyin } from '../domain/money.ts';
import type { TenderKind } from '../domain/tender.ts';
import type { Db } from './database.ts';
import { all, one } from './statement.ts';
import { tendersOf } from './tenders.ts';

/** A completed sale as a list shows it; `at` (ms) is when it was completed, `refunded` (tiyin) what was given back of it. */
export type PastSaleRow = {
  id: string;
  number: number;
  at: number;
  total: Tiyin;
  lines: number;
  tenders: TenderKind[];
  cashier: string;
  refunded: Tiyin;
};

/** Goods to look for: by their code, and by their name as well where many goods share one (those without any). */
export type SoldGoods = { code: string; name: string | null };

const select = `SELECT sale.id, number, ended_at AS at, total, staff.name AS cashier,
    (SELECT count(*) FROM line WHERE line.sale_id = sale.id AND removed_at IS NULL) AS lines,
    (SELECT coalesce(sum(amount), 0) FROM refund WHERE refund.sale_id = sale.id) AS refunded
  FROM sale JOIN staff ON staff.id = sale.staff_id`;
const newestFirst = 'ORDER BY ended_at DESC, number DESC';

type FlatSale = Omit<PastSaleRow, 'tenders'>;

/** The newest completed sales that ended before `before` (ms), at most `limit`. */
export function pastSalesOf(db: Db, before: number, limit: number): PastSaleRow[] {
  const sql = `${select} WHERE sale.state = 'completed' AND ended_at < ? ${newestFirst} LIMIT ?`;
  return all<FlatSale>(db, sql, before, limit).map((row) => withTenders(db, row));
}

/** A completed sale by its id. */
export function pastSaleById(db: Db, id: string): PastSaleRow | undefined {
  const row = one<FlatSale>(db, `${select} WHERE sale.state = 'completed' AND sale.id = ?`, id);
  return row && withTenders(db, row);
}

/** A completed sale by the number on its receipt. */
export function pastSaleByNumber(db: Db, number: number): PastSaleRow | undefined {
  const row = one<FlatSale>(db, `${select} WHERE sale.state = 'completed' AND number = ?`, number);
  return row && withTenders(db, row);
}

/**
 * The newest completed sales with any of these goods that ended before `before` (ms), at most `limit`. Ids of sales grow with
 * time, so each code gives its newest from the end of its index, whether it was sold ten times or every minute.
 */
export function pastSalesWith(db: Db, goods: readonly SoldGoods[], before: number, limit: number): PastSaleRow[] {
  const found = new Set(goods.flatMap((item) => salesWith(db, item, before, limit)));
  const sql = `${select} WHERE sale.id IN (SELECT value FROM json_each(?)) ${newestFirst} LIMIT ?`;
  return all<FlatSale>(db, sql, JSON.stringify([...found]), limit).map((row) => withTenders(db, row));
}

function salesWith(db: Db, { code, name }: SoldGoods, before: number, limit: number): string[] {
  const rows = all<{ id: string }>(
    db,
    `SELECT DISTINCT line.sale_id AS id FROM line CROSS JOIN sale ON sale.id = line.sale_id
     WHERE line.code = ? AND (? IS NULL OR line.name = ?) AND line.removed_at IS NULL AND sale.state = 'completed' AND ended_at < ?
     ORDER BY line.sale_id DESC LIMIT ?`,
    code,
    name,
    name,
    before,
    limit,
  );
  return rows.map(({ id }) => id);
}

function withTenders(db: Db, row: FlatSale): PastSaleRow {
  return { ...row, tenders: [...new Set(tendersOf(db, row.id).map(({ kind }) => kind))] };
}
