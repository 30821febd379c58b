import { foldLog } from '../store/database.ts';
import { guarded } from './context.ts';
import type { Till } from './context.ts';

/** How soon (ms) after something was erased the log that may still hold it is folded away. */
const foldAfter = 1000;

/**
 * Erases what the write-ahead log may still hold of a code or a phone that is gone from the file, once for all that is erased
 * until then, and again while somebody else reads the file; may be called inside a transaction.
 */
export function foldSoon(till: Till): void {
  if (till.memo.foldIsDue) return;
  till.memo.foldIsDue = true;
  till.world.timers.after(foldAfter, () => {
    till.memo.foldIsDue = false;
    guarded(till, 'fold-log', () => {
      if (!foldLog(till.db)) foldSoon(till);
    });
  });
}
