import { askAgainIn, askedLongEnough, codeDeadFor } from '../../domain/asking.ts';
import type { AskOutcome } from '../../domain/asking.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { isCheckout } from '../../domain/tender.ts';
import { findAttempt } from '../../store/attempts.ts';
import { findObligation } from '../../store/outbox.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { CancelOutcome, ProviderBook } from '../../tender/provider.ts';
import { noteOnAttempt } from '../attempts.ts';
import { isDead } from '../checkout/rhythm.ts';
import type { Till } from '../context.ts';
import { paidAfterClosing, wentBackAfterClosing } from '../doubt/hear.ts';
import { whyRefused } from '../doubt/take-back.ts';
import type { Worked } from '../outbox.ts';
import { paymentRef } from '../providers.ts';
import { writeAnswer } from '../settle.ts';
import { putQuestion, tellLine } from './enquiry.ts';
import type { Question } from './enquiry.ts';

/** What is said of a look that found no payment. */
const nothingFound = 'not-found';

/** Since when (ms, by the clock nobody can set) each checkout is closed; after a restart, since the first look at it. */
const closings = new WeakMap<Till, Map<string, number>>();

/** Ends of an attempt that no money of ours stands on. */
const unpaidEnds: ReadonlySet<AttemptRow['state']> = new Set(['returned', 'abandoned', 'declined', 'expired']);

/**
 * True for an attempt that has ended here without money and may be asked about by its name: somebody may pay it there after all, or
 * a manager may have been wrong about it. One that was paid since counts while that money goes back.
 */
export function isWatched(attempt: AttemptRow, book: ProviderBook | undefined): boolean {
  if (!book || attempt.providerPaymentId === null) return false;
  if (isClosedUnpaid(attempt) || isGoingBack(attempt)) return true;
  const wentBack = attempt.state === 'returned' && attempt.reason !== 'never-begun';
  return unpaidEnds.has(attempt.state) && attempt.transactionId === null && !wentBack;
}

/** True while the money of one that was paid after its end goes back. */
export const isGoingBack = ({ state, reason }: AttemptRow): boolean =>
  unpaidEnds.has(state) && reason === 'paid-after-cancel';

/** A manager has said that no money was taken. */
const isClosedUnpaid = ({ verdict }: AttemptRow): boolean => verdict === 'not-taken';

/** Given up before its provider had answered: nobody was shown it, and until its time is over it may stand there. */
const isUnseen = ({ state, kind }: AttemptRow): boolean => state === 'abandoned' && isCheckout(kind);

/**
 * What comes after a checkout was closed: nothing where the provider's word on that is final, else the first look whether
 * somebody paid it after all.
 */
export function afterClosing({ till, book, attempt, obligation }: Question): Worked {
  const now = findAttempt(till.db, attempt.id);
  if (!now || book.watchClosedMs === undefined || !isWatched(now, book)) return { kind: 'done' };
  return { kind: 'later', reason: nothingFound, wait: askAgainIn(sinceClosing(till, attempt.id), obligation.id) };
}

/**
 * Looks whether somebody paid a checkout that was closed, and gives that money back. Its turns, and what a till killed between
 * two of them leaves:
 *
 * 1. The provider is asked, which moves nothing. Killed before or here: the row waits, the next start asks again.
 * 2. "Paid" is committed on the attempt, with the payment's own name. Killed before: as after 1. Killed after: 3 is next.
 * 3. The provider is told to give back. It notes that on disk before a byte leaves, and sends it once: killed before the answer
 *    is on disk, it is a manager's (see `tender/uzqr/cancel.ts`); killed after, it is only asked about.
 * 4. That it is back, or the finding for a manager, is committed together with the attempt's last reason. Killed before: 3 hears
 *    the same. Killed after: the reason is none that is looked at, and the row is done.
 */
export async function lookAfterClosing(question: Question): Promise<Worked> {
  if (isGoingBack(question.attempt)) return giveBack(question);
  const outcome = await putQuestion(question);
  tellLine(question, outcome);
  const attempt = findAttempt(question.till.db, question.attempt.id);
  return attempt ? hearAfterClosing({ ...question, attempt }, outcome) : { kind: 'done' };
}

/**
 * What an answer means for an attempt that had ended when it came. "Paid" is never lost: where a manager has said that nothing was
 * taken, a manager has to look again; everything else goes back by itself.
 */
