import { assertNever } from '../domain/assert-never.ts';
import { backoff } from '../domain/backoff.ts';
import { finish, headDueAt, putBack, releaseLeases, takeHead } from '../store/outbox.ts';
import type { Lane, Obligation } from '../store/outbox.ts';
import { faultText } from './context.ts';
import type { Till } from './context.ts';

/** What became of one try: done for good, to be tried again (at the earliest after `wait` ms), or parked for a person. */
export type Worked =
  | { kind: 'done' }
  | { kind: 'later'; reason: string; wait?: number }
  | { kind: 'dead'; reason: string };

export type Handler = (obligation: Obligation) => Promise<Worked>;

export type Outbox = { wake(lane: Lane): void; stop(): void };

const lanes: readonly Lane[] = ['fiscal', 'wallet', 'print'];

/** Longer than any single call may take, so that a lease never ends under a living worker. */
const lease = 300_000;

const afterFault = 5000;

/** A lane looks again at least this often (ms), so that a clock set back cannot put it to sleep for hours. */
const longestSleep = 60_000;

/**
 * Works the obligations of each lane in order, one at a time. A row is leased before its call and ended only by
 * the holder of the lease, so that a call is never worked twice; a parked row leaves the way free for the next.
 */
export function startOutbox(till: Till, handle: Handler): Outbox {
  const holder = till.world.newId();
  const busy = new Set<Lane>();
  const alarms = new Map<Lane, () => void>();
  let stopped = false;
  releaseLeases(till.db, till.world.now());

  const wake = (lane: Lane): void => {
    if (stopped || busy.has(lane)) return;
    alarms.get(lane)?.();
    alarms.delete(lane);
    busy.add(lane);
    void workLane(lane)
      .finally(() => busy.delete(lane))
      .then(() => rest(lane))
      .catch((error: unknown) => restAfterFault(lane, error));
  };

  const workLane = async (lane: Lane): Promise<void> => {
    for (let row = take(lane); row; row = take(lane)) {
      const worked = await tryOnce(row);
      if (!stopped) writeDown(row, worked);
    }
  };

  const take = (lane: Lane): Obligation | undefined => {
    const now = till.world.now();
    return stopped ? undefined : takeHead(till.db, lane, holder, now, now + lease);
  };

  const tryOnce = (row: Obligation): Promise<Worked> =>
    handle(row).catch((error: unknown) => {
      till.log('obligation-failed', { kind: row.kind, subject: row.subject, error: faultText(error) });
      return { kind: 'later', reason: 'internal' };
    });

  const writeDown = (row: Obligation, worked: Worked): void => {
    const now = till.world.now();
    switch (worked.kind) {
      case 'done':
        finish(till.db, row.id, holder, 'done', now, null);
        break;
      case 'dead':
        finish(till.db, row.id, holder, 'dead', now, worked.reason);
        break;
      case 'later':
        putBack(till.db, row.id, holder, now + (worked.wait ?? backoff(row.tries, row.id)), worked.reason);
        break;
      default:
        assertNever(worked);
    }
    till.changed();
  };

  /** Sleeps until the head of the lane is due; an empty lane is woken by whoever fills it. */
  const rest = (lane: Lane): void => {
    const due = stopped ? undefined : headDueAt(till.db, lane);
    if (due !== undefined) setAlarm(lane, Math.max(1, due - till.world.now()));
  };

  /** The disk refused to note something: the row is still owed, and its handler finds out what had happened. */
  const restAfterFault = (lane: Lane, error: unknown): void => {
    till.log('lane-failed', { lane, error: faultText(error) });
    if (!stopped) setAlarm(lane, afterFault);
  };

  const setAlarm = (lane: Lane, ms: number): void => {
    alarms.set(
      lane,
      till.world.timers.after(Math.min(ms, longestSleep), () => wake(lane)),
    );
  };

  for (const lane of lanes) wake(lane);
  return {
    wake,
    stop: () => {
      stopped = true;
      for (const cancel of alarms.values()) cancel();
    },
  };
}
