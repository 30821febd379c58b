import type { AttemptState } from '../domain/attempt.ts';
import { insertAttempt, moveAttempt } from '../store/attempts.ts';
import type { Change, NewAttempt } from '../store/attempts.ts';
import type { Till } from './context.ts';
import { recordAttempt } from './record.ts';

/** Writes a new attempt and seals it; call it inside a transaction. */
export function writeAttempt(till: Till, attempt: NewAttempt): void {
  insertAttempt(till.db, attempt);
  recordAttempt(till, attempt.id);
}

/** Moves an attempt and seals the move; call it inside the transaction of the fact behind it. */
export function changeAttempt(till: Till, id: string, to: AttemptState, change: Omit<Change, 'at'> = {}): void {
  moveAttempt(till.db, id, to, { ...change, at: till.world.now() });
  recordAttempt(till, id);
}
