import type { Thousandths } from '../domain/money.ts';
import type { Line } from '../domain/sale.ts';
import type { Db } from './database.ts';
import { all, run } from './statement.ts';

type LineRow = Omit<Line, 'weighed' | 'cashlessOnly'> & { weighed: number; cashlessOnly: number };

/** The lines of a sale in scanning order, without removed ones. */
export function linesOf(db: Db, saleId: string): Line[] {
  const rows = all<LineRow>(
    db,
    `SELECT id, code, name, unit, unit_code AS unitCode, ikpu, package_code AS packageCode, vat_percent AS vatPercent, price,
       quantity, discount, weighed, min_age AS minAge, cashless_only AS cashlessOnly
     FROM line WHERE sale_id = ? AND removed_at IS NULL ORDER BY position`,
    saleId,
  );
  return rows.map((row) => ({ ...row, weighed: row.weighed === 1, cashlessOnly: row.cashlessOnly === 1 }));
}

/** Adds a line at the end of an open sale; a trigger refuses it once the lines are frozen. */
export function insertLine(db: Db, saleId: string, line: Line): void {
  run(
    db,
    `INSERT INTO line (id, sale_id, position, code, name, unit, unit_code, ikpu, package_code, vat_percent, price, quantity,
       discount, weighed, min_age, cashless_only)
     VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM line WHERE sale_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    line.id,
    saleId,
    saleId,
    line.code,
    line.name,
    line.unit,
    line.unitCode,
    line.ikpu,
    line.packageCode,
    line.vatPercent,
    line.price,
    line.quantity,
    line.discount,
    Number(line.weighed),
    line.minAge,
    Number(line.cashlessOnly),
  );
}

/** Sets the quantity of a line, in thousandths. */
export function setLineQuantity(db: Db, lineId: string, quantity: Thousandths): void {
  run(db, 'UPDATE line SET quantity = ? WHERE id = ?', quantity, lineId);
}

/** Takes a line off the sale; its row stays for the audit. */
export function removeLineRow(db: Db, lineId: string, at: number): void {
  run(db, 'UPDATE line SET removed_at = ? WHERE id = ?', at, lineId);
}
