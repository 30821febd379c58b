import { isOpenDoubt } from '../../domain/attempt.ts';
import { findAttempt } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { findSale } from '../../store/sales.ts';
import { atomically } from '../../store/statement.ts';
import { changeAttempt, noteOnAttempt, oweAsking } from '../attempts.ts';
import { play, say } from '../context.ts';
import type { Equipment, Till } from '../context.ts';
import type { Worked } from '../outbox.ts';

/** Keeps what was heard, once: a hundred equal answers are one line in the history. */
export function hear(till: Till, id: string, reason: string, message: string): void {
  const attempt = findAttempt(till.db, id);
  if (!attempt || attempt.state === 'sending' || !isOpenDoubt(attempt)) return;
  if (attempt.reason === reason && (attempt.message ?? '') === message) return;
  atomically(till.db, () => noteOnAttempt(till, id, { reason, message: message === '' ? null : message }));
}

/** The till stops waiting for this payment and gives it back: from now on another tender may pay the sale. */
export function giveUp(till: Till, equipment: Equipment, { id, saleId }: AttemptRow, reason: string): void {
  atomically(till.db, () => {
    changeAttempt(till, id, 'cancelling', { reason });
    oweAsking(till, equipment, id);
  });
  tell(till, saleId, 'payment-cancelled');
}

/** The money is back, or was never taken and cannot be any more. */
export function wentBack(till: Till, { id, saleId }: AttemptRow): Worked {
  atomically(till.db, () => changeAttempt(till, id, 'returned', { reason: 'cancelled-there' }));
  tell(till, saleId, 'payment-returned');
  return { kind: 'done' };
}

/** Only a person can go on; asking does no harm meanwhile. */
export function needsManager(till: Till, { id, saleId, managerSince }: AttemptRow, reason: string): void {
  if (managerSince !== null) return;
  atomically(till.db, () => noteOnAttempt(till, id, { reason, message: null, managerSince: till.world.now() }));
  tell(till, saleId, 'payment-needs-manager');
}

function tell(
  till: Till,
  saleId: string,
  code: 'payment-cancelled' | 'payment-returned' | 'payment-needs-manager',
): void {
  const number = findSale(till.db, saleId)?.number ?? 0;
  say(till, code, code === 'payment-returned' ? 'info' : 'doubt', { number });
  play(till, 'attention');
  till.changed();
}
