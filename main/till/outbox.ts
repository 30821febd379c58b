import { assertNever } from '../domain/assert-never.ts';
import { backoff } from '../domain/backoff.ts';
import { finish, firstDueAt, headDueAt, putBack, releaseLeases, takeAny, takeHead } from '../store/outbox.ts';
import type { Lane, Obligation } from '../store/outbox.ts';
import { faultText } from './context.ts';
import type { Till } from './context.ts';

/** What became of one try: done for good, to be tried again (at the earliest after `wait` ms), or parked for a person. */
export type Worked =
  | { kind: 'done' }
  | { kind: 'later'; reason: string; wait?: number }
  | { kind: 'dead'; reason: string };

export type Handler = (obligation: Obligation) => Promise<Worked>;

/** A row at work: each take has a holder of its own, so that whoever held it longer than its lease can end nothing any more. */
type Held = { row: Obligation; holder: string };

export type Outbox = { wake(lane: Lane): void; stop(): void };

/**
 * How each lane is worked. Documents follow one another as they were made, paper comes out in order, a day is matched after
 * the day before; questions and confirmations know no order, and a slow one must not hold up five hundred others.
 */
const lanes: Record<Lane, { inOrder: boolean; workers: number }> = {
  fiscal: { inOrder: true, workers: 1 },
  print: { inOrder: true, workers: 1 },
  match: { inOrder: true, workers: 1 },
  wallet: { inOrder: false, workers: 2 },
  ask: { inOrder: false, workers: 8 },
  refund: { inOrder: false, workers: 2 },
};

/** Longer than any single call may take, so that a lease never ends under a living worker. */
const lease = 300_000;

const afterFault = 5000;

/** A lane looks again at least this often (ms): a disk that refused a wake-up must not leave it asleep. */
const longestSleep = 60_000;

/**
 * Works the obligations of each lane. A row is leased before its call and ended only by the holder of the lease, so
 * that a call is never worked twice; a parked row leaves the way free for the next.
 */
export function startOutbox(till: Till, handle: Handler): Outbox {
  const working = new Map<Lane, number>();
  const alarms = new Map<Lane, () => void>();
  let stopped = false;
  releaseLeases(till.db, till.world.steady());

  const wake = (lane: Lane): void => {
    const at = working.get(lane) ?? 0;
    if (stopped || at >= lanes[lane].workers) return;
    alarms.get(lane)?.();
    alarms.delete(lane);
    working.set(lane, at + 1);
    void workLane(lane)
      .catch((error: unknown) => fault(lane, error))
      .then((pause) => leave(lane, pause))
      .catch((error: unknown) => setAlarm(lane, fault(lane, error)));
  };

  /** A worker that found something to do calls the next one, until nobody finds anything or all are at work. */
  const workLane = async (lane: Lane): Promise<void> => {
    for (let held = take(lane); held; held = take(lane)) {
      wake(lane);
      const worked = await tryOnce(held.row);
      await keep(lane, held, worked);
    }
  };

  const take = (lane: Lane): Held | undefined => {
    const now = till.world.steady();
    if (stopped) return undefined;
    const takeOne = lanes[lane].inOrder ? takeHead : takeAny;
    const holder = till.world.newId();
    const row = takeOne(till.db, lane, holder, now, now + lease);
    return row && { row, holder };
  };

  const tryOnce = (row: Obligation): Promise<Worked> =>
    handle(row).catch((error: unknown) => {
      if (!stopped) till.log('obligation-failed', { kind: row.kind, subject: row.subject, error: faultText(error) });
      return { kind: 'later', reason: 'internal' };
    });

  /** When the disk refuses to note what became of a row, it is noted later: the call was made and is not made again for it. */
  const keep = async (lane: Lane, held: Held, worked: Worked): Promise<void> => {
    for (;;) {
      if (stopped) return;
      try {
        return writeDown(held, worked);
      } catch (error) {
        const pause = fault(lane, error);
        await new Promise<void>((resolve) => void till.world.timers.after(pause, resolve));
      }
    }
  };

  const writeDown = ({ row, holder }: Held, worked: Worked): void => {
    const now = till.world.steady();
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

  /**
   * Whoever leaves sets the alarm for the next row that nobody holds: others may be at work for long. An empty lane is woken by
   * whoever fills it.
   */
  const leave = (lane: Lane, pause: number | void): void => {
    const left = (working.get(lane) ?? 1) - 1;
    working.set(lane, left);
    if (stopped) return;
    if (pause !== undefined) return setAlarm(lane, pause);
    const due = lanes[lane].inOrder ? headDueAt(till.db, lane) : firstDueAt(till.db, lane);
    if (due !== undefined) setAlarm(lane, Math.max(1, due - till.world.steady()));
  };

  /** The disk refuses; how soon (ms) to look again. */
  const fault = (lane: Lane, error: unknown): number => {
    till.log('lane-failed', { lane, error: faultText(error) });
    return afterFault;
  };

  const setAlarm = (lane: Lane, ms: number): void => {
    if (stopped) return;
    alarms.get(lane)?.();
    alarms.set(
      lane,
      till.world.timers.after(Math.min(ms, longestSleep), () => wake(lane)),
    );
  };

  for (const lane of Object.keys(lanes) as Lane[]) wake(lane);
  return {
    wake,
    stop: () => {
      stopped = true;
      for (const cancel of alarms.values()) cancel();
    },
  };
}
