import type { Language } from '../domain/language.ts';
import type { Db } from './database.ts';
import { all, one, run } from './statement.ts';

export type StaffRow = {
  id: string;
  name: string;
  role: 'cashier' | 'manager';
  pinHash: string;
  language: Language;
  failedPins: number;
  lockedUntil: number | null;
};

const columns = `id, name, role, pin_hash AS pinHash, language, failed_pins AS failedPins, locked_until AS lockedUntil`;

/** Everyone who may sign in, cashiers first, by name. */
export function listStaff(db: Db): StaffRow[] {
  return all(db, `SELECT ${columns} FROM staff ORDER BY role, name`);
}

/** One person by id, or undefined. */
export function findStaff(db: Db, id: string): StaffRow | undefined {
  return one(db, `SELECT ${columns} FROM staff WHERE id = ?`, id);
}

/** Adds a person; the PIN arrives hashed (scrypt), never in clear. */
export function insertStaff(db: Db, staff: Omit<StaffRow, 'failedPins' | 'lockedUntil'>): void {
  run(
    db,
    'INSERT INTO staff (id, name, role, pin_hash, language) VALUES (?, ?, ?, ?, ?)',
    staff.id,
    staff.name,
    staff.role,
    staff.pinHash,
    staff.language,
  );
}

/** Keeps how many wrong PINs came in a row and until when (ms) the person is locked out. */
export function setPinFailures(db: Db, id: string, failures: number, lockedUntil: number | null): void {
  run(db, 'UPDATE staff SET failed_pins = ?, locked_until = ? WHERE id = ?', failures, lockedUntil, id);
}

/** The screen language goes with the person, not with the till. */
export function setStaffLanguage(db: Db, id: string, language: StaffRow['language']): void {
  run(db, 'UPDATE staff SET language = ? WHERE id = ?', language, id);
}
