import type { Link } from '../transport/link.ts';
import type { PrinterMemory, PrinterTiming } from './converse.ts';
import { askCondition, type Condition } from './status.ts';

/** How a printer is, and whether it is at work: it answers status or, if it knows none, hangs up when we do. */
export type CheckUp = { condition: Condition; alive: boolean };

/**
 * Looks at a printer without printing anything. Needed before a drawer pulse, because a hanging printer keeps what was
 * sent and opens the drawer when it wakes up, even when we have long cut the connection (measured with Linux at the other end).
 */
export async function checkUp(link: Link, memory: PrinterMemory, timing: PrinterTiming): Promise<CheckUp> {
  const condition = await greet(link, memory, timing);
  if (condition === 'gone') return { condition, alive: false };
  if (condition !== 'silent') memory.status = 'supported';
  const hungUp = await part(link, timing.endMs);
  if (condition === 'silent' && hungUp) memory.status = 'unsupported';
  return { condition, alive: condition !== 'silent' || hungUp };
}

/**
 * First words with a printer. One that knows no status is only watched for a moment: a printer busy with another till accepts
 * the connection and closes it at once, which must not pass for a job taken.
 */
export async function greet(link: Link, memory: PrinterMemory, timing: PrinterTiming): Promise<Condition> {
  if (!link.answers) return 'silent';
  if (memory.status !== 'unsupported') return askCondition(link, timing.statusMs);
  return (await link.wait(() => false, timing.refusalMs)) === 'timeout' ? 'silent' : 'gone';
}

/** Hangs up and waits for the other side to do so, since many printers refuse the next session while this one stands. */
export async function part(link: Link, ms: number): Promise<boolean> {
  link.end();
  return (await link.wait(() => false, ms)) === 'ended';
}