export function hearAfterClosing(question: Question, outcome: AskOutcome): Worked | Promise<Worked> {
  const { till, equipment, book, attempt } = question;
  if (outcome.kind === 'paid' && isClosedUnpaid(attempt)) {
    writeAnswer(till, equipment, { id: attempt.id, code: '', outcome });
    return end(question);
  }
  if (!isWatched(attempt, book)) return { kind: 'done' };
  if (outcome.kind !== 'paid') return stillUnpaid(question, outcome);
  paidAfterClosing(till, attempt, outcome.facts);
  return giveBack(question);
}

function stillUnpaid(question: Question, outcome: AskOutcome): Worked {
  const holds = outcome.kind === 'held' || outcome.kind === 'stuck';
  if (holds && askedForADay(question)) return leaveToManager(question, outcome.kind);
  return mayEnd(question, outcome) ? end(question) : lookAgain(question, nothingFound);
}

/** Answers after which nobody has paid, nor can any more once the time for it is over. */
const nothingThere: ReadonlySet<AskOutcome['kind']> = new Set(['declined', 'not-found', 'unpaid']);

/** Only a look that was answered ends the watch: the box may have been gone for hours. */
function mayEnd(question: Question, outcome: AskOutcome): boolean {
  const { till, book, attempt } = question;
  if (outcome.kind === 'returned') return true;
  if (!nothingThere.has(outcome.kind)) return outcome.kind !== 'unreachable' && askedForADay(question);
  if (isUnseen(attempt)) return till.world.steady() >= (attempt.codeExpiresAt ?? 0) + codeDeadFor;
  if (!isCheckout(attempt.kind)) return true;
  return isDead(till, attempt) && sinceClosing(till, attempt.id) >= (book.watchClosedMs ?? 0);
}

type Late = Pick<Question, 'till' | 'equipment' | 'attempt'>;

function end({ till, attempt }: Pick<Late, 'till' | 'attempt'>): Worked {
  closings.get(till)?.delete(attempt.id);
  return { kind: 'done' };
}

function lookAgain({ till, attempt, obligation }: Question, reason: string): Worked {
  return { kind: 'later', reason, wait: askAgainIn(sinceClosing(till, attempt.id), obligation.id) };
}

async function giveBack(question: Question): Promise<Worked> {
  const { till, book, attempt: asked } = question;
  const attempt = findAttempt(till.db, asked.id);
  const payment = attempt && paymentRef(attempt);
  return payment ? heard({ ...question, attempt }, await book.cancel(payment)) : { kind: 'done' };
}

function heard(question: Question, outcome: CancelOutcome): Worked {
  switch (outcome.kind) {
    case 'returned':
      wentBackAfterClosing(question.till, question.attempt);
      return end(question);
    case 'refused':
      return leaveToManager(question, whyRefused(outcome.reason), outcome.message);
    case 'accepted':
      return comesBackLater(question, 'returning');
    case 'unclear':
      return comesBackLater(question, outcome.reason, outcome.message);
    case 'unreachable':
      return lookAgain(question, 'asking-failed');
    default:
      return assertNever(outcome);
  }
}

function comesBackLater(question: Question, reason: string, message = ''): Worked {
  return askedForADay(question) ? leaveToManager(question, reason, message) : lookAgain(question, reason);
}

/** It cannot go back by itself: the daily match has a finding more, which stays until a manager has looked. One commit. */
export function leaveToManager(late: Late, reason: string, message = ''): Worked {
  const { till, equipment, attempt } = late;
  const { id, providerPaymentId, transactionId, kkmId, deviceId } = attempt;
  const facts = { providerPaymentId: providerPaymentId ?? '', transactionId, kkmId, deviceId, clientPhone: null };
  writeAnswer(till, equipment, { id, code: '', outcome: { kind: 'paid', facts } }, () =>
    noteOnAttempt(till, id, { reason, message: message || null }),
  );
  return end(late);
}

function sinceClosing(till: Till, id: string): number {
  const now = till.world.steady();
  const ofTill = closings.get(till) ?? new Map<string, number>();
  const closedAt = ofTill.get(id) ?? now;
  closings.set(till, ofTill.set(id, closedAt));
  return now - closedAt;
}

/** After a day without a word somebody else has to look, as with every question. */
function askedForADay({ till, obligation }: Question): boolean {
  const since = findObligation(till.db, obligation.id)?.createdAt ?? obligation.createdAt;
  return till.world.steady() - since >= askedLongEnough;
}
