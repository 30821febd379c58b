import { deferred } from './deferred.ts';
import type { Route } from './routes.ts';

/** Whether the box did what was asked before the fault showed; `done` unless said otherwise. */
export type Done = 'done' | 'none';

/**
 * What can go wrong between a till and its box. `held: 'request'` waits before anything is done, `'answer'` after it.
 * Times in ms. `wrong-amount` and `wrong-ids` falsify what `POST /payment/payme` echoes.
 */
export type Fault =
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
  | { kind: 'wrong-amount' }
  | { kind: 'wrong-ids' }
  | { kind: 'wrong-types' }
  | { kind: 'previous-answer' };

/** A fault waiting for its request: from the `nth` match on (1 = the next), `times` times (usually once). */
export type Rule = { on: Route | `${Route}/`; nth?: number; times?: number; fault: Fault };

/** How a hold ended: by its time or a hand, or because the box was switched off. */
export type Freed = 'free' | 'closed';

/** The handle of one script: `reached` settles at its first fault, `release` frees what it holds, now and later. */
export type Script = { reached: Promise<void>; release: () => void; left: () => number };

/** A fault that has met its request, with the hold of its script; `hold` without ms waits for `release`. */
export type Struck = { fault: Fault; hold: (ms?: number) => Promise<Freed> };

/** The rules of one box; each is used up by the requests it strikes, the older rule first. */
export type Faults = {
  script: (rules: readonly Rule[]) => Script;
  take: (route: Route) => Struck | undefined;
  left: () => number;
  close: () => void;
};

type Loaded = { route: string; fault: Fault; before: number; left: number; reach: () => void; freed: Promise<Freed> };

/** Faults without any yet; `wait` (ms) is the only clock they know. */
export function createFaults(wait: (ms: number) => Promise<unknown>): Faults {
  let loaded: Loaded[] = [];
  const closed = deferred<Freed>();
  return {
    script(rules) {
      const reached = deferred<void>();
      const free = deferred<Freed>();
      const freed = Promise.race([free.promise, closed.promise]);
      const mine = rules.map((rule) => load(rule, reached.resolve, freed));
      loaded.push(...mine);
      return { reached: reached.promise, release: () => free.resolve('free'), left: () => leftOf(mine) };
    },
    take(route) {
      const rule = strike(loaded, route);
      loaded = loaded.filter((one) => one.left > 0);
      rule?.reach();
      return rule && { fault: rule.fault, hold: (ms) => hold(rule.freed, ms === undefined ? undefined : wait(ms)) };
    },
    left: () => leftOf(loaded),
    close: () => closed.resolve('closed'),
  };
}

function load({ on, nth = 1, times = 1, fault }: Rule, reach: () => void, freed: Promise<Freed>): Loaded {
  const route = on.replace(/\/$/, '');
  const falsifiesPayment = fault.kind === 'wrong-amount' || fault.kind === 'wrong-ids';
  if (falsifiesPayment && route !== 'POST /payment/payme')
    throw new RangeError(`${fault.kind} has nothing to falsify on ${on}`);
  return { route, fault, before: nth - 1, left: times, reach, freed };
}

function strike(loaded: readonly Loaded[], route: Route): Loaded | undefined {
  const matching = loaded.filter((rule) => rule.route === route);
  const due = matching.find((rule) => rule.before === 0);
  for (const rule of matching) rule.before = Math.max(0, rule.before - 1);
  if (due) due.left -= 1;
  return due;
}

function hold(freed: Promise<Freed>, waited: Promise<unknown> | undefined): Promise<Freed> {
  return waited ? Promise.race([freed, waited.then((): Freed => 'free')]) : freed;
}

function leftOf(rules: readonly Loaded[]): number {
  return rules.reduce((sum, rule) => sum + rule.left, 0);
}
