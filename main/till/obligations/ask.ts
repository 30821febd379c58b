import { isOpenDoubt } from '../../domain/attempt.ts';
import { askedLongEnough, codeDeadFor } from '../../domain/asking.ts';
import type { AskOutcome } from '../../domain/asking.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { isCheckout } from '../../domain/tender.ts';
import { attemptOfPayment, attemptsAlike, findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { Obligation } from '../../store/outbox.ts';
import { atomically } from '../../store/statement.ts';
import { wasHeldBack, wasStopped } from '../asking-now.ts';
import { noteOnAttempt } from '../attempts.ts';
import { isDead, keepDoubt, nextQuestionIn } from '../checkout/rhythm.ts';
import { codeLives } from '../code-lifetime.ts';
import type { Equipment, Till } from '../context.ts';
import { giveUp, hear, needsManager, wentBack } from '../doubt/hear.ts';
import type { WhyReturned } from '../doubt/hear.ts';
import { takeBack, wasRefused } from '../doubt/take-back.ts';
import type { Worked } from '../outbox.ts';
import { bookOf, paymentRef } from '../providers.ts';
import { writeAnswer } from '../settle.ts';
import { alikeWithin, putQuestion, tellLine } from './enquiry.ts';
import type { Question } from './enquiry.ts';
import { afterClosing, hearAfterClosing, isGoingBack, isWatched, leaveToManager, lookAfterClosing } from './late.ts';

/** How soon (ms) a payment that has no name yet is looked at again while its own answer may still come. */
const lookAgain = 5000;

/** How soon (ms) after reserved money was taken the provider is asked whether it was. */
const lookSoon = 500;

/** What is said of a question that reached nobody: the reason of a lost line would read as if the payment had not left. */
const askingFailed = 'asking-failed';

/**
 * Asks the provider about an attempt whose outcome is open, and acts on its word. Asking may be repeated freely, and every
 * act is one commit of its own: a till killed in between asks again and hears the same. A question whose answer is held back is
 * put beside its lane.
 */
export async function askAboutAttempt(
  till: Till,
  equipment: Equipment,
  obligation: Obligation,
  stepAside: () => void,
): Promise<Worked> {
  const asked = findAttempt(till.db, obligation.subject);
  const book = asked && bookOf(equipment, asked);
  if (asked && !book && isGoingBack(asked))
    return leaveToManager({ till, equipment, attempt: asked }, 'cannot-be-asked');
  if (!asked || !(isOpenDoubt(asked) || isWatched(asked, book))) return { kind: 'done' };
  if (!book) return nobodyToAsk(till, asked);
  if (book.holdsAnswers) stepAside();
  const question = { till, equipment, book, attempt: asked, obligation };
  return isOpenDoubt(asked) ? askAboutDoubt(question) : lookAfterClosing(question);
}

async function askAboutDoubt(question: Question): Promise<Worked> {
  const { till, attempt: asked } = question;
  if (asked.state === 'sending' && asked.providerPaymentId === null)
    return { kind: 'later', reason: 'sending', wait: lookAgain };
  const wasDead = isCheckout(asked.kind) && isDead(till, asked);
  const outcome = await putQuestion(question);
  const attempt = findAttempt(till.db, asked.id);
  if (!attempt) return { kind: 'done' };
  const heard = { ...question, attempt };
  const unsure = asked.providerPaymentId === null && mayBeAnothers(heard, outcome);
  if (!isOpenDoubt(attempt)) return unsure ? { kind: 'done' } : hearAfterClosing(heard, outcome);
  if (unsure) return again(heard, 'ambiguous');
  if (wasStopped(outcome)) return unheard(heard, outcome, wasDead);
  tellLine(heard, outcome);
  return act({ ...heard, attempt: withName(heard, outcome) }, outcome);
}

/** A payment found by its sum alone may be that of a customer who began to pay while the book was being read. */
function mayBeAnothers({ till, equipment, attempt }: Question, outcome: AskOutcome): boolean {
  const alike = attemptsAlike(till.db, attempt, alikeWithin(equipment));
  const found = outcome.kind === 'paid' ? outcome.facts.providerPaymentId : nameOf(outcome);
  if (found === undefined) return outcome.kind === 'unclear' && alike.onTheirWay > 0;
  const owner = attemptOfPayment(till.db, attempt.provider, found) ?? attempt.id;
  return owner !== attempt.id || alike.count > 0;
}

const nameOf = (outcome: AskOutcome): string | undefined => ('paymentId' in outcome ? outcome.paymentId : undefined);

/** The attempt with what the provider calls it, kept as soon as it is known: it is then never taken for another one. */
function withName({ till, attempt }: Question, outcome: AskOutcome): AttemptRow {
  const providerPaymentId = nameOf(outcome);
  if (providerPaymentId === undefined || attempt.providerPaymentId !== null) return attempt;
  const note = { reason: outcome.kind, message: null, facts: { providerPaymentId } };
  atomically(till.db, () => noteOnAttempt(till, attempt.id, note));
  return { ...attempt, providerPaymentId };
}

/** The shop takes its payments another way now, or gave its cashbox up. */
function nobodyToAsk(till: Till, attempt: AttemptRow): Worked {
  needsManager(till, attempt, 'cannot-be-asked');
  return { kind: 'dead', reason: 'cannot-be-asked' };
}

function act(question: Question, outcome: AskOutcome): Worked | Promise<Worked> {
  const { till, attempt } = question;
  switch (outcome.kind) {
    case 'paid':
      return paid(question, outcome);
    case 'unpaid':
      return unpaid(question);
    case 'held':
      return held(question);
    case 'declined':
      return declined(question, outcome);
    case 'returned':
      return wentBack(till, attempt);
    case 'returning':
      if (attempt.state !== 'cancelling') giveUp(till, attempt, 'returning-there');
      return again(question, 'returning');
    case 'stuck':
      needsManager(till, attempt, outcome.reason);
      return again(question, outcome.reason);
    case 'unclear':
      if (outcome.reason === 'ambiguous') needsManager(till, attempt, outcome.reason);
      return again(question, outcome.reason, outcome.message);
    case 'moving':
      return moving(question, outcome.reason);
    case 'not-found':
      return again(question, 'not-found');
    case 'unreachable':
      return again(question, askingFailed);
    default:
      return assertNever(outcome);
  }
}

/**
 * Somebody else's work is waited for. Payme's on a link is the till's own to end: no money is taken without its consent, and Payme
 * may never come back about a payment it has given up.
 */
function moving(question: Question, reason: string): Worked | Promise<Worked> {
  const { book, attempt } = question;
  const decides = book.line === null && attempt.state !== 'sending';
  return decides ? unpaid(question) : again(question, reason);
}

/**
 * The till itself ended the question. Who cancels a checkout waits for no answer about it: whatever became of it, the provider
 * closes it or gives the money back; and a QR that was dead when it was asked about, and whose answer was held back, has not been
 * paid. A dead one whose provider was not reached is asked about in its rhythm, everything else at once.
 */
function unheard(question: Question, outcome: AskOutcome, wasDead: boolean): Worked | Promise<Worked> {
  const { attempt } = question;
  if (isCheckout(attempt.kind) && attempt.state === 'cancelling') return back(question, attempt, 'never-begun');
  if (!wasDead) return { kind: 'later', reason: 'stopped', wait: 0 };
  return wasHeldBack(outcome) ? unpaid(question) : again(question, askingFailed);
}

function paid(question: Question, outcome: Extract<AskOutcome, { kind: 'paid' }>): Worked | Promise<Worked> {
  const { till, equipment, attempt } = question;
  writeAnswer(till, equipment, { id: attempt.id, code: '', outcome });
  const now = findAttempt(till.db, attempt.id);
  if (now?.state !== 'cancelling')
    return now?.state === 'paid' ? { kind: 'done' } : again(question, 'payment-id-known');
  return back(question, now, 'cancelled-there');
}

/** Nothing was taken. One that was given up is closed with that, like one that was closed when we asked for it. */
function declined(question: Question, outcome: Extract<AskOutcome, { kind: 'declined' }>): Worked {
  const { till, equipment, book, attempt } = question;
  if (attempt.state === 'cancelling' && attempt.transactionId === null && book.watchClosedMs !== undefined) {
    wentBack(till, attempt, 'never-begun');
    return afterClosing(question);
  }
  writeAnswer(till, equipment, { id: attempt.id, code: '', outcome });
  return { kind: 'done' };
}

/**
 * Nobody has begun to pay. While the code could still be paid with, that is no answer; after it, the payment is closed at
 * the provider, so that nobody can, and the customer may pay in another way.
 */
function unpaid(question: Question): Worked | Promise<Worked> {
  const { till, attempt } = question;
  if (attempt.state === 'cancelling') return back(question, attempt, 'never-begun');
  if (mayStillBePaid(question)) return again(question, 'unpaid');
  giveUp(till, attempt, 'never-begun');
  return back(question, attempt, 'never-begun');
}

function mayStillBePaid({ till, equipment, attempt, obligation }: Question): boolean {
  if (isCheckout(attempt.kind)) return !isDead(till, attempt);
  const dead = codeLives(equipment) + codeDeadFor;
  return attempt.state === 'sending' || till.world.steady() - obligation.createdAt < dead;
}

/** The money is reserved for this sale: it is taken, and the next question tells whether that worked. */
async function held(question: Question): Promise<Worked> {
  const { book, attempt } = question;
  const payment = paymentRef(attempt);
  if (attempt.state === 'cancelling') return back(question, attempt, 'cancelled-there');
  if (!book.take || !payment) return again(question, 'held');
  const taken = await book.take(payment);
  return taken.kind === 'done' ? again(question, 'held', '', lookSoon) : again(question, taken.reason, taken.message);
}

async function back(question: Question, attempt: AttemptRow, why: WhyReturned): Promise<Worked> {
  const { till, book } = question;
  const outcome = await takeBack(till, book, attempt, why);
  return outcome === undefined
    ? afterClosing(question)
    : again(question, outcome.reason, outcome.message, outcome.wait);
}

/**
 * The next question in its rhythm; after a day without a word, a manager. Only a question that was answered can be the last, for a
 * till that was off for a weekend, and starts before its line does, has asked nobody; and money that goes back is never left,
 * unless its provider refuses to give it back.
 */
function again({ till, attempt, obligation }: Question, reason: string, message = '', wait?: number): Worked {
  const age = till.world.steady() - obligation.createdAt;
  keepDoubt(till, attempt, { reason, message });
  hear(till, attempt.id, reason, message);
  if (age >= askedLongEnough) {
    needsManager(till, attempt, reason);
    const goesBack = findAttempt(till.db, attempt.id)?.state === 'cancelling' && !wasRefused(reason);
    if (!goesBack && reason !== askingFailed) return { kind: 'dead', reason };
  }
  return { kind: 'later', reason, wait: wait ?? nextQuestionIn(till, attempt, age, obligation.id) };
}
