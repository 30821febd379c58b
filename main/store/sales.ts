import type { Tiyin } from '../domain/money.ts';
import type { AttemptState } from '../domain/attempt.ts';
import type { SaleState } from '../domain/sale.ts';
import type { Db } from './database.ts';
import { all, one, run } from './statement.ts';

export type SaleRow = {
  id: string;
  number: number;
  shiftId: string;
  staffId: string;
  state: SaleState;
  parked: number;
  currency: string;
  total: Tiyin;
  openedAt: number;
  endedAt: number | null;
  businessDate: string;
};

const columns = `id, number, shift_id AS shiftId, staff_id AS staffId, state, parked, currency, total, opened_at AS openedAt,
  ended_at AS endedAt, business_date AS businessDate`;

/** The sale on the counter: open or tendering and not put aside (a unique index allows one). */
export function currentSale(db: Db): SaleRow | undefined {
  return one(db, `SELECT ${columns} FROM sale WHERE parked = 0 AND state IN ('open', 'tendering')`);
}

/** A sale by id. */
export function findSale(db: Db, id: string): SaleRow | undefined {
  return one(db, `SELECT ${columns} FROM sale WHERE id = ?`, id);
}

/** The sale completed last, for "reprint the last receipt". */
export function lastCompletedSale(db: Db): SaleRow | undefined {
  return one(db, `SELECT ${columns} FROM sale WHERE state = 'completed' ORDER BY ended_at DESC, number DESC LIMIT 1`);
}

/** True when a sale was ever completed here. */
export function anySaleCompleted(db: Db): boolean {
  return one(db, `SELECT 1 FROM sale WHERE state = 'completed' LIMIT 1`) !== undefined;
}

export type ParkedRow = Pick<SaleRow, 'id' | 'number' | 'total' | 'openedAt'> & {
  lines: number;
  attempt: AttemptState | null;
  standing: number;
  released: number;
};

/** Sales put aside, oldest first, with what a list shows of them: one query, for there may be hundreds after a long outage. */
export function parkedRows(db: Db): ParkedRow[] {
  return all(
    db,
    `SELECT id, number, total, opened_at AS openedAt,
       (SELECT count(*) FROM line WHERE sale_id = sale.id AND removed_at IS NULL) AS lines,
       (SELECT state FROM attempt WHERE sale_id = sale.id ORDER BY created_at DESC, id DESC LIMIT 1) AS attempt,
       coalesce((SELECT state = 'sending' AND EXISTS (SELECT 1 FROM checkout WHERE attempt_id = attempt.id) FROM attempt
         WHERE sale_id = sale.id ORDER BY created_at DESC, id DESC LIMIT 1), 0) AS standing,
       EXISTS (SELECT 1 FROM release WHERE sale_id = sale.id) AS released
     FROM sale WHERE parked = 1 ORDER BY opened_at`,
  );
}

/** All sales in order of their numbers, for the journal. */
export function listSales(db: Db): SaleRow[] {
  return all(db, `SELECT ${columns} FROM sale ORDER BY number`);
}

/** Starts a sale with the next number; numbers are never reused. */
export function insertSale(
  db: Db,
  sale: Pick<SaleRow, 'id' | 'shiftId' | 'staffId' | 'currency' | 'openedAt' | 'businessDate'>,
): void {
  run(
    db,
    `INSERT INTO sale (id, number, shift_id, staff_id, state, currency, opened_at, business_date)
     VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM sale), ?, ?, 'open', ?, ?, ?)`,
    sale.id,
    sale.shiftId,
    sale.staffId,
    sale.currency,
    sale.openedAt,
    sale.businessDate,
  );
}

/** Keeps the total in tiyin beside the sale, so that lists need not add up lines. */
export function setSaleTotal(db: Db, id: string, total: Tiyin): void {
  run(db, 'UPDATE sale SET total = ? WHERE id = ?', total, id);
}

/** Notes who takes the money: often not who scanned the goods. */
export function setSaleStaff(db: Db, id: string, staffId: string): void {
  run(db, 'UPDATE sale SET staff_id = ? WHERE id = ?', staffId, id);
}

/** Moves a sale between `open` and `tendering`. */
export function setSaleState(db: Db, id: string, state: 'open' | 'tendering'): void {
  run(db, 'UPDATE sale SET state = ? WHERE id = ?', state, id);
}

/** Ends a sale for good, in the shift that is open now: a sale put aside may outlive the shift it began in. */
export function endSale(
  db: Db,
  id: string,
  end: { state: 'completed' | 'voided'; at: number; shiftId: string; businessDate: string },
): void {
  run(
    db,
    'UPDATE sale SET state = ?, ended_at = ?, shift_id = ?, business_date = ?, parked = 0 WHERE id = ?',
    end.state,
    end.at,
    end.shiftId,
    end.businessDate,
    id,
  );
}

/** Puts a sale aside (1) or back on the counter (0). */
export function setParked(db: Db, id: string, parked: 0 | 1): void {
  run(db, 'UPDATE sale SET parked = ? WHERE id = ?', parked, id);
}
