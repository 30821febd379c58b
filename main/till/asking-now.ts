import type { AskOutcome } from '../domain/asking.ts';
import { isLive } from '../domain/attempt.ts';
import { isCheckout } from '../domain/tender.ts';
import type { AttemptRow } from '../store/attempts.ts';
import type { Till } from './context.ts';

const running = new WeakMap<Till, Map<string, AbortController>>();

/**
 * How long (ms) an answer about a checkout nobody wants any more is waited for: UzQR holds its answer back for two minutes, and
 * until it is cancelled there too, somebody could still pay it.
 */
const longestWhenGivenUp = 3000;

const stopped = { kind: 'unreachable', reason: 'stopped' } as const;

/** Runs one question about an attempt; `stopAsking` ends it early, and so does the time for a checkout that was given up. */
export async function whileAsking(
  till: Till,
  { id, kind, state }: AttemptRow,
  ask: (stop: AbortSignal) => Promise<AskOutcome>,
): Promise<AskOutcome> {
  const questions = running.get(till) ?? new Map<string, AbortController>();
  const question = new AbortController();
  running.set(till, questions.set(id, question));
  const hurries = isCheckout(kind) && !isLive(state);
  const patience = hurries ? till.world.timers.after(longestWhenGivenUp, () => question.abort()) : () => {};
  try {
    const outcome = await ask(question.signal);
    return question.signal.aborted && outcome.kind === 'unreachable' ? stopped : outcome;
  } finally {
    patience();
    questions.delete(id);
  }
}

/** True when the till itself ended the question: that says nothing about the line, and nothing about the money. */
export function wasStopped(outcome: AskOutcome): boolean {
  return outcome.kind === 'unreachable' && outcome.reason === stopped.reason;
}

/**
 * Ends the question that is running about an attempt: UzQR answers after two minutes, and a cashier who cancels does not wait
 * for it. Asking moves no money, so the answer may be lost.
 */
export function stopAsking(till: Till, attemptId: string): void {
  running.get(till)?.get(attemptId)?.abort();
}
