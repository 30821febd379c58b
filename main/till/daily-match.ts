import { mayBecome } from '../domain/attempt.ts';
import { findAttempt } from '../store/attempts.ts';
import {
  findFinding,
  findMatch,
  firstShiftAt,
  insertMatch,
  lastMatches,
  openFindings,
  settleFindingRow,
} from '../store/matches.ts';
import type { FindingRow } from '../store/matches.ts';
import { obligationsFor, owe } from '../store/outbox.ts';
import { findSale } from '../store/sales.ts';
import { findStaff } from '../store/staff.ts';
import { atomically } from '../store/statement.ts';
import type { Approval, MatchView, OpenAction, OpenItem, Result } from '../../preload/api.ts';
import { approver } from './approval.ts';
import { businessDate } from './business-date.ts';
import { businessDay, dateBefore } from './business-day.ts';
import { guarded, ok, refuse } from './context.ts';
import type { Counter, Till } from './context.ts';
import { forgetTries } from './obligations/tries.ts';
import { audit } from './record.ts';

/** How often (ms) the till looks whether a day is still to be matched. */
const lookEvery = 600_000;

/** How long (ms) after midnight the day before is matched: its last payments have had time to end. */
const afterMidnight = 600_000;

/** How many days back the till looks for one that was never matched: a shop may be closed over a holiday. */
const daysBack = 7;

/** Less than this is no evidence. */
const shortestEvidence = 5;

/** Owes the match of a business date (yyyy-MM-dd); call it inside a transaction and wake the lane `match` after it. */
export function oweMatch(till: Till, date: string): void {
  if (!till.equipment?.payme) return;
  insertMatch(till.db, date);
  owe(till.db, 'match', 'match', date, till.world.steady());
}

/**
 * Matches each day once after its midnight, now and every 10 minutes by what the database says: a till that was off at
 * midnight makes it at its start. A day with open findings is matched once more each day, for what was late may have come.
 */
export function startDailyMatch(till: Till): { stop(): void } {
  let cancel = (): void => {};
  let stopped = false;
  const look = (first: boolean): void => {
    guarded(till, 'daily-match', () => oweDueMatches(till, first));
    if (!stopped) cancel = till.world.timers.after(lookEvery, () => look(false));
  };
  look(true);
  return {
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

/** The first look takes up what was parked as well: the till may have been started anew because its keys were mended. */
function oweDueMatches(till: Till, first: boolean): void {
  const { db, world, equipment } = till;
  if (!equipment?.payme) return;
  const zone = equipment.settings.shop.timezone;
  const days = Array.from({ length: daysBack }, (_, n) => dateBefore(world.now(), daysBack - n, zone));
  const due = days.filter((date) => isDue(till, date, zone) && !isOwed(till, date, first));
  if (due.length === 0) return;
  atomically(db, () => due.forEach((date) => oweMatch(till, date)));
  till.wake('match');
}

function isDue({ db, world }: Till, date: string, zone: string): boolean {
  const now = world.now();
  const day = businessDay(date, zone);
  if (!day || now < day.to + afterMidnight || !wasOpenBefore(db, day.to)) return false;
  const match = findMatch(db, date);
  if ((match?.madeAt ?? 0) < day.to + afterMidnight) return true;
  const today = businessDay(businessDate(now, zone), zone);
  const again = (today?.from ?? now) + afterMidnight;
  return match !== undefined && match.findings > 0 && (match.madeAt ?? 0) < again && now >= again;
}

/** A day before the till's first shift has nothing to match. */
function wasOpenBefore(db: Till['db'], at: number): boolean {
  return (firstShiftAt(db) ?? Number.POSITIVE_INFINITY) < at;
}

function isOwed({ db }: Till, date: string, first: boolean): boolean {
  return obligationsFor(db, date).some(
    ({ kind, state }) => kind === 'match' && (state === 'waiting' || (state === 'dead' && !first)),
  );
}

/** Makes the match of a business date again, now; not of a day to come, nor of one before the first shift. */
export function runMatch({ till, equipment, staff }: Counter, { date }: { date: string }): Result<null> {
  const day = businessDay(date, equipment.settings.shop.timezone);
  if (!equipment.payme || !day || day.from > till.world.now() || !wasOpenBefore(till.db, day.to))
    return refuse(till, 'match-not-possible', { date });
  atomically(till.db, () => {
    oweMatch(till, date);
    audit(till, staff.id, 'match-made', date);
  });
  forgetTries(till, date);
  till.wakeNow('match');
  return ok(null);
}

/** A manager has looked into a finding; what they saw is kept beside it and in the audit trail, and it is not found anew. */
export async function settleFinding(
  counter: Counter,
  arg: { findingId: string; evidence: string; approval?: Approval | undefined },
): Promise<Result<null>> {
  const { till, staff } = counter;
  const evidence = arg.evidence.trim();
  if (evidence.length < shortestEvidence) return refuse(till, 'evidence-needed');
  const manager = await approver(counter, arg.approval);
  if (!manager.ok) return manager;
  const finding = findFinding(till.db, arg.findingId);
  if (!finding || finding.settledAt !== null) return refuse(till, 'attempt-settled');
  const { id, kind, date, paymentId } = finding;
  atomically(till.db, () => {
    settleFindingRow(till.db, id, { at: till.world.now(), staffId: manager.value.id, evidence });
    audit(till, manager.value.id, 'finding-settled', id, {
      kind,
      date,
      paymentId: paymentId ?? '',
      evidence,
      cashier: staff.name,
    });
  });
  return ok(null);
}

/** The matches of today and the six days before, newest first; `findings` counts those nobody has settled. */
export function matchViews({ db, world, equipment }: Till): MatchView[] {
  if (!equipment) return [];
  const oldest = dateBefore(world.now(), daysBack - 1, equipment.settings.shop.timezone);
  return lastMatches(db).filter(({ date }) => date >= oldest);
}

/** Findings nobody has settled, as items of the open items screen; `id` is what `settleFinding` takes. */
export function findingItems(till: Till): OpenItem[] {
  return openFindings(till.db).map((finding) => findingItem(till, finding));
}

function findingItem({ db }: Till, finding: FindingRow): OpenItem {
  const { id, kind, date, saleId, attemptId, paymentId, amount, foundAt } = finding;
  const sale = saleId === null ? undefined : findSale(db, saleId);
  return {
    id,
    kind: 'finding',
    needsPerson: true,
    saleId,
    saleNumber: sale?.number ?? null,
    attemptId,
    obligationId: null,
    amount,
    cashier: (sale && findStaff(db, sale.staffId)?.name) ?? null,
    since: foundAt,
    last: null,
    next: { what: 'person', at: null },
    released: null,
    finding: { kind, paymentId, date },
    actions: actionsFor(db, finding),
  };
}

/** The second payment of a sale can be given back, when it is the attempt's own and counts as paid. */
function actionsFor(db: Till['db'], { kind, attemptId, paymentId }: FindingRow): OpenAction[] {
  const attempt = kind === 'paid-twice' && attemptId !== null ? findAttempt(db, attemptId) : undefined;
  const goesBack =
    attempt !== undefined && attempt.providerPaymentId === paymentId && mayBecome(attempt.state, 'cancelling');
  return goesBack ? ['settle-finding', 'cancel'] : ['settle-finding'];
}
