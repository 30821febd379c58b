import { askAgainIn, askedLongEnough, codeDeadFor } from '../../domain/asking.ts';
import type { AskOutcome } from '../../domain/asking.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { isCheckout } from '../../domain/tender.ts';
import { findAttempt } from '../../store/attempts.ts';
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

/**
 * True for a checkout that was closed unpaid at a provider whose word on that is not final, for one that was given up while it was
 * being made, and for one of them that somebody paid since, while that money goes back.
 */
export function isWatched(attempt: AttemptRow, book: ProviderBook | undefined): boolean {
  if (isUnseen(attempt)) return book !== undefined && (isGoingBack(attempt) || attempt.transactionId === null);
  if (book?.watchClosedMs === undefined || attempt.state !== 'returned') return false;
  return isGoingBack(attempt) || (attempt.reason === 'never-begun' && attempt.transactionId === null);
}

const isGoingBack = ({ reason }: AttemptRow): boolean => reason === 'paid-after-cancel';

/** Given up before its provider had answered: nobody was shown it, and until its time is over it may stand there. */
const isUnseen = ({ state, kind, providerPaymentId }: AttemptRow): boolean =>
  state === 'abandoned' && isCheckout(kind) && providerPaymentId !== null;

/** What comes after a checkout was closed: nothing, or the first look whether somebody paid it after all. */
export function afterClosing({ till, book, attempt, obligation }: Question): Worked {
  const now = findAttempt(till.db, attempt.id);
  if (!now || !isWatched(now, book)) return { kind: 'done' };
  return { kind: 'later', reason: nothingFound, wait: askAgainIn(sinceClosing(till, attempt.id), obligation.id) };
}

/**
 * Looks whether somebody paid a checkout that was closed, and gives that money back. Its turns, and what a till killed between
 * two of them leaves:
 *
 * 1. The provider is asked, which moves nothing. Killed before or here: the row waits, the next start asks again.
 * 2. "Paid" is committed on the attempt, with the payment's own name. Killed before: as after 1. Killed after: the next start does 3.
 * 3. The provider is told to give back. It notes that on disk before a byte leaves, and sends it once: killed before the answer
 *    is on disk, it is a manager's (see `tender/uzqr/cancel.ts`); killed after, it is only asked about.
 * 4. That it is back, or the finding for a manager, is committed together with the attempt's last reason. Killed before: 3 hears
 *    the same. Killed after: the reason is none that is looked at, and the row is done.
 */
export async function lookAfterClosing(question: Question): Promise<Worked> {
  if (isGoingBack(question.attempt)) return giveBack(question);
  const outcome = await putQuestion(question);
  const attempt = findAttempt(question.till.db, question.attempt.id);
  if (!attempt || !isWatched(attempt, question.book)) return { kind: 'done' };
  tellLine(question, outcome);
  if (outcome.kind !== 'paid') return mayEnd(question, outcome) ? end(question) : lookAgain(question, nothingFound);
  paidAfterClosing(question.till, attempt, outcome.facts);
  return giveBack(question);
}

/** Only a look that was answered ends the watch: the box may have been gone for hours. */
function mayEnd(question: Question, outcome: AskOutcome): boolean {
  const { till, book, attempt } = question;
  if (outcome.kind === 'returned' && isUnseen(attempt)) return true;
  if (outcome.kind !== 'declined' && outcome.kind !== 'not-found') return askedForADay(question);
  if (isUnseen(attempt)) return till.world.steady() >= (attempt.codeExpiresAt ?? 0) + codeDeadFor;
  return isDead(till, attempt) && sinceClosing(till, attempt.id) >= (book.watchClosedMs ?? 0);
}

function end({ till, attempt }: Question): Worked {
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
      return comesBackLater(question, 'asking-failed');
    default:
      return assertNever(outcome);
  }
}

function comesBackLater(question: Question, reason: string, message = ''): Worked {
  return askedForADay(question) ? leaveToManager(question, reason, message) : lookAgain(question, reason);
}

/** It cannot go back by itself: the daily match has a finding more, which stays until a manager has looked. One commit. */
function leaveToManager(question: Question, reason: string, message: string): Worked {
  const { till, equipment, attempt } = question;
  const { id, providerPaymentId, transactionId, kkmId, deviceId, clientPhone } = attempt;
  const facts = { providerPaymentId: providerPaymentId ?? '', transactionId, kkmId, deviceId, clientPhone };
  writeAnswer(till, equipment, { id, code: '', outcome: { kind: 'paid', facts } }, () =>
    noteOnAttempt(till, id, { reason, message: message || null }),
  );
  return end(question);
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
  return till.world.steady() - obligation.createdAt >= askedLongEnough;
}
