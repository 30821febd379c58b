import { boxTells } from './box-limits.ts';
import type { Till } from './context.ts';
import { say, tellFault } from './context.ts';
import type { Line } from '../tender/provider.ts';
import { providersOf } from './providers.ts';
import { lineIs, printerIs, wholeLine } from './reach.ts';

/** How often (ms) the world is looked at while all is well, and while a line is down: what waits is then sent within seconds. */
const probeEvery = 15_000;
const probeWhileDown = 5000;

/**
 * Looks at the fiscal box, the providers' lines and the printer now and every 15 s, every 5 s while a line is down: the
 * cheapest way to know that they are there, and to let what waited for them go on when they come back. The box tells its
 * limits with it.
 */
export function startProbe(till: Till): { stop(): void } {
  let cancel = (): void => {};
  let stopped = false;
  const probe = async (): Promise<void> => {
    const isStopped = (): boolean => stopped;
    const looks = [lookAtBox(till, isStopped), lookAtProviders(till, isStopped), lookAtPrinter(till, isStopped)];
    await Promise.all(looks).catch((error: unknown) => tellFault(till, 'probe', error));
    const pause = wholeLine(till) === 'down' ? probeWhileDown : probeEvery;
    if (!stopped) cancel = till.world.timers.after(pause, () => void probe());
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
  lineIs(till, 'kind' in info ? 'down' : 'up');
  if (!('kind' in info)) boxTells(till, info);
}

/** Whether each provider can be reached at all, once a line; where everything goes through the box, the box tells. */
async function lookAtProviders(till: Till, isStopped: () => boolean): Promise<void> {
  const knocks = new Map<Line, () => Promise<boolean>>();
  for (const { knock, line, book } of till.equipment ? providersOf(till.equipment) : []) {
    const to = book?.line ?? line;
    if (knock && to) knocks.set(to, knock);
  }
  await Promise.all([...knocks].map(([line, knock]) => lookAtLine(till, line, knock, isStopped)));
}

async function lookAtLine(
  till: Till,
  line: Line,
  knock: () => Promise<boolean>,
  isStopped: () => boolean,
): Promise<void> {
  const stands = await knock();
  if (!isStopped()) lineIs(till, stands ? 'up' : 'down', line);
}

/** A printer that is ready is left alone: its next job asks it anyway. */
async function lookAtPrinter(till: Till, isStopped: () => boolean): Promise<void> {
  if (till.memo.printer === 'ready' || !till.equipment?.printer) return;
  const state = await till.equipment.printer.check();
  if (isStopped()) return;
  const known = till.memo.printer === 'trouble';
  printerIs(till, state === 'ready' || state === 'unknown' ? state : 'trouble');
  if (state !== 'ready' && state !== 'unknown' && !known) say(till, state, 'info');
}
