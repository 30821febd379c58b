import type { Code, StripView } from '../../preload/api.ts';
import type { Till } from './context.ts';

/** What is said about the box and about the printer; gone from the screen when they are well again. */
const troubles: Record<'box' | 'printer', readonly Code[]> = {
  box: ['fiscal-unreachable'],
  printer: ['printer-unreachable', 'printer-paper-out', 'printer-cover-open', 'printer-offline'],
};

/** Notes how the line is, from real traffic and from the probe alike; a line that came back lets everything go on that waited. */
export function lineIs(till: Till, line: 'up' | 'down'): void {
  const cameBack = line === 'up' && till.memo.line === 'down';
  till.memo.line = line;
  if (line === 'up') clearTrouble(till, 'box');
  if (cameBack) till.wakeNow('fiscal');
  if (cameBack) till.wakeNow('wallet');
  till.changed();
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
