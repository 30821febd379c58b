import { assertNever } from './assert-never.ts';

/**
 * One try to move money through a provider.
 * `queued` no customer can have paid: no code has left the till, no checkout has been shown. `sending` money may move at any
 * moment: a code has left, or a checkout stands before the customer. `in-doubt` sent, outcome unknown.
 */
export type AttemptState =
  | 'queued'
  | 'sending'
  | 'paid'
  | 'declined'
  | 'expired'
  | 'in-doubt'
  | 'cancelling'
  | 'returned'
  | 'abandoned'
  | 'closed-by-manager';

/** What a manager may find out about money nobody else can tell about. */
export const attemptVerdicts = ['taken', 'not-taken', 'given-back'] as const;
export type AttemptVerdict = (typeof attemptVerdicts)[number];

/** What the till learned from one call: the provider's word, or what can be said without one. */
export type ChargeOutcome =
  | { kind: 'paid'; facts: PaidFacts }
  | { kind: 'declined'; reason: string; message: string }
  | { kind: 'nothing-sent'; reason: string }
  | { kind: 'unknown'; reason: string; message: string };

/**
 * The provider's ids for a paid attempt; they live on the attempt's row and nowhere else. By `providerPaymentId` it is asked
 * about, by `transactionId`, where that is another, its money is given back.
 */
export type PaidFacts = {
  providerPaymentId: string;
  transactionId: string | null;
  kkmId: string | null;
  deviceId: string | null;
  clientPhone: string | null;
};

const next: Record<AttemptState, readonly AttemptState[]> = {
  queued: ['sending', 'declined', 'expired', 'abandoned'],
  sending: ['paid', 'declined', 'queued', 'in-doubt', 'cancelling', 'returned'],
  'in-doubt': ['paid', 'declined', 'cancelling', 'returned', 'closed-by-manager'],
  cancelling: ['returned', 'declined', 'abandoned', 'closed-by-manager'],
  paid: ['cancelling'],
  declined: [],
  expired: [],
  returned: [],
  abandoned: [],
  'closed-by-manager': [],
};

/** True when an attempt may go from `from` to `to`; everything else is a fault in the program and is refused. */
export function mayBecome(from: AttemptState, to: AttemptState): boolean {
  return next[from].includes(to);
}

/** While true, the lines of the sale are frozen and no second attempt may start for it. */
export function isLive(state: AttemptState): boolean {
  return state === 'queued' || state === 'sending' || state === 'in-doubt';
}

/** True while nobody can say for sure where the money of an attempt is, or is going to end. */
export function isOpenDoubt({ state }: { state: AttemptState }): boolean {
  return state === 'sending' || state === 'in-doubt' || state === 'cancelling';
}

/**
 * The state an answer leads to, or undefined when it changes nothing any more. Only proof that nothing was sent leads back to
 * `queued`. An attempt the cashier has given up stays `cancelling` when the answer is "paid": that money goes back.
 */
export function afterCharge(state: AttemptState, outcome: ChargeOutcome): AttemptState | undefined {
  if (state === 'cancelling') return afterGivingUp(outcome);
  if (state !== 'sending' && state !== 'in-doubt') return undefined;
  switch (outcome.kind) {
    case 'paid':
      return 'paid';
    case 'declined':
      return 'declined';
    case 'nothing-sent':
      return state === 'sending' ? 'queued' : undefined;
    case 'unknown':
      return state === 'sending' ? 'in-doubt' : undefined;
    default:
      return assertNever(outcome);
  }
}

function afterGivingUp(outcome: ChargeOutcome): AttemptState | undefined {
  switch (outcome.kind) {
    case 'declined':
      return 'declined';
    case 'nothing-sent':
      return 'abandoned';
    case 'paid':
    case 'unknown':
      return undefined;
    default:
      return assertNever(outcome);
  }
}

/**
 * The state an attempt is in after the till was killed: whatever was being sent may have arrived. A checkout stands before the
 * customer as it did: no answer was on its way, and it is asked about as before.
 */
export function afterRestart(state: AttemptState, isCheckout: boolean): AttemptState {
  return state === 'sending' && !isCheckout ? 'in-doubt' : state;
}

/**
 * True when a queued code can no longer be sent: its time (ms) is over, or the clock went back behind its scan, so that
 * nobody can say how old it is.
 */
export function codeExpired(scannedAt: number, expiresAt: number, now: number): boolean {
  return now >= expiresAt || now < scannedAt;
}
