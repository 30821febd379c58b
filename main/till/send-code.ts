import { afterRestart, codeExpired } from '../domain/attempt.ts';
import { attemptsIn, findAttempt } from '../store/attempts.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { foldLog } from '../store/database.ts';
import { atomically } from '../store/statement.ts';
import { changeAttempt } from './attempts.ts';
import { guarded, play, say, tellFault } from './context.ts';
import type { Equipment, Till } from './context.ts';
import { settle } from './settle.ts';

/** How soon (ms) a code that could not leave is tried again, while it lives. */
const resendEvery = 2000;

/** How soon (ms) after a code was erased the log that may still hold it is folded away. */
const foldAfter = 1000;

/**
 * Sends a queued code once. From its first commit on a byte may have left, so only the provider's word or a person can say
 * what happened; when that commit fails nothing has left, and the code waits for its next try.
 */
export async function sendCode(till: Till, equipment: Equipment, id: string, code: string): Promise<void> {
  const attempt = findAttempt(till.db, id);
  if (!equipment.payme || attempt?.state !== 'queued') return;
  try {
    atomically(till.db, () => changeAttempt(till, id, 'sending'));
  } catch (error) {
    tellFault(till, 'send-code', error);
    return tryAgainLater(till, equipment, id);
  }
  till.changed();
  const outcome = await equipment.payme.charge({ attemptId: id, amount: attempt.amount, code });
  settle(till, equipment, { id, code, outcome }, () => {
    if (outcome.kind === 'nothing-sent') tryAgainLater(till, equipment, id);
    else foldSoon(till);
  });
}

/** After a start: what was being sent is in doubt, what was never sent goes on waiting for the line. */
export function recoverAttempts(till: Till, equipment: Equipment): void {
  atomically(till.db, () => {
    for (const { id } of attemptsIn(till.db, 'sending')) {
      changeAttempt(till, id, afterRestart('sending'), { reason: 'till-restarted' });
    }
  });
  for (const { id } of attemptsIn(till.db, 'queued')) till.world.timers.after(0, () => tryAgain(till, equipment, id));
}

function tryAgainLater(till: Till, equipment: Equipment, id: string): void {
  const left = (findAttempt(till.db, id)?.codeExpiresAt ?? 0) - till.world.now();
  const wait = left > 0 ? Math.min(resendEvery, left) : resendEvery;
  till.world.timers.after(wait, () => tryAgain(till, equipment, id));
}

/** Sends a code that never left, or lets it die: an expired code is never sent. */
function tryAgain(till: Till, equipment: Equipment, id: string): void {
  const attempt = findAttempt(till.db, id);
  if (attempt?.state !== 'queued') return;
  const code = codeOf(till, attempt);
  if (code === undefined || isOver(till, attempt)) return expire(till, equipment, attempt);
  void sendCode(till, equipment, id, code).catch((error: unknown) => tellFault(till, 'send-code', error));
}

function isOver(till: Till, { createdAt, codeExpiresAt }: AttemptRow): boolean {
  return codeExpired(createdAt, codeExpiresAt ?? 0, till.world.now());
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
  say(till, 'payment-expired', 'refused');
  play(till, 'refused');
  foldSoon(till);
  till.changed();
}

/** Erases what the write-ahead log may still hold of a code that is gone from the file. */
export function foldSoon(till: Till): void {
  till.world.timers.after(foldAfter, () => guarded(till, 'fold-log', () => foldLog(till.db)));
}
