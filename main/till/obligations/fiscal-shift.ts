import { assertNever } from '../../domain/assert-never.ts';
import type { FiscalService, ZOutcome } from '../../fiscal/service.ts';
import { setFiscalZ } from '../../store/shifts.ts';
import type { Equipment, Till } from '../context.ts';
import { play, say } from '../context.ts';
import type { Worked } from '../outbox.ts';

/** Opens the fiscal shift; "already open" is what we wanted. */
export async function openFiscalShift(till: Till, { fiscal }: Equipment): Promise<Worked> {
  if (!fiscal) return { kind: 'done' };
  const outcome = await fiscal.openShift(till.world.now());
  if (outcome.kind !== 'in-doubt') return asWorked(till, outcome);
  return (await isOpen(fiscal)) === true ? { kind: 'done' } : { kind: 'later', reason: outcome.reason };
}

/**
 * Takes the fiscal Z of a closed shift. A lost answer is resolved by reading the box's counters: a shift that is no
 * longer open there was closed by us, for the till is the box's only user.
 */
export async function closeFiscalShift(till: Till, { fiscal }: Equipment, shiftId: string): Promise<Worked> {
  if (!fiscal) return { kind: 'done' };
  const outcome = await fiscal.closeShift(till.world.now());
  if (outcome.kind === 'done') return keepZ(till, shiftId, outcome.state.number);
  if (outcome.kind === 'already' || emptyShift(outcome)) return keepZ(till, shiftId, null);
  if (outcome.kind === 'in-doubt') return askWhetherClosed(till, fiscal, shiftId, outcome.reason);
  return asWorked(till, outcome);
}

async function askWhetherClosed(till: Till, fiscal: FiscalService, shiftId: string, reason: string): Promise<Worked> {
  const state = await fiscal.shiftState();
  if ('kind' in state || state.open) return { kind: 'later', reason };
  return keepZ(till, shiftId, state.number);
}

async function isOpen(fiscal: FiscalService): Promise<boolean | undefined> {
  const state = await fiscal.shiftState();
  return 'kind' in state ? undefined : state.open;
}

/** The box does not close a shift in which nothing was sold (36907); there is then nothing to report. */
function emptyShift(outcome: ZOutcome): boolean {
  return outcome.kind === 'refused' && outcome.code === 'shift-empty';
}

function keepZ(till: Till, shiftId: string, number: number | null): Worked {
  setFiscalZ(till.db, shiftId, number);
  return { kind: 'done' };
}

function asWorked(till: Till, outcome: ZOutcome): Worked {
  switch (outcome.kind) {
    case 'done':
    case 'already':
      return { kind: 'done' };
    case 'nothing-sent':
      till.memo.line = 'down';
      say(till, 'fiscal-unreachable', 'info');
      return { kind: 'later', reason: outcome.reason };
    case 'in-doubt':
      return { kind: 'later', reason: outcome.reason };
    case 'refused':
      if (outcome.code === 'time-past') return { kind: 'later', reason: outcome.code, wait: 1100 };
      say(till, 'fiscal-z-failed', 'refused', { code: outcome.code, message: outcome.message });
      play(till, 'trouble');
      return { kind: 'dead', reason: outcome.code };
    default:
      return assertNever(outcome);
  }
}
