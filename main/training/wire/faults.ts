import { deferred } from './deferred.ts';

/** Whether the simulator did what was asked before the fault showed; `done` unless said otherwise. */
export type Done = 'done' | 'none';

/**
 * What can go wrong on any wire. `held: 'request'` waits before anything is done, `'answer'` after it. Times in ms.
 * `error-200` is an answer that is no success although HTTP says 200.
 */
export type WireFault =
  | { kind: 'refuse'; code: number; message: string }
  | { kind: 'delay'; ms: number; held: 'request' | 'answer' }
  | { kind: 'hang'; held: 'request' | 'answer' }
  | { kind: 'drop-request-before' }
  | { kind: 'drop-answer-after' }
  | { kind: 'cut'; afterBytes: number }
  | { kind: 'slow'; chunkBytes: number; gapMs: number }
  | { kind: 'garbage'; work?: Done }
  | { kind: 'empty'; work?: Done }
  | { kind: 'http-status'; status: 500 | 502; work?: Done }
  | { kind: 'error-200'; work?: Done }
  | { kind: 'previous-answer' };

/** A fault waiting for its request: from the `nth` match on (1 = the next), `times` times (usually once). */
export type Rule<On, F> = { on: On; nth?: number; times?: number; fault: F };

/** How a hold ended: by its time or a hand, or because the simulator was switched off. */
export type Freed = 'free' | 'closed';

/**
 * The handle of one script: `reached` settles at its first fault, `release` frees what it holds, now and later; `drop` takes
 * back the rules that have not struck yet.
 */
export type Script = { reached: Promise<void>; release: () => void; left: () => number; drop: () => void };

/** Waits until a hand lets go, or `ms` are over when they are given. */
export type Hold = (ms?: number) => Promise<Freed>;

/** A fault that has met its request, with the hold of its script. */
export type Struck<F> = { fault: F; hold: Hold };

/** The rules of one simulator; each is used up by the requests it strikes, the older rule first. */
export type Faults<On, F> = {
  script: (rules: readonly Rule<On, F>[]) => Script;
  take: (on: On) => Struck<F> | undefined;
  left: () => number;
  close: () => void;
};

type Loaded<On, F> = { on: On; fault: F; before: number; left: number; reach: () => void; freed: Promise<Freed> };

/** Faults without any yet; `wait` (ms) is the only clock they know, `check` throws at a rule that would change nothing. */
export function createFaults<On, F>(
  wait: (ms: number) => Promise<unknown>,
  check: (rule: Rule<On, F>) => void,
): Faults<On, F> {
  let loaded: Loaded<On, F>[] = [];
  const closed = deferred<Freed>();
  return {
    script(rules) {
      rules.forEach(check);
      const reached = deferred<void>();
      const free = deferred<Freed>();
      const freed = Promise.race([free.promise, closed.promise]);
      const mine = rules.map((rule) => load(rule, reached.resolve, freed));
      loaded.push(...mine);
      const drop = (): void => {
        loaded = loaded.filter((rule) => !mine.includes(rule));
        for (const rule of mine) rule.left = 0;
      };
      return { reached: reached.promise, release: () => free.resolve('free'), left: () => leftOf(mine), drop };
    },
    take(on) {
      const rule = strike(loaded, on);
      loaded = loaded.filter((one) => one.left > 0);
      rule?.reach();
      return rule && { fault: rule.fault, hold: (ms) => hold(rule.freed, ms === undefined ? undefined : wait(ms)) };
    },
    left: () => leftOf(loaded),
    close: () => closed.resolve('closed'),
  };
}

function load<On, F>(rule: Rule<On, F>, reach: () => void, freed: Promise<Freed>): Loaded<On, F> {
  const { on, nth = 1, times = 1, fault } = rule;
  return { on, fault, before: nth - 1, left: times, reach, freed };
}

function strike<On, F>(loaded: readonly Loaded<On, F>[], on: On): Loaded<On, F> | undefined {
  const matching = loaded.filter((rule) => rule.on === on);
  const due = matching.find((rule) => rule.before === 0);
  for (const rule of matching) rule.before = Math.max(0, rule.before - 1);
  if (due) due.left -= 1;
  return due;
}

function hold(freed: Promise<Freed>, waited: Promise<unknown> | undefined): Promise<Freed> {
  return waited ? Promise.race([freed, waited.then((): Freed => 'free')]) : freed;
}

function leftOf(rules: readonly { left: number }[]): number {
  return rules.reduce((sum, rule) => sum + rule.left, 0);
}
