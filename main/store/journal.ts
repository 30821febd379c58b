import { createHash } from 'node:crypto';
import type { Db } from './database.ts';
import { all, one, run } from './statement.ts';

export type JournalRow = { seq: number; at: number; type: string; subject: string; body: string; hash: string };
export type ChainFault = { seq: number; fault: 'gap' | 'hash' };

/** The hash before the first entry. */
const start = '0'.repeat(64);

/** Seals a fact into the chain; call it inside the fact's own transaction. `body` is the journal line as JSON. */
export function seal(db: Db, entry: { at: number; type: string; subject: string; body: object }): void {
  const last = one<{ seq: number; hash: string }>(db, 'SELECT seq, hash FROM journal_entry ORDER BY seq DESC LIMIT 1');
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    type: entry.type,
    subject: entry.subject,
    body: JSON.stringify(entry.body),
  };
  run(
    db,
    'INSERT INTO journal_entry (seq, at, type, subject, body, hash) VALUES (?, ?, ?, ?, ?, ?)',
    row.seq,
    row.at,
    row.type,
    row.subject,
    row.body,
    hashOf(row, last?.hash ?? start),
  );
}

/** Walks the whole chain; undefined when every entry follows from the one before it. */
export function verifyChain(db: Db): ChainFault | undefined {
  let hash = start;
  let seq = 0;
  for (const row of all<JournalRow>(db, 'SELECT seq, at, type, subject, body, hash FROM journal_entry ORDER BY seq')) {
    if (row.seq !== seq + 1) return { seq: seq + 1, fault: 'gap' };
    if (row.hash !== hashOf(row, hash)) return { seq: row.seq, fault: 'hash' };
    ({ seq, hash } = row);
  }
  return undefined;
}

/** The newest sealed body for each subject of a type, to compare with the tables. */
export function sealedBodies(db: Db, type: string): { subject: string; body: string }[] {
  return all(
    db,
    `SELECT subject, body FROM journal_entry WHERE type = ? AND seq IN
       (SELECT max(seq) FROM journal_entry WHERE type = ? GROUP BY subject) ORDER BY seq`,
    type,
    type,
  );
}

function hashOf(row: Omit<JournalRow, 'hash'>, previous: string): string {
  return createHash('sha256')
    .update([previous, row.seq, row.at, row.type, row.subject, row.body].join('\n'))
    .digest('hex');
}
