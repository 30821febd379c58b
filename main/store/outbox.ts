import type { Db } from './database.ts';
import { all, one, run } from './statement.ts';

/** Lanes do not wait for each other; within `fiscal`, `print` and `match` the rows are worked in their order. */
export type Lane = 'fiscal' | 'wallet' | 'print' | 'ask' | 'match' | 'refund';
export type ObligationKind =
  | 'fiscal-open'
  | 'fiscal-sale'
  | 'fiscal-refund'
  | 'fiscal-close'
  | 'wallet-confirm'
  | 'print'
  | 'ask'
  | 'match'
  | 'deliver'
  | 'refund-payment';
export type Obligation = {
  id: number;
  lane: Lane;
  kind: ObligationKind;
  subject: string;
  state: 'waiting' | 'done' | 'dead';
  tries: number;
  runAt: number;
  lastError: string | null;
  createdAt: number;
};

const columns =
  'id, lane, kind, subject, state, tries, run_at AS runAt, last_error AS lastError, created_at AS createdAt';

/**
 * Owes `kind` for `subject` since `at`, due at `dueAt` (ms, as every time in the outbox by the clock nobody can set); call it
 * inside the transaction of the fact that causes it. A second one for the same waits no twice; one given up begins anew; one that
 * is being worked is worked once more after that, for what causes it now may have come too late for the work.
 */
export function owe(db: Db, lane: Lane, kind: ObligationKind, subject: string, at: number, dueAt = at): void {
  run(
    db,
    `INSERT INTO outbox (lane, kind, subject, state, run_at, created_at) VALUES (?, ?, ?, 'waiting', ?, ?)
     ON CONFLICT (kind, subject) WHERE state <> 'done' DO UPDATE SET state = 'waiting', run_at = excluded.run_at, called = 'owed',
       created_at = CASE WHEN state = 'dead' THEN excluded.created_at ELSE created_at END`,
    lane,
    kind,
    subject,
    dueAt,
    at,
  );
}

/**
 * The head of a lane (its parameters: the lane, twice). A fiscal document that may have been sent goes before all others, whatever
 * their age: only while the box has taken nothing since can the box's last receipt and its counters tell what became of it.
 * `CROSS JOIN` has SQLite begin with the few documents the box does not have, and not with all that waits in the lane.
 */
const head = `coalesce(
  (SELECT owed.id FROM fiscal_document AS document CROSS JOIN outbox AS owed ON owed.subject = document.id
   WHERE document.state <> 'registered' AND document.state IN ('sending', 'in-doubt')
     AND owed.lane = ? AND owed.state = 'waiting' ORDER BY owed.id LIMIT 1),
  (SELECT id FROM outbox WHERE lane = ? AND state = 'waiting' ORDER BY id LIMIT 1))`;

/**
 * Takes the head of a lane for `holder` until `until` (ms), when it is due and nobody holds it; else undefined.
 * Only the head is looked at, so order is kept while it waits for its next try.
 */
export function takeHead(db: Db, lane: Lane, holder: string, now: number, until: number): Obligation | undefined {
  return one(
    db,
    `UPDATE outbox SET locked_by = ?, locked_until = ?, called = NULL, tries = tries + 1
     WHERE id = ${head} AND run_at <= ? AND (locked_until IS NULL OR locked_until <= ?)
     RETURNING ${columns}`,
    holder,
    until,
    lane,
    lane,
    now,
    now,
  );
}

/** Takes any row of a lane without order: the one due longest that nobody holds; else undefined. */
export function takeAny(db: Db, lane: Lane, holder: string, now: number, until: number): Obligation | undefined {
  return one(
    db,
    `UPDATE outbox SET locked_by = ?, locked_until = ?, called = NULL, tries = tries + 1
     WHERE id = (SELECT id FROM outbox WHERE lane = ? AND state = 'waiting' AND run_at <= ?
       AND (locked_until IS NULL OR locked_until <= ?) ORDER BY run_at LIMIT 1)
     RETURNING ${columns}`,
    holder,
    until,
    lane,
    now,
    now,
  );
}

/** When the first row of a lane without order is due (ms), or undefined when the lane is empty. */
export function firstDueAt(db: Db, lane: Lane): number | undefined {
  return (
    one<{ at: number | null }>(
      db,
      `SELECT min(max(run_at, coalesce(locked_until, 0))) AS at FROM outbox WHERE lane = ? AND state = 'waiting'`,
      lane,
    )?.at ?? undefined
  );
}

