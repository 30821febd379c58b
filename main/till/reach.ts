import type { Code, StripView } from '../../preload/api.ts';
import type { Lane } from '../store/outbox.ts';
import type { Line } from '../tender/provider.ts';
import type { Till } from './context.ts';
import { linesOfShop } from './providers.ts';

/** What is said about the box and about the printer; gone from the screen when they are well again. */
const troubles: Record<'box' | 'printer', readonly Code[]> = {
  box: ['fiscal-unreachable'],
  printer: ['printer-unreachable', 'printer-paper-out', 'printer-cover-open', 'printer-offline'],
};

/** What waits is made due at once at most this often (ms) for one line. */
const hurryEvery = 30_000;

/** What waits for each line, and goes on when it is back. */
const waiting: Record<Line, readonly Lane[]> = {
  box: ['fiscal', 'wallet', 'ask', 'match', 'refund'],
  payme: ['wallet', 'ask', 'match', 'refund'],
  flitt: ['ask', 'refund'],
  smartpay: ['ask', 'refund'],
};

/** Notes how a line is, from real traffic and from the probe alike; one that came back lets everything go on that waited. */
export function lineIs(till: Till, state: 'up' | 'down', line: Line = 'box'): void {
  const cameBack = state === 'up' && till.memo.lines[line] === 'down';
  till.memo.lines[line] = state;
  if (state === 'up' && line === 'box') clearTrouble(till, 'box');
  if (cameBack && mayHurry(till, line)) for (const lane of waiting[line]) till.wakeNow(lane);
  till.changed();
}

/** A line that flaps must not turn every question's rhythm into its own. */
function mayHurry({ memo, world }: Till, line: Line): boolean {
  const now = world.steady();
  if (now - (memo.hurriedAt[line] ?? -hurryEvery) < hurryEvery) return false;
  memo.hurriedAt[line] = now;
  return true;
}

/** The lines this shop's payments and receipts take, as one: down when any is, up when all are. */
export function wholeLine(till: Till): StripView['line'] {
  const states = linesOfShop(till.equipment).map((line) => till.memo.lines[line]);
  if (states.includes('down')) return 'down';
  return states.includes('unknown') ? 'unknown' : 'up';
}

/** Notes how the printer is; one that works again prints what waited for it. */
export function printerIs(till: Till, printer: StripView['printer']): void {
  const cameBack = printer !== 'trouble' && till.memo.printer === 'trouble';
  till.memo.printer = printer;
  if (printer !== 'trouble') clearTrouble(till, 'printer');
  if (cameBack) till.wakeNow('print');
  till.changed();
}

function clearTrouble(till: Till, of: 'box' | 'printer'): void {
  const { message } = till.memo;
  if (message && troubles[of].includes(message.code)) till.memo.message = null;
}
