import { releaseLeases } from '../store/outbox.ts';
import type { Lane, Obligation } from '../store/outbox.ts';
import { faultText } from './context.ts';
import type { Till } from './context.ts';
import { nextDueIn, takeRow, writeDown } from './outbox-rows.ts';
import type { Held, Worked } from './outbox-rows.ts';

export type { Worked } from './outbox-rows.ts';

/**
 * Works one row. Calling `stepAside` says that the call waits at the other side, perhaps for minutes: the worker's place goes to
 * another one, and this row is worked beside its lane. Only for lanes without order.
 */
export type Handler = (obligation: Obligation, stepAside: () => void) => Promise<Worked>;

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

/** True when the rows of a lane are worked in their order, so that one that cannot be worked holds up the others. */
export const hasOrder = (lane: Lane): boolean => lanes[lane].inOrder;

const afterFault = 5000;

/** A lane looks again at least this often (ms): a disk that refused a wake-up must not leave it asleep. */
const longestSleep = 60_000;

/** The lanes at work: how many places of each are taken, and what wakes it next. */
type Works = {
  till: Till;
  handle: Handler;
  taken: Map<Lane, number>;
  alarms: Map<Lane, () => void>;
  stopped: boolean;
};

/** A worker's place in its lane; `held` until it leaves or steps aside. */
type Place = { lane: Lane; held: boolean };

/**
 * Works the obligations of each lane. A row is leased before its call and ended only by the holder of the lease, so
 * that a call is never worked twice; a parked row leaves the way free for the next.
 */
export function startOutbox(till: Till, handle: Handler): Outbox {
  const works: Works = { till, handle, taken: new Map(), alarms: new Map(), stopped: false };
  releaseLeases(till.db, till.world.steady());
  for (const lane of Object.keys(lanes) as Lane[]) wake(works, lane);
  return { wake: (lane) => wake(works, lane), stop: () => stop(works) };
}

function stop(works: Works): void {
  works.stopped = true;
  for (const cancel of works.alarms.values()) cancel();
}

/** Puts one more worker to a lane that has a place left. */
function wake(works: Works, lane: Lane): void {
  if (works.stopped || takenOf(works, lane) >= lanes[lane].workers) return;
  cancelAlarm(works, lane);
  const place = takePlace(works, lane);
  void workLane(works, place)
    .catch((error: unknown) => fault(works, lane, error))
    .then((pause) => leave(works, place, pause))
    .catch((error: unknown) => setAlarm(works, lane, fault(works, lane, error)));
}

/** A worker that found something to do calls the next one, until nobody finds anything or all are at work. */
async function workLane(works: Works, place: Place): Promise<void> {
  for (let held = take(works, place); held; held = take(works, place)) {
    wake(works, place.lane);
    const worked = await tryOnce(works, place, held.row);
    await keep(works, place.lane, held, worked);
  }
}

function take({ till, stopped }: Works, { lane, held }: Place): Held | undefined {
  return stopped || !held ? undefined : takeRow(till, lane, lanes[lane].inOrder);
}

function tryOnce(works: Works, place: Place, row: Obligation): Promise<Worked> {
  const { till, handle } = works;
  return handle(row, () => stepAside(works, place)).catch((error: unknown) => {
    if (!works.stopped)
      till.log('obligation-failed', { kind: row.kind, subject: row.subject, error: faultText(error) });
    return { kind: 'later', reason: 'internal' };
  });
}

/** The next worker comes once this call has left: hundreds that step aside must not stand on one stack. */
function stepAside(works: Works, place: Place): void {
  givePlaceUp(works, place);
  queueMicrotask(() => wake(works, place.lane));
}

/** When the disk refuses to note what became of a row, it is noted later: the call was made and is not made again for it. */
async function keep(works: Works, lane: Lane, held: Held, worked: Worked): Promise<void> {
  const { till } = works;
  while (!works.stopped) {
    try {
      writeDown(till, held, worked);
      return till.changed();
    } catch (error) {
      const pause = fault(works, lane, error);
      await new Promise<void>((resolve) => void till.world.timers.after(pause, resolve));
    }
  }
}

/**
 * Whoever leaves sets the alarm for the next row that nobody holds: others may be at work for long. An empty lane is woken by
 * whoever fills it.
 */
function leave(works: Works, place: Place, pause: number | void): void {
  const { till, stopped } = works;
  const { lane } = place;
  givePlaceUp(works, place);
  if (stopped) return;
  const wait = pause ?? nextDueIn(till, lane, lanes[lane].inOrder);
  if (wait !== undefined) setAlarm(works, lane, wait);
}

function takePlace(works: Works, lane: Lane): Place {
  works.taken.set(lane, takenOf(works, lane) + 1);
  return { lane, held: true };
}

function givePlaceUp(works: Works, place: Place): void {
  if (!place.held) return;
  place.held = false;
  works.taken.set(place.lane, takenOf(works, place.lane) - 1);
}

const takenOf = ({ taken }: Works, lane: Lane): number => taken.get(lane) ?? 0;

/** The disk refuses; how soon (ms) to look again. */
function fault({ till }: Works, lane: Lane, error: unknown): number {
  till.log('lane-failed', { lane, error: faultText(error) });
  return afterFault;
}

function setAlarm(works: Works, lane: Lane, ms: number): void {
  if (works.stopped) return;
  cancelAlarm(works, lane);
  const { timers } = works.till.world;
  works.alarms.set(
    lane,
    timers.after(Math.min(ms, longestSleep), () => wake(works, lane)),
  );
}

function cancelAlarm({ alarms }: Works, lane: Lane): void {
  alarms.get(lane)?.();
  alarms.delete(lane);
}
