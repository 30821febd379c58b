import { assertNever } from '../domain/assert-never.ts';
import { codeExpired } from '../domain/attempt.ts';
import { isCheckout } from '../domain/tender.ts';
import { attemptsIn, findAttempt } from '../store/attempts.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { findSale } from '../store/sales.ts';
import { atomically } from '../store/statement.ts';
import type { CodeProvider } from '../tender/provider.ts';
import { changeAttempt, noteOnAttempt, oweAsking } from './attempts.ts';
import { codeLifetime } from './code-lifetime.ts';
import { play, say, tellFault } from './context.ts';
import type { Equipment, Till } from './context.ts';
import { foldSoon } from './fold-soon.ts';
import { lineIs } from './reach.ts';
import { settle } from './settle.ts';

/** How soon (ms) a code that could not leave is tried again, while it lives. */
const resendEvery = 2000;

/** How soon (ms) after it was sent a payment without an answer is asked about for the first time. */
const firstQuestionAfter = 5000;

/**
 * Sends a queued code once. Killed between any two lines, this is what stands: while the provider makes the payment ready
 * no money can move, and the attempt is still `queued`; the commit of `sending` keeps what the provider calls it, erases the
 * code and owes the question about it, so that from the first byte on only the provider's word or a person can say what
 * happened. When that commit fails nothing has left, and the code waits for its next try.
 */
export async function sendCode(till: Till, equipment: Equipment, id: string, code: string): Promise<void> {
  const { payme } = equipment;
  const paymentId = await makeReady(till, payme, id).catch(
    (error: unknown) => void tellFault(till, 'send-code', error),
  );
  const attempt = findAttempt(till.db, id);
  if (!payme || attempt?.state !== 'queued') return;
  if (paymentId === undefined) return tryAgainLater(till, equipment, id);
  if (isOver(till, equipment, attempt)) return expire(till, equipment, attempt);
  try {
    atomically(till.db, () => {
      changeAttempt(till, id, 'sending', { providerPaymentId: paymentId });
      oweAsking(till, equipment, attempt, firstQuestionAfter);
    });
  } catch (error) {
    tellFault(till, 'send-code', error);
    return tryAgainLater(till, equipment, id);
  }
  till.wake('ask');
  till.changed();
  const outcome = await payme.charge({ attemptId: id, amount: attempt.amount, code, providerPaymentId: paymentId });
  settle(till, equipment, { id, code, outcome }, () => {
    if (findAttempt(till.db, id)?.state === 'queued') tryAgainLater(till, equipment, id);
    else foldSoon(till);
  });
}

/**
 * What the provider calls the payment, made known to it before anything is charged; null when it has no such step. Undefined
 * when it could not be made ready. A payment once made ready is used again, for nobody has paid it.
 */
async function makeReady(till: Till, payme: CodeProvider | null, id: string): Promise<string | null | undefined> {
  const attempt = findAttempt(till.db, id);
  if (!payme || attempt?.state !== 'queued') return undefined;
  if (!payme.prepare || attempt.providerPaymentId !== null) return attempt.providerPaymentId;
  const outcome = await payme.prepare({ attemptId: id, amount: attempt.amount });
  if (findAttempt(till.db, id)?.state !== 'queued') return undefined;
  switch (outcome.kind) {
    case 'ready':
      return outcome.providerPaymentId;
    case 'again':
      return waitForLine(till, payme, id, outcome.reason);
    case 'declined':
      return decline(till, id, outcome);
    default:
      return assertNever(outcome);
  }
}

function waitForLine(till: Till, { line }: CodeProvider, id: string, reason: string): undefined {
  lineIs(till, 'down', line);
  if (findAttempt(till.db, id)?.reason === reason) return;
  atomically(till.db, () => noteOnAttempt(till, id, { reason, message: null }));
  say(till, 'payment-queued', 'doubt');
}

function decline(till: Till, id: string, { reason, message }: { reason: string; message: string }): undefined {
  atomically(till.db, () => changeAttempt(till, id, 'declined', { reason, message }));
  say(till, 'payment-declined', 'refused', { message });
  play(till, 'refused');
  till.changed();
}

/** After a start the codes that were never sent go on waiting for the line. */
export function resumeQueue(till: Till, equipment: Equipment): void {
  const codes = attemptsIn(till.db, 'queued').filter(({ kind }) => !isCheckout(kind));
  for (const { id } of codes) till.world.timers.after(0, () => tryAgain(till, equipment, id));
}

function tryAgainLater(till: Till, equipment: Equipment, id: string): void {
  const left = (findAttempt(till.db, id)?.codeExpiresAt ?? 0) - till.world.steady();
  const wait = left > 0 ? Math.min(resendEvery, left) : resendEvery;
  till.world.timers.after(wait, () => tryAgain(till, equipment, id));
}

/** Sends a code that never left, or lets it die: an expired code is never sent. */
function tryAgain(till: Till, equipment: Equipment, id: string): void {
  const attempt = findAttempt(till.db, id);
  if (attempt?.state !== 'queued') return;
  const code = codeOf(till, attempt);
  if (code === undefined || isOver(till, equipment, attempt)) return expire(till, equipment, attempt);
  void sendCode(till, equipment, id, code).catch((error: unknown) => {
    tellFault(till, 'send-code', error);
    tryAgainLater(till, equipment, id);
  });
}

/** A code that would live longer than codes do was scanned before the clock was set back: nobody knows how old it is. */
function isOver(till: Till, equipment: Equipment, { codeExpiresAt }: AttemptRow): boolean {
  const dies = codeExpiresAt ?? 0;
  return codeExpired(dies - codeLifetime(equipment), dies, till.world.steady());
}

function codeOf(till: Till, attempt: AttemptRow): string | undefined {
  return attempt.codeCipher === null ? undefined : till.vault.unlock(attempt.codeCipher, attempt.id);
}

function expire(till: Till, equipment: Equipment, attempt: AttemptRow): void {
  try {
    atomically(till.db, () => changeAttempt(till, attempt.id, 'expired', { reason: 'code-lifetime' }));
  } catch (error) {
    tellFault(till, 'expire-code', error);
    return tryAgainLater(till, equipment, attempt.id);
  }
  const sale = findSale(till.db, attempt.saleId);
  say(till, 'payment-expired', 'refused', sale?.parked === 1 ? { number: sale.number } : {});
  play(till, 'refused');
  till.changed();
}
