import { findMatch, firstShiftAt, insertMatch } from '../store/matches.ts';
import { obligationsFor, owe } from '../store/outbox.ts';
import { atomically } from '../store/statement.ts';
import type { Result } from '../../preload/api.ts';
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
  if (!equipment.payme) return refuse(till, 'match-not-possible', { date });
  if (!day || day.from > till.world.now() || !wasOpenBefore(till.db, day.to))
    return refuse(till, 'match-day-wrong', { date });
  atomically(till.db, () => {
    oweMatch(till, date);
    audit(till, staff.id, 'match-made', date);
  });
  forgetTries(till, date);
  till.wakeNow('match');
  return ok(null);
}
