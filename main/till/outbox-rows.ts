import { assertNever } from '../domain/assert-never.ts';
import { backoff } from '../domain/backoff.ts';
import { finish, firstDueAt, headDueAt, putBack, takeAny, takeHead } from '../store/outbox.ts';
import type { Lane, Obligation } from '../store/outbox.ts';
import type { Till } from './context.ts';

/** What became of one try: done for good, to be tried again (at the earliest after `wait` ms), or parked for a person. */
export type Worked =
  | { kind: 'done' }
  | { kind: 'later'; reason: string; wait?: number }
  | { kind: 'dead'; reason: string };

/** A row at work: each take has a holder of its own, so that whoever held it longer than its lease can end nothing any more. */
export type Held = { row: Obligation; holder: string };

/** Longer than any single call may take, so that a lease never ends under a living worker. */
const lease = 300_000;

/** Takes the next row of a lane that is due; `inOrder`: only its head. Undefined when there is none. */
export function takeRow({ db, world }: Till, lane: Lane, inOrder: boolean): Held | undefined {
  const now = world.steady();
  const holder = world.newId();
  const row = (inOrder ? takeHead : takeAny)(db, lane, holder, now, now + lease);
  return row && { row, holder };
}

/** Notes what became of a row, only as its holder; throws when the disk refuses. */
export function writeDown({ db, world }: Till, { row, holder }: Held, worked: Worked): void {
  const now = world.steady();
  switch (worked.kind) {
    case 'done':
      return void finish(db, row.id, holder, 'done', now, null);
    case 'dead':
      return void finish(db, row.id, holder, 'dead', now, worked.reason);
    case 'later':
      return void putBack(db, row.id, holder, now + (worked.wait ?? backoff(row.tries, row.id)), worked.reason);
    default:
      return assertNever(worked);
  }
}

/** How soon (ms) the next row of a lane that nobody holds is due, or undefined when the lane is empty. */
export function nextDueIn({ db, world }: Till, lane: Lane, inOrder: boolean): number | undefined {
  const due = (inOrder ? headDueAt : firstDueAt)(db, lane);
  return due === undefined ? undefined : Math.max(1, due - world.steady());
}
