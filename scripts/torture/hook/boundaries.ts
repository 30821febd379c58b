import { appendFileSync, writeSync } from 'node:fs';
import { lastWords } from './orders.ts';
import type { BoundaryKind, Counted, DieOrder } from './orders.ts';

let order: DieOrder | null = null;
let counted: Counted = { write: 0, call: 0 };
let passed = 0;
let wordsFile: string | undefined;

/** Where the last words go beside stderr. */
export function sayInto(file: string | undefined): void {
  wordsFile = file;
}

/** From now on counts anew and, with an order, dies at its boundary. */
export function dieAt(next: DieOrder | null): void {
  order = next;
  counted = { write: 0, call: 0 };
  passed = 0;
}

/** Boundaries passed since the last order. */
export function boundariesPassed(): Counted {
  return { ...counted };
}

/** One boundary is passed, or the process ends here and now: no handler, no flush, no farewell. */
export function boundary(kind: BoundaryKind, place: string): void {
  counted[kind] += 1;
  if (!order || (order.of !== 'any' && order.of !== kind) || !place.includes(order.near ?? '')) return;
  if (passed >= order.after) {
    writeSync(2, `${lastWords}${kind} ${place}\n`);
    if (wordsFile !== undefined) appendFileSync(wordsFile, `${kind} ${place}\n`);
    // 0 is the process group: shell, window and till die in one call.
    process.kill(order.whole ? 0 : process.pid, 'SIGKILL');
  }
  passed += 1;
}
