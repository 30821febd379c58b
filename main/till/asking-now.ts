import { heldBack } from '../domain/asking.ts';
import type { AskOutcome } from '../domain/asking.ts';
import { isLive } from '../domain/attempt.ts';
import { isCheckout } from '../domain/tender.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { findCheckout } from '../store/checkouts.ts';
import type { Till } from './context.ts';

const running = new WeakMap<Till, Map<string, AbortController>>();

/**
 * How long (ms) an answer about a checkout nobody wants any more is waited for: UzQR holds its answer back for two minutes, and
 * until it is cancelled there too, somebody could still pay it.
 */
const longestWhenGivenUp = 3000;

const stopped = { kind: 'unreachable', reason: 'stopped' } as const;

/**
 * Runs one question about an attempt; `stopAsking` ends it early, and so does the time for a checkout that was given up. Where
 * the provider holds its answers back, a dead QR is not waited for either.
 */
export async function whileAsking(
  till: Till,
  attempt: AttemptRow,
  holdsAnswers: boolean,
  ask: (stop: AbortSignal) => Promise<AskOutcome>,
): Promise<AskOutcome> {
  const questions = running.get(till) ?? new Map<string, AbortController>();
  const question = new AbortController();
  running.set(till, questions.set(attempt.id, question));
  const longest = patienceFor(till, attempt, holdsAnswers);
  const patience = longest === undefined ? () => {} : till.world.timers.after(longest, () => question.abort());
  try {
    const outcome = await ask(question.signal);
    if (!question.signal.aborted || outcome.kind !== 'unreachable') return outcome;
    return wasHeldBack(outcome) ? outcome : stopped;
  } finally {
    patience();
    questions.delete(attempt.id);
  }
}

/** How long (ms) one answer is waited for, where that is less than the call itself may take. */
function patienceFor(till: Till, { id, kind, state }: AttemptRow, holdsAnswers: boolean): number | undefined {
  if (!isCheckout(kind)) return undefined;
  if (!isLive(state)) return longestWhenGivenUp;
  const expiresAt = holdsAnswers ? (findCheckout(till.db, id)?.expiresAt ?? null) : null;
  return expiresAt === null ? undefined : Math.max(longestWhenGivenUp, expiresAt - till.world.steady());
}

/** True when the till itself ended the question: that says nothing about the line, and nothing about the money. */
export function wasStopped(outcome: AskOutcome): boolean {
  return outcome.kind === 'unreachable' && (outcome.reason === stopped.reason || wasHeldBack(outcome));
}

/** True when the provider had the question and kept its answer back, as it does while nobody has paid. */
export function wasHeldBack(outcome: AskOutcome): boolean {
  return outcome.kind === 'unreachable' && outcome.reason === heldBack;
}

/**
 * Ends the question that is running about an attempt: UzQR answers after two minutes, and a cashier who cancels does not wait
 * for it. Asking moves no money, so the answer may be lost.
 */
export function stopAsking(till: Till, attemptId: string): void {
  running.get(till)?.get(attemptId)?.abort();
}
