import { boxLimits, newlyReached } from '../domain/box-limits.ts';
import type { BoxFacts, BoxLimit } from '../domain/box-limits.ts';
import type { Code } from '../../preload/api.ts';
import { play, say } from './context.ts';
import type { Till } from './context.ts';

/**
 * Keeps the limits the box is near to, and says one once when it comes near and once more when it is reached; it leaves the
 * screen when it is no longer near. Money in doubt is never taken off the screen for it: the status strip tells it anyway.
 */
export function boxTells(till: Till, box: BoxFacts): void {
  const before = till.memo.box;
  const now = boxLimits(box, till.world.now());
  till.memo.box = now;
  const fresh = newlyReached(before, now);
  clearGone(till, now);
  const worst = fresh.find(({ level }) => level === 'reached') ?? fresh[0];
  if (worst) tell(till, worst);
  if (JSON.stringify(before) !== JSON.stringify(now)) till.changed();
}

function tell(till: Till, limit: BoxLimit): void {
  till.log('box-limit', limit);
  if (till.memo.message?.tone === 'doubt') return;
  const reached = limit.level === 'reached';
  say(till, codeOf(limit), reached ? 'refused' : 'info', limit);
  play(till, reached ? 'trouble' : 'attention');
}

function clearGone(till: Till, now: readonly BoxLimit[]): void {
  const { message } = till.memo;
  const said = message?.code === 'box-clock' || message?.code === 'box-limit';
  if (said && !now.some(({ kind }) => kind === message.facts['kind'])) till.memo.message = null;
}

/** A wrong clock is set right by the cashier; the other limits need the line or the service centre. */
function codeOf({ kind }: BoxLimit): Code {
  return kind === 'clock' ? 'box-clock' : 'box-limit';
}
