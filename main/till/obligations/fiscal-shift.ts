import { assertNever } from '../../domain/assert-never.ts';
import type { FiscalService, ZOutcome } from '../../fiscal/service.ts';
import { setFiscalClosed, setFiscalZ } from '../../store/shifts.ts';
import type { Equipment, Till } from '../context.ts';
import { play, say } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { lineIs } from '../reach.ts';
import { clockIsRight, isClockTrouble, waitForClock } from './clock-trouble.ts';
import { forgetTries } from './tries.ts';

/**
 * Opens the fiscal shift; "already open" is what we wanted. The box is asked before every try, so that an opening whose
 * answer was lost, or that a killed till had sent, is never made blindly again.
 */
export async function openFiscalShift(till: Till, { fiscal }: Equipment, shiftId: string): Promise<Worked> {
  if (!fiscal) return { kind: 'done' };
  const refusedAs = 'fiscal-open-refused';
  const before = await fiscal.shiftState();
  if ('kind' in before) return asWorked(till, shiftId, refusedAs, { kind: 'nothing-sent', reason: before.reason });
  if (before.open) return asWorked(till, shiftId, refusedAs, { kind: 'already' });
  const outcome = await fiscal.openShift(till.world.now());
  const open = outcome.kind === 'in-doubt' && (await isOpen(fiscal)) === true;
  return asWorked(till, shiftId, refusedAs, open ? { kind: 'already' } : outcome);
}

/**
 * Takes the fiscal Z of a closed shift. The number of the box's open shift is noted before the first byte leaves, so
 * that neither a lost answer nor a killed till loses it; a shift that is no longer open there was closed by us, for the
 * till is the box's only user.
 */
export async function closeFiscalShift(till: Till, { fiscal }: Equipment, shiftId: string): Promise<Worked> {
  if (!fiscal) return { kind: 'done' };
  const before = await fiscal.shiftState();
  if ('kind' in before)
    return asWorked(till, shiftId, 'fiscal-z-failed', { kind: 'nothing-sent', reason: before.reason });
  if (!before.open) return closed(till, shiftId);
  setFiscalZ(till.db, shiftId, before.number);
  const outcome = await fiscal.closeShift(till.world.now());
  if (outcome.kind === 'done' || outcome.kind === 'already') return closed(till, shiftId);
  if (emptyShift(outcome)) return closedEmpty(till, shiftId);
  if (outcome.kind === 'in-doubt') return askWhetherClosed(till, fiscal, shiftId, outcome.reason);
  return asWorked(till, shiftId, 'fiscal-z-failed', outcome);
}

async function askWhetherClosed(till: Till, fiscal: FiscalService, shiftId: string, reason: string): Promise<Worked> {
  return (await isOpen(fiscal)) === false ? closed(till, shiftId) : { kind: 'later', reason };
}

async function isOpen(fiscal: FiscalService): Promise<boolean | undefined> {
  const state = await fiscal.shiftState();
  return 'kind' in state ? undefined : state.open;
}

/** The box does not close a shift in which nothing was sold (36907); there is then nothing to report. */
function emptyShift(outcome: ZOutcome): boolean {
  return outcome.kind === 'refused' && outcome.code === 'shift-empty';
}

function closed(till: Till, shiftId: string): Worked {
  setFiscalClosed(till.db, shiftId);
  clockIsRight(till);
  forgetTries(till, shiftId);
  return { kind: 'done' };
}

function closedEmpty(till: Till, shiftId: string): Worked {
  setFiscalZ(till.db, shiftId, null);
  return closed(till, shiftId);
}

/** `refusedAs` is what the screen says of a refusal: which of the two it was. */
function asWorked(
  till: Till,
  shiftId: string,
  refusedAs: 'fiscal-open-refused' | 'fiscal-z-failed',
  outcome: ZOutcome,
): Worked {
  switch (outcome.kind) {
    case 'done':
    case 'already':
      clockIsRight(till);
      forgetTries(till, shiftId);
      return { kind: 'done' };
    case 'nothing-sent':
      lineIs(till, 'down');
      say(till, 'fiscal-unreachable', 'info');
      return { kind: 'later', reason: outcome.reason };
    case 'in-doubt':
      return { kind: 'later', reason: outcome.reason };
    case 'refused':
      if (isClockTrouble(outcome)) return waitForClock(till, shiftId, refusedAs, outcome);
      say(till, refusedAs, 'refused', { code: outcome.code, message: outcome.message });
      play(till, 'trouble');
      return { kind: 'dead', reason: outcome.code };
    default:
      return assertNever(outcome);
  }
}
