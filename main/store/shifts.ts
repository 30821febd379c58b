import type { Tiyin } from '../domain/money.ts';
import type { Db } from './database.ts';
import { all, one, run, theOne } from './statement.ts';

export type ShiftRow = {
  id: string;
  number: number;
  state: 'open' | 'closed';
  openedAt: number;
  openedBy: string;
  float: Tiyin;
  closedAt: number | null;
  closedBy: string | null;
  expectedCash: Tiyin | null;
  countedCash: Tiyin | null;
  fiscalZ: number | null;
  fiscalClosed: number;
  /** The figures of the Z report as JSON, as they were when the shift was closed. */
  figures: string | null;
};

export type CashKind = 'float' | 'sale' | 'refund' | 'paid-in' | 'paid-out';
export type CashRow = {
  id: string;
  shiftId: string;
  kind: CashKind;
  amount: Tiyin;
  saleId: string | null;
  staffId: string;
  at: number;
};

const columns = `id, number, state, opened_at AS openedAt, opened_by AS openedBy, float, closed_at AS closedAt, closed_by AS closedBy,
  expected_cash AS expectedCash, counted_cash AS countedCash, fiscal_z AS fiscalZ, fiscal_closed AS fiscalClosed, figures`;
const cashColumns = 'id, shift_id AS shiftId, kind, amount, sale_id AS saleId, staff_id AS staffId, at';

/** The shift that is open on this register, if any (a unique index allows one). */
export function openShiftRow(db: Db): ShiftRow | undefined {
  return one(db, `SELECT ${columns} FROM shift WHERE state = 'open'`);
}

/** The shift closed last, if any. */
export function lastClosedShift(db: Db): ShiftRow | undefined {
  return one(db, `SELECT ${columns} FROM shift WHERE state = 'closed' ORDER BY number DESC LIMIT 1`);
}

/** A shift by id. */
export function findShift(db: Db, id: string): ShiftRow | undefined {
  return one(db, `SELECT ${columns} FROM shift WHERE id = ?`, id);
}

/** All shifts, oldest first, for the journal. */
export function listShifts(db: Db): ShiftRow[] {
  return all(db, `SELECT ${columns} FROM shift ORDER BY number`);
}

/** Opens shift `number` with a counted float in tiyin. */
export function insertShift(db: Db, shift: Pick<ShiftRow, 'id' | 'openedAt' | 'openedBy' | 'float'>): void {
  run(
    db,
    `INSERT INTO shift (id, number, state, opened_at, opened_by, float)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM shift), 'open', ?, ?, ?)`,
    shift.id,
    shift.openedAt,
    shift.openedBy,
    shift.float,
  );
}

/** Closes a shift with what was expected and what was counted, both in tiyin. */
export function closeShiftRow(
  db: Db,
  id: string,
  closing: { at: number; by: string; expected: Tiyin; counted: Tiyin },
): void {
  run(
    db,
    `UPDATE shift SET state = 'closed', closed_at = ?, closed_by = ?, expected_cash = ?, counted_cash = ? WHERE id = ?`,
    closing.at,
    closing.by,
    closing.expected,
    closing.counted,
    id,
  );
}

/** Keeps the figures of a shift's Z report as they were at its closing. */
export function setFigures(db: Db, id: string, figures: string): void {
  run(db, 'UPDATE shift SET figures = ? WHERE id = ?', figures, id);
}

/** Notes the number of the box's open shift before it is closed there: afterwards the box counts the next one. */
export function setFiscalZ(db: Db, id: string, z: number | null): void {
  run(db, 'UPDATE shift SET fiscal_z = ? WHERE id = ?', z, id);
}

/** Notes that the fiscal box has closed its own shift. */
export function setFiscalClosed(db: Db, id: string): void {
  run(db, 'UPDATE shift SET fiscal_closed = 1 WHERE id = ?', id);
}

/** Books cash into or out of the drawer, in tiyin; rows are never changed. */
export function insertCash(db: Db, cash: CashRow): void {
  run(
    db,
    'INSERT INTO cash_movement (id, shift_id, kind, amount, sale_id, staff_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    cash.id,
    cash.shiftId,
    cash.kind,
    cash.amount,
    cash.saleId,
    cash.staffId,
    cash.at,
  );
}

/** All cash movements, oldest first. */
export function listCash(db: Db): CashRow[] {
  return all(db, `SELECT ${cashColumns} FROM cash_movement ORDER BY at, id`);
}

/** What should lie in the drawer of a shift, in tiyin. */
export function drawerCash(db: Db, shiftId: string): Tiyin {
  return theOne<{ sum: Tiyin }>(
    db,
    'SELECT coalesce(sum(amount), 0) AS sum FROM cash_movement WHERE shift_id = ?',
    shiftId,
  ).sum;
}
