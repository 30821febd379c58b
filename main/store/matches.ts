import { createHash } from 'node:crypto';
import type { Finding, FindingKind, Sum } from '../domain/daily-match.ts';
import type { Tiyin } from '../domain/money.ts';
import type { Db } from './database.ts';
import { all, one, run } from './statement.ts';

/** The daily match of one business date (yyyy-MM-dd); `madeAt` (ms) is null while it has never been made. */
export type MatchRow = {
  date: string;
  madeAt: number | null;
  ours: Sum;
  /** Null when the provider has no book, or before it was read. */
  theirs: Sum | null;
  fiscal: Sum;
  /** Findings nobody has settled yet. */
  findings: number;
};

export type FindingRow = {
  id: string;
  date: string;
  kind: FindingKind;
  attemptId: string | null;
  saleId: string | null;
  paymentId: string | null;
  amount: Tiyin;
  foundAt: number;
  settledAt: number | null;
  settledBy: string | null;
  evidence: string | null;
};

/** Notes that a day is to be matched; a match that was made before stays as it is until the next one. */
export function insertMatch(db: Db, date: string): void {
  run(db, 'INSERT INTO daily_match (date) VALUES (?) ON CONFLICT (date) DO NOTHING', date);
}

/**
 * Keeps a day's match in place of the one before; call it inside a transaction. What was found again keeps its row, settled or
 * not; what is not found any more goes, unless a manager settled it, it was heard outside a match, or the book, which alone could
 * clear it, was not read.
 */
export function keepMatch(
  db: Db,
  match: Omit<MatchRow, 'madeAt' | 'findings'> & { madeAt: number },
  findings: readonly Finding[],
): void {
  const { date, madeAt, ours, theirs, fiscal } = match;
  insertMatch(db, date);
  run(
    db,
    `UPDATE daily_match SET made_at = ?, ours_count = ?, ours_amount = ?, theirs_count = ?, theirs_amount = ?,
       fiscal_count = ?, fiscal_amount = ? WHERE date = ?`,
    madeAt,
    ours.count,
    ours.amount,
    theirs?.count ?? null,
    theirs?.amount ?? null,
    fiscal.count,
    fiscal.amount,
    date,
  );
  for (const finding of findings) upsertFinding(db, date, finding, { at: madeAt, heard: 0 });
  const ids = JSON.stringify(findings.map((finding) => findingId(date, finding)));
  run(
    db,
    `DELETE FROM match_finding WHERE date = ? AND settled_at IS NULL AND heard = 0 AND id NOT IN (SELECT value FROM json_each(?))
       AND (? OR kind IN ('fiscal-missing', 'link-missing', 'fiscal-without-payment'))`,
    date,
    ids,
    theirs === null ? 0 : 1,
  );
}

/**
 * Keeps what was heard outside a match, at `at` (ms): a word of the provider that came after all was ended here. No match clears it:
 * the book it reads may be another provider's, and its day another one.
 */
export function addFinding(db: Db, date: string, finding: Finding, at: number): void {
  insertMatch(db, date);
  upsertFinding(db, date, finding, { at, heard: 1 });
}

/** The same finding of the same day always has the same id, so that a second match neither doubles it nor reopens it. */
function findingId(date: string, { kind, attemptId, paymentId }: Finding): string {
  const what = JSON.stringify([date, kind, attemptId, paymentId]);
  return `finding:${createHash('sha256').update(what).digest('hex').slice(0, 32)}`;
}

function upsertFinding(db: Db, date: string, finding: Finding, { at, heard }: { at: number; heard: 0 | 1 }): void {
  run(
    db,
    `INSERT INTO match_finding (id, date, kind, attempt_id, sale_id, payment_id, amount, found_at, heard)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, heard = max(heard, excluded.heard) WHERE settled_at IS NULL`,
    findingId(date, finding),
    date,
    finding.kind,
    finding.attemptId,
    finding.saleId,
    finding.paymentId,
    finding.amount,
    at,
    heard,
  );
}

const findingColumns = `id, date, kind, attempt_id AS attemptId, sale_id AS saleId, payment_id AS paymentId, amount,
  found_at AS foundAt, settled_at AS settledAt, settled_by AS settledBy, evidence`;

/** A finding by id. */
export function findFinding(db: Db, id: string): FindingRow | undefined {
  return one(db, `SELECT ${findingColumns} FROM match_finding WHERE id = ?`, id);
}

/** Findings nobody has settled yet, oldest first. */
export function openFindings(db: Db): FindingRow[] {
  return all(db, `SELECT ${findingColumns} FROM match_finding WHERE settled_at IS NULL ORDER BY found_at, date, id`);
}

/** Keeps who looked into a finding and what they saw; false when it is settled already or no longer found. */
export function settleFindingRow(db: Db, id: string, by: { at: number; staffId: string; evidence: string }): boolean {
  return (
    run(
      db,
      'UPDATE match_finding SET settled_at = ?, settled_by = ?, evidence = ? WHERE id = ? AND settled_at IS NULL',
      by.at,
      by.staffId,
      by.evidence,
      id,
    ) === 1
  );
}

type FlatMatch = {
  date: string;
  madeAt: number | null;
  oursCount: number;
  oursAmount: Tiyin;
  theirsCount: number | null;
  theirsAmount: Tiyin | null;
  fiscalCount: number;
  fiscalAmount: Tiyin;
  findings: number;
};

const matchColumns = `date, made_at AS madeAt, ours_count AS oursCount, ours_amount AS oursAmount, theirs_count AS theirsCount,
  theirs_amount AS theirsAmount, fiscal_count AS fiscalCount, fiscal_amount AS fiscalAmount,
  (SELECT count(*) FROM match_finding WHERE match_finding.date = daily_match.date AND settled_at IS NULL) AS findings`;

/** The match of a business date, if it was ever made or is to be. */
export function findMatch(db: Db, date: string): MatchRow | undefined {
  const row = one<FlatMatch>(db, `SELECT ${matchColumns} FROM daily_match WHERE date = ?`, date);
  return row && matchRow(row);
}

/** The newest 14 matches, newest first. */
export function lastMatches(db: Db): MatchRow[] {
  const rows = all<FlatMatch>(db, `SELECT ${matchColumns} FROM daily_match ORDER BY date DESC LIMIT 14`);
  return rows.map(matchRow);
}

function matchRow(row: FlatMatch): MatchRow {
  const { date, madeAt, findings, theirsCount, theirsAmount } = row;
  return {
    date,
    madeAt,
    ours: { count: row.oursCount, amount: row.oursAmount },
    theirs: theirsCount === null || theirsAmount === null ? null : { count: theirsCount, amount: theirsAmount },
    fiscal: { count: row.fiscalCount, amount: row.fiscalAmount },
    findings,
  };
}

/** When (ms) the first shift of this till was opened, or undefined: no day before it can be matched. */
export function firstShiftAt(db: Db): number | undefined {
  return one<{ at: number | null }>(db, 'SELECT min(opened_at) AS at FROM shift')?.at ?? undefined;
}
