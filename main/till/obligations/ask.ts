import { isOpenDoubt } from '../../domain/attempt.ts';
import { askedLongEnough, codeDeadFor } from '../../domain/asking.ts';
import type { AskOutcome } from '../../domain/asking.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { isCheckout } from '../../domain/tender.ts';
import { attemptOfPayment, attemptsAlike, findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { Obligation } from '../../store/outbox.ts';
import { atomically } from '../../store/statement.ts';
import type { Enquiry, ProviderBook } from '../../tender/provider.ts';
import { wasStopped, whileAsking } from '../asking-now.ts';
import { noteOnAttempt } from '../attempts.ts';
import { isDead, keepDoubt, nextQuestionIn } from '../checkout/rhythm.ts';
import { codeLives } from '../code-lifetime.ts';
import type { Equipment, Till } from '../context.ts';
import { giveUp, hear, needsManager, wentBack } from '../doubt/hear.ts';
import type { WhyReturned } from '../doubt/hear.ts';
import { takeBack } from '../doubt/take-back.ts';
import type { Worked } from '../outbox.ts';
import { bookOf, chargedOf, paymentRef } from '../providers.ts';
import { lineIs } from '../reach.ts';
import { writeAnswer } from '../settle.ts';

/** How far (ms) apart the till's clock and Payme's may be when a payment is looked for, at both ends of its window. */
const clocksApart = 240_000;

/** Payments of the same sum within this time (ms) of each other could be taken for one another: their windows overlap. */
function alikeWithin({ settings }: Equipment): number {
  return (settings.paymeGo?.timeoutSeconds ?? 0) * 1000 + clocksApart;
}

/** How soon (ms) a payment that has no name yet is looked at again while its own answer may still come. */
const lookAgain = 5000;

/** How soon (ms) after reserved money was taken the provider is asked whether it was. */
const lookSoon = 500;

/** What is said of a question that reached nobody: the reason of a lost line would read as if the payment had not left. */
const askingFailed = 'asking-failed';

/** What one question is about: the row of the outbox gives it its rhythm. */
type Question = { till: Till; equipment: Equipment; book: ProviderBook; attempt: AttemptRow; obligation: Obligation };

/**
 * Asks the provider about an attempt whose outcome is open, and acts on its word. Asking may be repeated freely, and every
 * act is one commit of its own: a till killed in between asks again and hears the same.
 */
export async function askAboutAttempt(till: Till, equipment: Equipment, obligation: Obligation): Promise<Worked> {
  const asked = findAttempt(till.db, obligation.subject);
  if (!asked || !isOpenDoubt(asked)) return { kind: 'done' };
  const book = bookOf(equipment, asked);
  if (!book) return nobodyToAsk(till, asked);
  if (asked.state === 'sending' && asked.providerPaymentId === null)
    return { kind: 'later', reason: 'sending', wait: lookAgain };
  const outcome = await whileAsking(till, asked, (stop) => book.ask(enquiry(till, equipment, asked, stop)));
  const attempt = findAttempt(till.db, obligation.subject);
  if (!attempt || !isOpenDoubt(attempt)) return { kind: 'done' };
  const question = { till, equipment, book, attempt, obligation };
  if (asked.providerPaymentId === null && mayBeAnothers(question, outcome)) return again(question, 'ambiguous');
  return act({ ...question, attempt: withName(question, outcome) }, outcome);
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

function enquiry(till: Till, equipment: Equipment, attempt: AttemptRow, stop: AbortSignal): Enquiry {
  const { id, providerPaymentId, transactionId, amount, sentAt, createdAt } = attempt;
  const owns = (paymentId: string): boolean => {
    const owner = attemptOfPayment(till.db, attempt.provider, paymentId);
    return owner !== undefined && owner !== id;
  };
  const others = { owns, alike: attemptsAlike(till.db, attempt, alikeWithin(equipment)).count };
  const payment = { attemptId: id, providerPaymentId, transactionId, amount, charged: chargedOf(attempt) };
  return { ...payment, sentAt: sentAt ?? createdAt, stop, others };
}

function act(question: Question, outcome: AskOutcome): Worked | Promise<Worked> {
  const { till, equipment, book, attempt } = question;
  if (book.line && !wasStopped(outcome)) lineIs(till, outcome.kind === 'unreachable' ? 'down' : 'up', book.line);
  switch (outcome.kind) {
    case 'paid':
      return paid(question, outcome);
    case 'unpaid':
      return unpaid(question);
    case 'held':
      return held(question);
    case 'declined':
      writeAnswer(till, equipment, { id: attempt.id, code: '', outcome });
      return { kind: 'done' };
    case 'returned':
      return wentBack(till, attempt);
    case 'returning':
      if (attempt.state !== 'cancelling') giveUp(till, equipment, attempt, 'returning-there');
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
      return unheard(question, outcome);
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

/** Who cancels a checkout waits for no answer about it: whatever became of it, the provider closes it or gives the money back. */
function unheard(question: Question, outcome: AskOutcome): Worked | Promise<Worked> {
  const { attempt } = question;
  const over = isCheckout(attempt.kind) && attempt.state === 'cancelling';
  return over && wasStopped(outcome) ? back(question, attempt, 'never-begun') : again(question, askingFailed);
}

function paid(question: Question, outcome: Extract<AskOutcome, { kind: 'paid' }>): Worked | Promise<Worked> {
  const { till, equipment, attempt } = question;
  writeAnswer(till, equipment, { id: attempt.id, code: '', outcome });
  const now = findAttempt(till.db, attempt.id);
  if (now?.state !== 'cancelling')
    return now?.state === 'paid' ? { kind: 'done' } : again(question, 'payment-id-known');
  return back(question, now, 'cancelled-there');
}

/**
 * Nobody has begun to pay. While the code could still be paid with, that is no answer; after it, the payment is closed at
 * the provider, so that nobody can, and the customer may pay in another way.
 */
function unpaid(question: Question): Worked | Promise<Worked> {
  const { till, equipment, attempt } = question;
  if (attempt.state === 'cancelling') return back(question, attempt, 'never-begun');
  if (mayStillBePaid(question)) return again(question, 'unpaid');
  giveUp(till, equipment, attempt, 'never-begun');
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
  return outcome === undefined ? { kind: 'done' } : again(question, outcome.reason, outcome.message, outcome.wait);
}

/** The next question in its rhythm; after a day without a word, a manager. */
function again({ till, attempt, obligation }: Question, reason: string, message = '', wait?: number): Worked {
  const age = till.world.steady() - obligation.createdAt;
  keepDoubt(till, attempt, { reason, message });
  hear(till, attempt.id, reason, message);
  if (age >= askedLongEnough) {
    needsManager(till, attempt, reason);
    return { kind: 'dead', reason };
  }
  return { kind: 'later', reason, wait: wait ?? nextQuestionIn(till, attempt, age, obligation.id) };
}
