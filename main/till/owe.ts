import { owe } from '../store/outbox.ts';
import type { Lane, ObligationKind } from '../store/outbox.ts';
import type { Till } from './context.ts';

/** Owes something from now on; call it inside the transaction of the fact that causes it, and wake the lane after it. */
export function oweNow(till: Till, lane: Lane, kind: ObligationKind, subject: string): void {
  owe(till.db, lane, kind, subject, till.world.steady());
}
