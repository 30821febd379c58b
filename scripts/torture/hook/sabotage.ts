import type { Sabotage } from './orders.ts';
import { forgetWriteAhead } from './forget-write-ahead.ts';
import { sendTwice } from './send-twice.ts';

/** Damages the till on purpose, so that a test can see the campaign notice it. */
export function sabotage(kind: Sabotage | null): void {
  if (kind === 'send-twice') sendTwice();
  if (kind === 'forget-write-ahead') forgetWriteAhead();
}
