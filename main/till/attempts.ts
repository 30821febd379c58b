import { isLive } from '../domain/attempt.ts';
import type { AttemptState } from '../domain/attempt.ts';
import { insertAttempt, moveAttempt, noteAttempt } from '../store/attempt-moves.ts';
import type { Change, NewAttempt, Note } from '../store/attempt-moves.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { owe } from '../store/outbox.ts';
import type { Equipment, Till } from './context.ts';
import { foldSoon } from './fold-soon.ts';
import { bookOf } from './providers.ts';
import { recordAttempt } from './record.ts';

/** Writes a new attempt and seals it; call it inside a transaction. */
export function writeAttempt(till: Till, attempt: NewAttempt): void {
  insertAttempt(till.db, attempt);
  recordAttempt(till, attempt.id);
}

/**
 * Moves an attempt and seals the move; call it inside the transaction of the fact behind it. Its end erases a code and a
 * phone, also from the log.
 */
export function changeAttempt(till: Till, id: string, to: AttemptState, change: Omit<Change, 'at'> = {}): void {
  moveAttempt(till.db, id, to, { ...change, at: till.world.now() });
  recordAttempt(till, id);
  if (!isLive(to) && to !== 'cancelling') foldSoon(till);
}

/** Keeps what was heard about an attempt that stays in its state, and seals it; call it inside a transaction. */
export function noteOnAttempt(till: Till, id: string, note: Omit<Note, 'at'>): void {
  noteAttempt(till.db, id, { ...note, at: till.world.now() });
  recordAttempt(till, id);
}

/**
 * Owes the next question about an attempt, `wait` ms from now; call it inside the transaction that leaves its outcome open.
 * False when its provider has no memory to ask: then only a manager can find out.
 */
export function oweAsking(till: Till, equipment: Equipment, attempt: Asked, wait = 0): boolean {
  if (!bookOf(equipment, attempt)) return false;
  const now = till.world.steady();
  owe(till.db, 'ask', 'ask', attempt.id, now, now + wait);
  return true;
}

type Asked = Pick<AttemptRow, 'id' | 'provider'>;

/** A provider without memory leaves its doubts to a manager at once. */
export function managerSince(till: Till, equipment: Equipment, attempt: Asked): number | null {
  return bookOf(equipment, attempt) ? null : till.world.now();
}
