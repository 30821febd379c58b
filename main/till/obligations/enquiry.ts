import type { AskOutcome } from '../../domain/asking.ts';
import { attemptOfPayment, attemptsAlike } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import type { Obligation } from '../../store/outbox.ts';
import type { Enquiry, ProviderBook } from '../../tender/provider.ts';
import { wasStopped, whileAsking } from '../asking-now.ts';
import type { Equipment, Till } from '../context.ts';
import { chargedOf } from '../providers.ts';
import { lineIs } from '../reach.ts';

/** What one question is about: the row of the outbox gives it its rhythm. */
export type Question = {
  till: Till;
  equipment: Equipment;
  book: ProviderBook;
  attempt: AttemptRow;
  obligation: Obligation;
};

/** How far (ms) apart the till's clock and Payme's may be when a payment is looked for, at both ends of its window. */
const clocksApart = 240_000;

/** Payments of the same sum within this time (ms) of each other could be taken for one another: their windows overlap. */
export function alikeWithin({ settings }: Equipment): number {
  return (settings.paymeGo?.timeoutSeconds ?? 0) * 1000 + clocksApart;
}

/** Puts the question; moves no money, and may be put freely. */
export function putQuestion({ till, equipment, book, attempt }: Question): Promise<AskOutcome> {
  const holdsAnswers = book.holdsAnswers === true;
  return whileAsking(till, attempt, holdsAnswers, (stop) => book.ask(enquiry(till, equipment, attempt, stop)));
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

/** What an answer says about the line it came by; one the till did not wait for says nothing. */
export function tellLine({ till, book }: Question, outcome: AskOutcome): void {
  if (book.line && !wasStopped(outcome)) lineIs(till, outcome.kind === 'unreachable' ? 'down' : 'up', book.line);
}
