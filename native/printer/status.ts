import type { Link } from '../transport/link.ts';
import { readAnswers } from './answers.ts';

/** What keeps a printer from printing. */
export type Trouble = 'printer-paper-out' | 'printer-cover-open' | 'printer-offline';

/** `silent`: no answer in time, so the printer either knows no status or hangs. `gone`: it ended the connection. */
export type Condition = Trouble | 'ready' | 'silent' | 'gone';

const paperEnd = 0x60;
const coverOpen = 0x04;
const stoppedForPaper = 0x20;
const offline = 0x08;

/**
 * Asks a printer how it is, with DLE EOT 1, 2 and 4 one after another, as the answers look alike. The cause is named rather
 * than its consequence: an open cover also means offline. `ms` is the patience for each answer.
 */
export async function askCondition(link: Link, ms: number): Promise<Condition> {
  const values: number[] = [];
  for (const question of [1, 2, 4]) {
    const value = await ask(link, question, ms);
    if (typeof value !== 'number') return value;
    values.push(value);
  }
  const [printer = 0, cause = 0, paper = 0] = values;
  if (cause & coverOpen) return 'printer-cover-open';
  if ((paper & paperEnd) === paperEnd || cause & stoppedForPaper) return 'printer-paper-out';
  return printer & offline ? 'printer-offline' : 'ready';
}

async function ask(link: Link, question: number, ms: number): Promise<number | 'silent' | 'gone'> {
  const statuses = (): number[] =>
    readAnswers(link.heard()).flatMap((answer) => (answer.kind === 'status' ? [answer.value] : []));
  const before = statuses().length;
  const written = await link.write(Uint8Array.of(0x10, 0x04, question));
  if (!written.ok) return 'gone';
  const heard = await link.wait(() => statuses().length > before, ms);
  if (heard === 'ended' || heard === 'reset') return 'gone';
  return statuses()[before] ?? 'silent';
}
