import { isOpenDoubt } from '../../domain/attempt.ts';
import { askAgainIn, askedLongEnough, codeDeadFor } from '../../domain/asking.ts';
import type { AskOutcome } from '../../domain/asking.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { attemptOfPayment, attemptsAlike, findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { Obligation } from '../../store/outbox.ts';
import { atomically } from '../../store/statement.ts';
import type { Enquiry, ProviderBook } from '../../tender/provider.ts';
import { noteOnAttempt } from '../attempts.ts';
import { codeLives } from '../code-lifetime.ts';
import type { Equipment, Till } from '../context.ts';
import { giveUp, hear, needsManager, wentBack } from '../doubt/hear.ts';
import { takeBack } from '../doubt/take-back.ts';
import type { Worked } from '../outbox.ts';
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
  const book = equipment.payme?.book;
  if (!book || equipment.payme?.name !== asked.provider) return nobodyToAsk(till, asked);
  if (asked.state === 'sending' && asked.providerPaymentId === null)
    return { kind: 'later', reason: 'sending', wait: lookAgain };
  const outcome = await book.ask(enquiry(till, equipment, asked));
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

function enquiry(till: Till, equipment: Equipment, attempt: AttemptRow): Enquiry {
  const { id, providerPaymentId, amount, sentAt, createdAt } = attempt;
  const owns = (paymentId: string): boolean => {
    const owner = attemptOfPayment(till.db, attempt.provider, paymentId);
    return owner !== undefined && owner !== id;
  };
  const others = { owns, alike: attemptsAlike(till.db, attempt, alikeWithin(equipment)).count };
  return { attemptId: id, providerPaymentId, amount, sentAt: sentAt ?? createdAt, others };
}

function act(question: Question, outcome: AskOutcome): Worked | Promise<Worked> {
  const { till, equipment, attempt } = question;
  if (outcome.kind !== 'unreachable') lineIs(till, 'up', bookLine(equipment));
  switch (outcome.kind) {
    case 'paid':
      return paid(question, outcome);
    case 'unpaid':
      return unpaid(question);
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
      return again(question, outcome.reason);
    case 'not-found':
      return again(question, 'not-found');
    case 'unreachable':
      lineIs(till, 'down', bookLine(equipment));
      return again(question, askingFailed);
    default:
      return assertNever(outcome);
  }
}

/** The book is Payme's own, whichever way the money was taken. */
function bookLine({ payme }: Equipment): 'box' | 'payme' {
  return payme?.knock ? 'payme' : (payme?.line ?? 'box');
}

function paid(question: Question, outcome: Extract<AskOutcome, { kind: 'paid' }>): Worked | Promise<Worked> {
  const { till, equipment, attempt } = question;
  writeAnswer(till, equipment, { id: attempt.id, code: '', outcome });
  const now = findAttempt(till.db, attempt.id);
  if (now?.state !== 'cancelling')
    return now?.state === 'paid' ? { kind: 'done' } : again(question, 'payment-id-known');
  return back(question, now);
}

/**
 * Nobody has begun to pay. While the code could still be paid with, that is no answer; after it, the payment is closed at
 * the provider, so that nobody can, and the customer may pay in another way.
 */
function unpaid(question: Question): Worked | Promise<Worked> {
  const { till, equipment, attempt, obligation } = question;
  if (attempt.state === 'cancelling') return back(question, attempt);
  const dead = codeLives(equipment) + codeDeadFor;
  if (attempt.state === 'sending' || till.world.steady() - obligation.createdAt < dead)
    return again(question, 'unpaid');
  giveUp(till, equipment, attempt, 'never-begun');
  return back(question, attempt);
}

async function back(question: Question, attempt: AttemptRow): Promise<Worked> {
  const { till, equipment, book } = question;
  const outcome = await takeBack(till, equipment, book, attempt);
  return outcome === undefined ? { kind: 'done' } : again(question, outcome.reason, outcome.message, outcome.wait);
}

/** The next question in its rhythm; after a day without a word, a manager. */
function again({ till, attempt, obligation }: Question, reason: string, message = '', wait?: number): Worked {
  const age = till.world.steady() - obligation.createdAt;
  hear(till, attempt.id, reason, message);
  if (age >= askedLongEnough) {
    needsManager(till, attempt, reason);
    return { kind: 'dead', reason };
  }
  return { kind: 'later', reason, wait: wait ?? askAgainIn(age, obligation.id) };
}
