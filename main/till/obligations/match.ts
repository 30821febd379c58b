import { matchDay } from '../../domain/daily-match.ts';
import type { DayMatch, MatchedDay } from '../../domain/daily-match.ts';
import { onceEach } from '../../domain/statement.ts';
import type { Booked } from '../../domain/statement.ts';
import { fiscalPayments, ourPayments } from '../../store/match-payments.ts';
import { keepMatch } from '../../store/matches.ts';
import type { Obligation } from '../../store/outbox.ts';
import { atomically } from '../../store/statement.ts';
import type { ProviderBook } from '../../tender/provider.ts';
import { wholeBook } from '../../tender/whole-book.ts';
import type { Unread } from '../../tender/whole-book.ts';
import { businessDay } from '../business-day.ts';
import type { BusinessDay } from '../business-day.ts';
import type { Equipment, Till } from '../context.ts';
import { settleFromBook } from '../doubt/settle-from-book.ts';
import type { Worked } from '../outbox.ts';
import { countTry, forgetTries } from './tries.ts';

/** How far (ms) beyond midnight the book is read: clocks differ, and a payment may be made on one day and sent on the next. */
const margin = 600_000;

/** A book that answered so often with something nobody can read is left to a person; the next days wait behind this one. */
const answersBeforeParking = 5;

/** More pages than this is no shop's day. */
const mostPages = 2000;

/** What the book of a day holds, each payment once; null without a book. */
type Read = { kind: 'read'; rows: Booked[] | null } | Unread;

/**
 * Makes the daily match of a business date: the book is read first, then attempts in doubt are settled by what it says, then
 * ours are read and the match is written in one commit. It may be made as often as anyone likes.
 */
export async function makeMatch(till: Till, equipment: Equipment, obligation: Obligation): Promise<Worked> {
  const date = obligation.subject;
  const day = businessDay(date, equipment.settings.shop.timezone);
  if (!day) return { kind: 'dead', reason: 'no-such-date' };
  const readAt = till.world.now();
  const book = await readBook(equipment.payme?.book ?? null, day);
  if (book.kind === 'unreachable') return { kind: 'later', reason: book.reason };
  if (book.kind === 'unclear') return unclear(till, date, book);
  const { register } = equipment.settings;
  const matched: MatchedDay = { ...day, readAt, register, fiscalOwed: equipment.fiscal !== null };
  const compare = (): DayMatch => compareDay(till, book.rows, matched);
  for (const { attemptId, booked } of compare().toSettle) settleFromBook(till, equipment, attemptId, booked);
  const match = atomically(till.db, () => keep(till, date, compare()));
  till.log('match-made', { date, findings: match.findings.length });
  forgetTries(till, date);
  till.changed();
  return { kind: 'done' };
}

function keep(till: Till, date: string, match: DayMatch): DayMatch {
  const { ours, theirs, fiscal, findings } = match;
  keepMatch(till.db, { date, madeAt: till.world.now(), ours, theirs, fiscal }, findings);
  return match;
}

/** Our attempts are read as far beyond midnight as the book is, and once more by every id the book names. */
function compareDay({ db }: Till, theirs: Booked[] | null, day: MatchedDay): DayMatch {
  const rows = theirs ?? [];
  const wanted = {
    from: day.from - margin,
    to: day.to + margin,
    paymentIds: rows.map(({ paymentId }) => paymentId),
    attemptIds: rows.flatMap(({ account }) => account.document ?? []),
  };
  return matchDay(ourPayments(db, wanted), theirs, fiscalPayments(db, wanted), day);
}

async function readBook(book: ProviderBook | null, { from, to }: BusinessDay): Promise<Read> {
  const page = book?.page;
  if (!page) return { kind: 'read', rows: null };
  const read = await wholeBook((offset) => page({ from: from - margin, to: to + margin, offset }), mostPages);
  return read.kind === 'read' ? { kind: 'read', rows: onceEach(read.rows) } : read;
}

function unclear(till: Till, date: string, { reason, message }: { reason: string; message: string }): Worked {
  till.log('book-unclear', { date, reason, message });
  if (countTry(till, date, 'match') < answersBeforeParking) return { kind: 'later', reason };
  forgetTries(till, date);
  return { kind: 'dead', reason };
}
