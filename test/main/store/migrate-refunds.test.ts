import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import { fiscalOfRefund } from '../../../main/store/fiscal-documents.ts';
import { migrate } from '../../../main/store/migrate.ts';
import { migrations } from '../../../main/store/migrations/index.ts';
import { findRefundPayment, refundPaymentHistory } from '../../../main/store/refund-payments.ts';
import { linesGivenBack, refundsOfSale } from '../../../main/store/refunds.ts';
import { newFolder } from './shop-file.ts';

/** A file of the version before, with a sale of two lines that was given back whole: in cash, and registered. */
function fileOfBefore(): Db {
  const db = new Database(join(newFolder(), 'kassa.db'));
  onTestFinished(() => void db.close());
  db.pragma('foreign_keys = ON');
  migrate(db, migrations, 2);
  const at = 1_795_233_600_000;
  db.exec(`
    INSERT INTO staff (id, name, role, pin_hash, language) VALUES ('d', 'Dilnoza', 'cashier', 'x', 'uz');
    INSERT INTO shift (id, number, state, opened_at, opened_by, float) VALUES ('shift', 1, 'open', ${at}, 'd', 0);
    INSERT INTO sale (id, number, shift_id, staff_id, state, currency, total, opened_at, business_date)
      VALUES ('sale', 1, 'shift', 'd', 'open', 'UZS', 861585, ${at}, '2026-11-21');
    INSERT INTO line (id, sale_id, position, code, name, unit, vat_percent, price, quantity, discount, weighed, cashless_only, removed_at)
      VALUES ('bread', 'sale', 1, '1', 'Non', 'dona', NULL, 400000, 1000, 0, 0, 0, NULL),
        ('cucumber', 'sale', 2, '2', 'Bodring', 'kg', 12, 1234500, 333, 1000, 1, 0, NULL),
        ('gone', 'sale', 3, '3', 'Choy', 'dona', 12, 100, 1000, 0, 0, 0, ${at});
    INSERT INTO tender (id, sale_id, kind, amount, given, at) VALUES ('t', 'sale', 'cash', 810089, 900000, ${at});
    UPDATE sale SET state = 'completed', ended_at = ${at};
    INSERT INTO refund (id, sale_id, shift_id, staff_id, approved_by, amount, at, business_date)
      VALUES ('r', 'sale', 'shift', 'd', 'd', 810089, ${at}, '2026-11-21');
    INSERT INTO fiscal_document (id, sale_id, operation, state, terminal_id, receipt_seq, date_time, fiscal_sign, url, created_at, registered_at)
      VALUES ('f1', 'sale', 'sale', 'registered', 'ZZ1', '1', '2', '3', 'u', ${at}, ${at}), ('f2', 'sale', 'refund', 'registered', 'ZZ1', '2', '2', '3', 'u', ${at}, ${at});`);
  return db;
}

test('refunds of the version before keep their rows, and get the lines, the cash and the document they meant', () => {
  const db = fileOfBefore();
  migrate(db, migrations);
  expect(refundsOfSale(db, 'sale')).toMatchObject([{ id: 'r', amount: 810_089, cash: 810_089 }]);
  expect(linesGivenBack(db, 'sale')).toEqual([
    { lineId: 'bread', quantity: 1000, discount: 0, amount: 400_000, vat: 0 },
    { lineId: 'cucumber', quantity: 333, discount: 1000, amount: 410_089, vat: 43_938 },
  ]);
  expect(fiscalOfRefund(db, 'r')?.id).toBe('f2');
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

test('rows that were history before are history after', () => {
  const db = fileOfBefore();
  migrate(db, migrations);
  expect(() => db.exec('UPDATE refund SET amount = 1')).toThrow(/append-only/);
  expect(() => db.exec(`UPDATE fiscal_document SET reason = 'x' WHERE id = 'f2'`)).toThrow(/never edited/);
});

/** A file of the version before refunds had a baseline, with refund payments and the steps each went through. */
function paymentsOfBefore(
  rows: readonly { id: string; name: string | null; reason: string | null; steps: string[] }[],
): Db {
  const db = fileOfBefore();
  migrate(db, migrations, 5);
  const at = 1_795_233_600_000;
  db.exec(`INSERT INTO attempt (id, sale_id, kind, provider, amount, currency, state, created_at)
    VALUES ('a', 'sale', 'uzqr', 'uzqr-fbox', 1, 'UZS', 'declined', ${at})`);
  const row =
    db.prepare(`INSERT INTO refund_payment (id, refund_id, attempt_id, amount, charged_amount, charged_currency, state, reason,
      provider_refund_id, created_at, manager_since) VALUES (?, 'r', 'a', 1, 1, 'UZS', ?, ?, ?, ${at}, ${at})`);
  const step = db.prepare('INSERT INTO refund_payment_event (refund_payment_id, at, state) VALUES (?, ?, ?)');
  for (const { id, name, reason, steps } of rows) {
    row.run(id, steps.at(-1), reason, name);
    for (const [n, state] of steps.entries()) step.run(id, at + n, state);
  }
  return db;
}

const accepted = ['waiting', 'sending', 'accepted'];
const declined = [...accepted, 'refused'];

test.each([
  ['failed once, keeps its name and gets a new key', 'R1', 'return-refused', declined, 'refused', 'R1', 2],
  ['taken up again, loses the dead name', 'R1', 'taken-up-again', [...declined, 'waiting'], 'waiting', null, 1],
  ['sent again, loses the dead name', 'R1', null, [...declined, 'waiting', 'sending'], 'sending', null, 1],
  [
    'accepted again, keeps the new name',
    'R2',
    'returning',
    [...declined, 'waiting', ...accepted.slice(1)],
    'accepted',
    'R2',
    1,
  ],
  [
    'refused by the dead name',
    'R1',
    'return-refused',
    [...declined, 'waiting', 'sending', 'in-doubt', 'refused'],
    'in-doubt',
    null,
    1,
  ],
  [
    'refused by a number, keeps its key',
    null,
    'request-refused',
    ['waiting', 'sending', 'refused'],
    'refused',
    null,
    1,
  ],
  ['in doubt', null, 'timeout', ['waiting', 'sending', 'in-doubt'], 'in-doubt', null, 1],
])('money that goes back, of the version before: %s', (_what, name, reason, steps, state, kept, key) => {
  const db = paymentsOfBefore([{ id: 'p', name, reason, steps }]);
  migrate(db, migrations);
  expect(findRefundPayment(db, 'p')).toMatchObject({ state, providerRefundId: kept, keyNumber: key, baseline: null });
  const history = refundPaymentHistory(db, 'p').map((event) => event.state);
  expect(history).toEqual(state === steps.at(-1) ? steps : [...steps, state]);
});