/** When the head of a lane is due next (ms), or undefined when the lane is empty. */
export function headDueAt(db: Db, lane: Lane): number | undefined {
  return one<{ at: number }>(
    db,
    `SELECT max(run_at, coalesce(locked_until, 0)) AS at FROM outbox WHERE id = ${head}`,
    lane,
    lane,
  )?.at;
}

/**
 * Ends an obligation, only as its holder; false when the lease had passed to somebody else. One that was owed again meanwhile
 * stays, and is due as that says.
 */
export function finish(
  db: Db,
  id: number,
  holder: string,
  state: 'done' | 'dead',
  at: number,
  error: string | null,
): boolean {
  return (
    run(
      db,
      `UPDATE outbox SET state = iif(called = 'owed', 'waiting', ?), ended_at = iif(called = 'owed', NULL, ?),
         last_error = ?, locked_by = NULL, locked_until = NULL
       WHERE id = ? AND locked_by = ? AND state = 'waiting'`,
      state,
      at,
      error,
      id,
      holder,
    ) === 1
  );
}

/**
 * Puts an obligation back for a later try at `runAt` (ms), only as its holder; one that was called meanwhile is due as that
 * says.
 */
export function putBack(db: Db, id: number, holder: string, runAt: number, error: string): boolean {
  return (
    run(
      db,
      `UPDATE outbox SET run_at = iif(called IS NULL, ?, min(run_at, ?)), last_error = ?, locked_by = NULL, locked_until = NULL
       WHERE id = ? AND locked_by = ? AND state = 'waiting'`,
      runAt,
      runAt,
      error,
      id,
      holder,
    ) === 1
  );
}

/** After a start no lease of the dead process counts any more (there is one till a folder), and everything owed is due. */
export function releaseLeases(db: Db, now: number): void {
  run(
    db,
    `UPDATE outbox SET locked_by = NULL, locked_until = NULL, run_at = min(run_at, ?) WHERE state = 'waiting'`,
    now,
  );
}

/**
 * Makes everything that waits in a lane due now: the line came back. What is just being tried may have met the dead line, and
 * is tried again.
 */
export function wake(db: Db, lane: Lane, now: number): void {
  run(
    db,
    `UPDATE outbox SET run_at = min(run_at, ?), called = coalesce(called, 'woken')
     WHERE lane = ? AND state = 'waiting' AND (run_at > ? OR locked_by IS NOT NULL)`,
    now,
    lane,
    now,
  );
}

/** Takes the age of an obligation from `at` (ms) on: it is about something else now, and its rhythm begins anew. */
export function beginAnew(db: Db, kind: ObligationKind, subject: string, at: number): void {
  run(db, `UPDATE outbox SET created_at = ? WHERE kind = ? AND subject = ? AND state <> 'done'`, at, kind, subject);
}

/** Every obligation for a subject, oldest first. */
export function obligationsFor(db: Db, subject: string): Obligation[] {
  return all(db, `SELECT ${columns} FROM outbox WHERE subject = ? ORDER BY id`, subject);
}

/** An obligation by id. */
export function findObligation(db: Db, id: number): Obligation | undefined {
  return one(db, `SELECT ${columns} FROM outbox WHERE id = ?`, id);
}

/** The obligation of one kind for a subject that is not done, if any. */
export function openObligation(db: Db, kind: ObligationKind, subject: string): Obligation | undefined {
  return one(db, `SELECT ${columns} FROM outbox WHERE kind = ? AND subject = ? AND state <> 'done'`, kind, subject);
}

/** What was given up in one kind, oldest first. */
export function deadObligations(db: Db, kind: ObligationKind): Obligation[] {
  return all(
    db,
    `SELECT ${columns} FROM outbox WHERE kind = ? AND state <> 'done' AND state = 'dead' ORDER BY id`,
    kind,
  );
}

/** Every obligation of one kind that is not done, oldest first. */
export function openObligations(db: Db, kind: ObligationKind): Obligation[] {
  return all(db, `SELECT ${columns} FROM outbox WHERE kind = ? AND state <> 'done' ORDER BY id`, kind);
}
