import type { Db } from './database.ts';
import { all, atomically, run } from './statement.ts';

export type IncomingCallRow = {
  id: number;
  at: number;
  route: string;
  ip: string;
  outcome: 'accepted' | 'refused';
  reason: string;
  subject: string | null;
};

/** How many calls are kept: enough to see what a provider did today, too few for a stranger to fill the disk with. */
const kept = 500;

/** Notes a call that arrived and forgets the oldest, in one commit. */
export function insertCall(db: Db, call: Omit<IncomingCallRow, 'id'>): void {
  const { at, route, ip, outcome, reason, subject } = call;
  atomically(db, () => {
    run(
      db,
      'INSERT INTO incoming_call (at, route, ip, outcome, reason, subject) VALUES (?, ?, ?, ?, ?, ?)',
      at,
      route,
      ip,
      outcome,
      reason,
      subject,
    );
    run(db, 'DELETE FROM incoming_call WHERE id <= (SELECT max(id) FROM incoming_call) - ?', kept);
  });
}

/** The newest calls, newest first. */
export function lastCalls(db: Db, count: number): IncomingCallRow[] {
  return all(
    db,
    'SELECT id, at, route, ip, outcome, reason, subject FROM incoming_call ORDER BY id DESC LIMIT ?',
    count,
  );
}
