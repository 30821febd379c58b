import { afterRestart } from '../../domain/attempt.ts';
import { attemptsIn } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { atomically } from '../../store/statement.ts';
import { changeAttempt, managerSince, noteOnAttempt, oweAsking } from '../attempts.ts';
import type { Equipment, Till } from '../context.ts';

/**
 * After a start: what was being sent is in doubt, and everything whose outcome is open is asked about at once. One commit:
 * a till killed in it does the same at its next start.
 */
export function recoverAttempts(till: Till, equipment: Equipment): void {
  atomically(till.db, () => {
    for (const { id } of attemptsIn(till.db, 'sending')) {
      const doubt = { reason: 'till-restarted', managerSince: managerSince(till, equipment) };
      changeAttempt(till, id, afterRestart('sending'), doubt);
    }
    for (const attempt of [...attemptsIn(till.db, 'in-doubt'), ...attemptsIn(till.db, 'cancelling')]) {
      if (!oweAsking(till, equipment, attempt.id)) leaveToManager(till, attempt);
    }
  });
}

/** A cashbox that was taken out of the settings leaves nobody to ask. */
function leaveToManager(till: Till, { id, managerSince: since }: AttemptRow): void {
  if (since === null)
    noteOnAttempt(till, id, { reason: 'cannot-be-asked', message: null, managerSince: till.world.now() });
}
