import { assertNever } from '../../domain/assert-never.ts';
import type { FiscalService, ZState } from '../../fiscal/service.ts';
import { countRegistered, setFiscalState, setLost } from '../../store/fiscal-documents.ts';
import type { FiscalRow } from '../../store/fiscal-documents.ts';
import { isOfTheLine } from '../../wire/reasons.ts';
import type { Equipment, Till } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { lineIs } from '../reach.ts';
import { countOf, doubt, isAnothers, keep, leaveInDoubt, leaveRefused } from './fiscal-word.ts';
import { forgetLoss, lostSince } from './losses.ts';
import { countTry } from './tries.ts';

/** How long (ms) the box may still be working on a document whose answer was lost. */
const boxAtWork = 5000;

/** A document the box answers nothing useful about is left to a person after this many tries, so that the next go on. */
const triesBeforePerson = 6;

/**
 * How many answers about one document may get lost while the box answers other questions. On a line that swallows three answers of
 * ten, six in a row happen to one sale in a thousand, and a document left behind can no longer be asked about; so many never do.
 */
const lostBeforePerson = 30;

const askAgainAfter = 5000;

/** No box is left open for longer (ms); should one be, too few are known and nothing is proven. */
const longestBoxShift = 7 * 24 * 3_600_000;

/**
 * Asks the box about a document whose answer was lost, or that a killed till was sending. Our `uuid` in its last receipt
 * is the proof that it is registered; its counters are the proof that it is not.
 */
export async function askAbout(
  till: Till,
  equipment: Equipment,
  fiscal: FiscalService,
  row: FiscalRow,
): Promise<Worked> {
  const lostAt = noteLoss(till, row);
  const found = await fiscal.find(row.id, row.operation);
  switch (found.kind) {
    case 'found':
      if (isAnothers(till, found.receipt)) return unclear(till, row, 'receipt-of-another');
      return keep(till, equipment, row, found.receipt);
    case 'unreadable':
      return unclear(till, row, found.reason);
    case 'other':
    case 'unnamed':
      return askCounters(till, fiscal, row, lostAt);
    case 'unreachable':
      return askWhetherThere(till, fiscal, row, found.reason);
    default:
      return assertNever(found);
  }
}

/** When the answer was lost (ms, by the clock nobody can set): for a document found "sending", when this till found it. */
function noteLoss(till: Till, row: FiscalRow): number {
  if (row.state === 'sending') setLost(till.db, row.id, row.reason ?? 'interrupted', till.world.now());
  return lostSince(till, row.id);
}

/**
 * The last receipt is another's, or nobody's. When the counters stand where they stood before, or every receipt they count is
 * known to be another document's, the box never registered this one and it may be sent again. Counters that moved for
 * an unknown receipt prove nothing: it may be this one, which the box shows no more.
 */
async function askCounters(till: Till, fiscal: FiscalService, row: FiscalRow, lostAt: number): Promise<Worked> {
  const wait = Math.min(boxAtWork, lostAt + boxAtWork - till.world.steady());
  if (wait > 0) return { ...doubt(till, row, 'box-may-be-working'), wait };
  const counters = await fiscal.shiftState();
  if ('kind' in counters) return silent(till, row, counters.reason);
  if (counters.number !== row.boxShift) return unclear(till, row, 'counters-moved');
  const unmoved = countOf(counters, row) === row.boxCount;
  return unmoved || (await othersOnly(till, fiscal, row, counters))
    ? sendAgain(till, row)
    : unclear(till, row, 'counters-moved');
}

/**
 * Whether the box's count is made up of documents registered for others: what was noted before this one was sent may have been
 * too low, and others may have been sent since. A box that somebody else uses as well counts more, which proves nothing.
 */
async function othersOnly(till: Till, fiscal: FiscalService, row: FiscalRow, counters: ZState): Promise<boolean> {
  const box = await fiscal.info();
  if ('kind' in box) return false;
  const { terminalId } = box;
  const since = row.createdAt - longestBoxShift;
  const known = countRegistered(till.db, { terminalId, boxShift: counters.number, operation: row.operation, since });
  return countOf(counters, row) === known;
}

/**
 * Nothing was learnt about the last receipt, so nothing is sent again. A box that answers nothing else either is waited
 * for, since no other document could be sent to it; one that fails over this document only must not hold up the others.
 */
async function askWhetherThere(till: Till, fiscal: FiscalService, row: FiscalRow, reason: string): Promise<Worked> {
  const counters = await fiscal.shiftState();
  if ('kind' in counters) return silent(till, row, counters.reason);
  if (!isOfTheLine(reason)) return unclear(till, row, reason);
  return countTry(till, row.id, 'lost') >= lostBeforePerson
    ? leaveInDoubt(till, row, reason)
    : askSoon(till, row, reason);
}

function silent(till: Till, row: FiscalRow, reason: string): Worked {
  lineIs(till, 'down');
  return doubt(till, row, reason);
}

function sendAgain(till: Till, row: FiscalRow): Worked {
  const code = 'not-registered';
  if (countTry(till, row.id, code) >= triesBeforePerson) return leaveRefused(till, row, { code, message: '' });
  setFiscalState(till.db, row.id, 'waiting', code);
  forgetLoss(till, row.id);
  return { kind: 'later', reason: code, wait: 0 };
}

function unclear(till: Till, row: FiscalRow, reason: string): Worked {
  return countTry(till, row.id, 'unclear') >= triesBeforePerson
    ? leaveInDoubt(till, row, reason)
    : askSoon(till, row, reason);
}

function askSoon(till: Till, row: FiscalRow, reason: string): Worked {
  return { ...doubt(till, row, reason), wait: askAgainAfter };
}
