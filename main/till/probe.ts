import type { Till } from './context.ts';
import { say } from './context.ts';

const probeEvery = 15_000;

/**
 * Looks at the fiscal box and the printer now and every 15 s: the cheapest way to know that they are there, and to let
 * what waited for them go on when they come back.
 */
export function startProbe(till: Till): { stop(): void } {
  let cancel = (): void => {};
  let stopped = false;
  const probe = async (): Promise<void> => {
    await Promise.all([lookAtBox(till, () => stopped), lookAtPrinter(till, () => stopped)]);
    if (!stopped) cancel = till.world.timers.after(probeEvery, () => void probe());
  };
  void probe();
  return {
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

async function lookAtBox(till: Till, isStopped: () => boolean): Promise<void> {
  const info = await till.equipment?.fiscal?.info();
  if (!info || isStopped()) return;
  const line = 'kind' in info ? 'down' : 'up';
  if (till.memo.line === line) return;
  const cameBack = line === 'up' && till.memo.line === 'down';
  till.memo.line = line;
  if (cameBack) till.wakeNow('fiscal');
  if (cameBack) till.wakeNow('wallet');
  till.changed();
}

/** A printer that is ready is left alone: its next job asks it anyway. */
async function lookAtPrinter(till: Till, isStopped: () => boolean): Promise<void> {
  if (till.memo.printer === 'ready' || !till.equipment?.printer) return;
  const state = await till.equipment.printer.check();
  if (isStopped()) return;
  const inTrouble = till.memo.printer === 'trouble';
  till.memo.printer = state === 'ready' || state === 'unknown' ? state : 'trouble';
  if (till.memo.printer !== 'trouble' && inTrouble) till.wakeNow('print');
  if (till.memo.printer === 'trouble' && !inTrouble && state !== 'ready' && state !== 'unknown')
    say(till, state, 'info');
  till.changed();
}
