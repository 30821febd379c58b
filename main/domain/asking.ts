import type { PaidFacts } from './attempt.ts';

/**
 * What asking the provider about one attempt told.
 * `unpaid`: the provider knows the attempt and no money has moved (yet). `moving`: it is at work on it. `held`: the money is
 * reserved and waits to be taken. `declined`: nothing was taken and nothing can be any more. `returning`, `returned`:
 * the money is going back, or is back, or was never taken and cannot be any more. `stuck`: only a person can go on.
 * `not-found` never unlocks a second charge. `unreachable`: nobody was asked. `unclear`: an answer nobody can act on.
 */
export type AskOutcome =
  | { kind: 'paid'; facts: PaidFacts }
  | { kind: 'unpaid' }
  | ({ kind: 'held' } & Found)
  | { kind: 'declined'; reason: string; message: string }
  | ({ kind: 'moving'; reason: string } & Found)
  | ({ kind: 'returning' } & Found)
  | ({ kind: 'returned' } & Found)
  | ({ kind: 'stuck'; reason: string } & Found)
  | { kind: 'not-found' }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'unclear'; reason: string; message: string };

/** What the provider calls the payment, where the till did not know it before it asked. */
type Found = { paymentId?: string };

/** The reason of a question that was ended while the provider, who had it, held its answer back: until then it had not been paid. */
export const heldBack = 'held-back';

/** Up to which age (ms since it was sent) an attempt is asked about how often (ms). */
const rhythm: readonly { until: number; every: number }[] = [
  { until: 5_000, every: 5_000 },
  { until: 30_000, every: 3_000 },
  { until: 120_000, every: 10_000 },
  { until: 900_000, every: 60_000 },
  { until: 7_200_000, every: 300_000 },
];

const longestWait = 1_800_000;

/** After a day (ms) no answer is to be expected any more; Mastercard's outer bound for an unknown result. */
export const askedLongEnough = 86_400_000;

/**
 * How long (ms) to wait before asking again about a checkout that was shown `age` ms ago: every 3 s for two minutes, then
 * every 10 s until it dies. No provider publishes a rhythm; FBOX itself asks UzQR every 3 s for two minutes.
 */
export function askCheckoutIn(age: number): number {
  return age < 120_000 ? 3000 : 10_000;
}

/** How soon (ms) after it was sent a payment may be taken back: before, its answer may still be on its way (WeChat's revoke). */
export const cancelAfter = 15_000;

/** How long (ms) after its code died a payment nobody began can still not begin. */
export const codeDeadFor = 30_000;

/**
 * How long (ms) to wait before asking again about an attempt that is `age` ms old: first after 5 s, then every 3 s to 30 s,
 * 10 s to 2 min, 1 min to 15 min, 5 min to 2 h, 30 min to a day. ±20 % by `id`, so that tills that failed together do not
 * ask together.
 */
export function askAgainIn(age: number, id: number): number {
  const step = rhythm.find(({ until }) => Math.max(0, age) < until)?.every ?? longestWait;
  const spread = ((id * 2_654_435_761) % 401) / 1000 - 0.2;
  return Math.round(step * (1 + spread));
}
