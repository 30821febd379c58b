import { afterRestart } from '../../domain/attempt.ts';
import { isCheckout } from '../../domain/tender.ts';
import { attemptsIn } from '../../store/attempts.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { atomically } from '../../store/statement.ts';
import { changeAttempt, managerSince, noteOnAttempt, oweAsking } from '../attempts.ts';
import type { Equipment, Till } from '../context.ts';
import { bookOf } from '../providers.ts';

/**
 * After a start: what was being sent is in doubt, like a checkout nobody can be asked about any more, and everything whose
 * outcome is open is asked about at once. One commit: a till killed in it does the same at its next start.
 */
export function recoverAttempts(till: Till, equipment: Equipment): void {
  atomically(till.db, () => {
    for (const attempt of attemptsIn(till.db, 'sending')) {
      const to = bookOf(equipment, attempt) ? afterRestart('sending', isCheckout(attempt.kind)) : 'in-doubt';
      const doubt = { reason: 'till-restarted', managerSince: managerSince(till, equipment, attempt) };
      if (to !== 'sending') changeAttempt(till, attempt.id, to, doubt);
    }
    const open = (['sending', 'in-doubt', 'cancelling'] as const).flatMap((state) => attemptsIn(till.db, state));
    for (const attempt of open) {
      if (!oweAsking(till, equipment, attempt)) leaveToManager(till, attempt);
    }
  });
}

/** A cashbox that was taken out of the settings leaves nobody to ask. */
function leaveToManager(till: Till, { id, managerSince: since }: AttemptRow): void {
  if (since === null)
    noteOnAttempt(till, id, { reason: 'cannot-be-asked', message: null, managerSince: till.world.now() });
}
