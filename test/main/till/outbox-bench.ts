import { obligationsFor, owe } from '../../../main/store/outbox.ts';
import type { Lane, Obligation, ObligationKind } from '../../../main/store/outbox.ts';
import type { Db } from '../../../main/store/database.ts';
import type { Till } from '../../../main/till/context.ts';
import { startOutbox } from '../../../main/till/outbox.ts';
import type { Handler, Outbox, Worked } from '../../../main/till/outbox.ts';
import { openFile } from '../store/shop-file.ts';
import { handClock } from './clock.ts';
import type { Clock } from './clock.ts';

/** When each bench begins (ms). */
export const start = 1_000_000;
const kinds: Record<Lane, ObligationKind> = {
  fiscal: 'fiscal-sale',
  wallet: 'wallet-confirm',
  print: 'print',
  ask: 'ask',
  match: 'match',
  refund: 'refund-payment',
};

export type Bench = {
  db: Db;
  clock: Clock;
  log: string[];
  worked: string[];
  outbox: Outbox;
  /** Owes a subject in a lane and wakes it. */
  put(lane: Lane, subject: string): void;
  stateOf(subject: string): Pick<Obligation, 'state' | 'tries' | 'lastError'>;
};

/**
 * An outbox over a real file whose handler answers from `answers`, one after the other for each subject; a subject called `aside`
 * steps aside first.
 */
export async function bench(
  answers: Record<string, (Worked | Error | Promise<Worked>)[]> = {},
  before: (db: Db) => void = () => {},
): Promise<Bench> {
  const db = openFile();
  before(db);
  const clock = handClock(start);
  const log: string[] = [];
  const worked: string[] = [];
  let ids = 0;
  const till = {
    db,
    world: { now: clock.now, steady: clock.steady, timers: clock.timers, newId: () => `holder-${++ids}` },
    changed: () => {},
    log: (event: string) => log.push(event),
  } as unknown as Till;
  const handle: Handler = async ({ subject }, stepAside) => {
    worked.push(subject);
    if (subject.startsWith('aside')) stepAside();
    const answer = answers[subject]?.shift() ?? { kind: 'done' };
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const outbox = startOutbox(till, handle);
  await settle();
  return {
    db,
    clock,
    log,
    worked,
    outbox,
    put: (lane, subject) => {
      owe(db, lane, kinds[lane], subject, clock.now());
      outbox.wake(lane);
    },
    stateOf: (subject) => {
      const { state, tries, lastError } = obligationsFor(db, subject).at(-1)!;
      return { state, tries, lastError };
    },
  };
}

/** Lets everything run that waits for no clock. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
