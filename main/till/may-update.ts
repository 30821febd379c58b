import { updateFault } from '../domain/update.ts';
import { openShiftRow } from '../store/shifts.ts';
import { unfinished } from '../store/totals.ts';
import type { Result } from '../../preload/api.ts';
import { ok, refused } from './context.ts';
import type { Till } from './context.ts';

/** Whether a new version may be installed now; else why not, with how much is still waiting. Anybody at the screen may ask. */
export function mayUpdate({ db }: Till): Result<null> {
  const open = { shiftOpen: openShiftRow(db) !== undefined, ...unfinished(db) };
  const fault = updateFault(open);
  return fault === undefined ? ok(null) : refused(fault, { openMoney: open.openMoney, owed: open.owed });
}
