import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { onePiece, tiyin, zero } from '../../../main/domain/money.ts';
import type { Line } from '../../../main/domain/sale.ts';
import { insertAttempt, moveAttempt } from '../../../main/store/attempt-moves.ts';
import type { NewAttempt } from '../../../main/store/attempt-moves.ts';
import type { AttemptState, PaidFacts } from '../../../main/domain/attempt.ts';
import { openDatabase } from '../../../main/store/database.ts';
import type { Db } from '../../../main/store/database.ts';
import { insertLine } from '../../../main/store/lines.ts';
import { insertSale } from '../../../main/store/sales.ts';
import { insertShift } from '../../../main/store/shifts.ts';
import { insertStaff } from '../../../main/store/staff.ts';

export const morning = Date.UTC(2026, 10, 21, 4, 0, 0);

/** A folder of its own for one test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kassa-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The till's database in a file of its own, closed with the test. */
export function openFile(path = join(newFolder(), 'kassa.db')): Db {
  const opened = openDatabase(path);
  if (!opened.ok) throw new Error(`${opened.fault.code}: ${opened.fault.detail}`);
  onTestFinished(() => void opened.db.close());
  return opened.db;
}

/** A database with Dilnoza, an open shift and sale "sale-1" with one tea on it. */
export function openShopFile(): Db {
  const db = openFile();
  insertStaff(db, { id: 'dilnoza', name: 'Dilnoza', role: 'cashier', pinHash: 'x', language: 'uz' });
  insertShift(db, { id: 'shift-1', openedAt: morning, openedBy: 'dilnoza', float: tiyin(0) });
  startSale(db, 'sale-1');
  insertLine(db, 'sale-1', tea);
  return db;
}

export const tea: Line = {
  id: 'line-1',
  code: '4780000000021',
  name: 'Choy',
  unit: 'dona',
  unitCode: null,
  ikpu: null,
  packageCode: null,
  vatPercent: 12,
  price: tiyin(3_150_000),
  weighed: false,
  minAge: null,
  cashlessOnly: false,
  quantity: onePiece,
  discount: zero,
};

/** Starts a sale of the open shift. */
export function startSale(db: Db, id: string): void {
  const businessDate = '2026-11-21';
  insertSale(db, { id, shiftId: 'shift-1', staffId: 'dilnoza', currency: 'UZS', openedAt: morning, businessDate });
}

/** Writes a queued attempt for a sale. */
export function queueAttempt(db: Db, id: string, part: Partial<NewAttempt> = {}): void {
  insertAttempt(db, {
    id,
    saleId: 'sale-1',
    kind: 'payme-go',
    provider: 'fbox',
    amount: tiyin(3_150_000),
    currency: 'UZS',
    codeCipher: Buffer.from('sealed'),
    codeHash: `hash of ${id}`,
    codeExpiresAt: morning + 20_000,
    createdAt: morning,
    ...part,
  });
}

/** Walks an attempt through `states`, a second apart. */
export function walk(db: Db, id: string, states: readonly AttemptState[], facts = paidWith(`payment of ${id}`)): void {
  states.forEach((state, at) => moveAttempt(db, id, state, { at: morning + (at + 1) * 1000, facts }));
}

/** What a provider says of a payment. */
export function paidWith(providerPaymentId: string): PaidFacts {
  return { providerPaymentId, transactionId: null, kkmId: null, deviceId: null, clientPhone: null };
}
