import { askAgainIn, askedLongEnough, codeDeadFor } from '../../domain/asking.ts';
import type { AskOutcome } from '../../domain/asking.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { attemptOfPayment, attemptsAlike, findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { Obligation } from '../../store/outbox.ts';
import type { Enquiry, ProviderBook } from '../../tender/provider.ts';
import { codeLives } from '../code-lifetime.ts';
import type { Equipment, Till } from '../context.ts';
import { giveUp, hear, isOpenDoubt, needsManager, wentBack } from '../doubt/hear.ts';
import { takeBack } from '../doubt/take-back.ts';
import type { Worked } from '../outbox.ts';
import { lineIs } from '../reach.ts';
import { writeAnswer } from '../settle.ts';

/** Payments of the same sum within this time (ms) of each other could be taken for one another. */
const alikeWithin = 300_000;

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
  if (!book) return { kind: 'dead', reason: 'cannot-be-asked' };
  const outcome = await book.ask(enquiry(till, asked));
  const attempt = findAttempt(till.db, obligation.subject);
  if (!attempt || !isOpenDoubt(attempt)) return { kind: 'done' };
  return act({ till, equipment, book, attempt, obligation }, outcome);
}

function enquiry(till: Till, attempt: AttemptRow): Enquiry {
  const { id, providerPaymentId, amount, sentAt, createdAt } = attempt;
  const owns = (paymentId: string): boolean => {
    const owner = attemptOfPayment(till.db, attempt.provider, paymentId);
    return owner !== undefined && owner !== id;
  };
  const others = { owns, alike: attemptsAlike(till.db, attempt, alikeWithin) };
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
      return again(question, outcome.reason);
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
