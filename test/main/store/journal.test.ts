import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Db } from '../../../main/store/database.ts';
import { seal, sealedBodies, verifyChain } from '../../../main/store/journal.ts';
import { atomically } from '../../../main/store/statement.ts';
import { morning, openFile } from './shop-file.ts';

/** A journal of five entries. */
const written = (): Db => {
  const db = openFile();
  for (let n = 1; n <= 5; n++)
    seal(db, { at: morning + n, type: 'sale', subject: `sale-${n}`, body: { total: n * 100 } });
  return db;
};

/** What somebody with the file and an SQL prompt can do. */
const tamper = (db: Db, sql: string): void => {
  db.exec('DROP TRIGGER journal_entry_is_not_changed; DROP TRIGGER journal_entry_is_not_deleted;');
  db.exec(sql);
};

describe('a journal', () => {
  test('without an entry is whole', () => expect(verifyChain(openFile())).toBeUndefined());

  test('as the till wrote it is whole', () => expect(verifyChain(written())).toBeUndefined());

  test('that was rolled back with its fact has no hole', () => {
    const db = written();
    const fails = (): void => {
      seal(db, { at: morning, type: 'sale', subject: 'sale-6', body: {} });
      throw new Error('disk full');
    };
    expect(() => atomically(db, fails)).toThrow('disk full');
    seal(db, { at: morning, type: 'sale', subject: 'sale-7', body: {} });
    expect(verifyChain(db)).toBeUndefined();
    expect(db.prepare('SELECT max(seq) FROM journal_entry').pluck().get()).toBe(6);
  });

  test.each([
    ['a changed sum', `UPDATE journal_entry SET body = '{"total":1}' WHERE seq = 3`, { seq: 3, fault: 'hash' }],
    ['a changed time', 'UPDATE journal_entry SET at = at + 1 WHERE seq = 1', { seq: 1, fault: 'hash' }],
    ['a changed subject', `UPDATE journal_entry SET subject = 'sale-9' WHERE seq = 5`, { seq: 5, fault: 'hash' }],
    ['a changed type', `UPDATE journal_entry SET type = 'cash' WHERE seq = 2`, { seq: 2, fault: 'hash' }],
    ['a changed hash', `UPDATE journal_entry SET hash = 'f' WHERE seq = 4`, { seq: 4, fault: 'hash' }],
    ['a removed entry', 'DELETE FROM journal_entry WHERE seq = 2', { seq: 2, fault: 'gap' }],
    ['a removed beginning', 'DELETE FROM journal_entry WHERE seq = 1', { seq: 1, fault: 'gap' }],
    [
      'a removed entry with the rest moved up',
      'DELETE FROM journal_entry WHERE seq = 2; UPDATE journal_entry SET seq = seq - 1 WHERE seq > 2',
      { seq: 2, fault: 'hash' },
    ],
    [
      'an entry put between',
      `UPDATE journal_entry SET seq = -seq - 1 WHERE seq >= 3; UPDATE journal_entry SET seq = -seq WHERE seq < 0;
       INSERT INTO journal_entry SELECT 3, at, type, 'sale-x', body, hash FROM journal_entry WHERE seq = 1`,
      { seq: 3, fault: 'hash' },
    ],
  ])('shows %s', (_what, sql, fault) => {
    const db = written();
    tamper(db, sql);
    expect(verifyChain(db)).toEqual(fault);
  });

  test('shows any single change of any entry', () => {
    const db = written();
    tamper(db, '');
    const change = db.prepare('UPDATE journal_entry SET body = ? WHERE seq = ?');
    const read = db.prepare('SELECT body FROM journal_entry WHERE seq = ?').pluck();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.jsonValue(), (seq, value) => {
        const before = read.get(seq) as string;
        const after = JSON.stringify(value);
        fc.pre(before !== after);
        change.run(after, seq);
        const fault = verifyChain(db);
        change.run(before, seq);
        expect(fault).toEqual({ seq, fault: 'hash' });
      }),
      { numRuns: 50 },
    );
  });
});

test('the newest sealed word on each subject is the one compared with the tables', () => {
  const db = openFile();
  const facts = [
    ['sale', 'sale-1', 1],
    ['sale', 'sale-2', 2],
    ['cash', 'sale-1', 3],
    ['sale', 'sale-1', 4],
  ] as const;
  for (const [type, subject, total] of facts) seal(db, { at: morning, type, subject, body: { total } });
  expect(sealedBodies(db, 'sale')).toEqual([
    { subject: 'sale-2', body: '{"total":2}' },
    { subject: 'sale-1', body: '{"total":4}' },
  ]);
});

test('REPLACE does not slip past the append-only triggers', () => {
  const db = openFile();
  seal(db, { at: 1, type: 'sale', subject: 's', body: {} });
  expect(() =>
    db.exec('INSERT OR REPLACE INTO journal_entry SELECT seq, 2, type, subject, body, hash FROM journal_entry'),
  ).toThrow(/append-only/);
});
