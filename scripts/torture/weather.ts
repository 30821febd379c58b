import type { Chance } from './chance.ts';
import type { LineFault, Weather } from './line/faults.ts';

/** A minute of the world (ms): longer than the till waits for any answer. */
const pastEveryTimeout = 60_000;

/** Calls that take money. */
export const isCharge = (call: string): boolean => call === 'POST /payment/payme' || call === 'receipts.pay';

/**
 * Answers as row 6 of the trade's complaints has them: 30 % swallowed, 20 % delayed past every time-out; a tenth of the
 * calls meets something rarer.
 */
export function badAnswers(chance: Chance): Weather {
  return () => {
    const drawn = chance.next();
    if (drawn < 0.3) return { kind: 'answer-dropped' };
    if (drawn < 0.5) return { kind: 'answer-late', ms: pastEveryTimeout };
    return drawn < 0.6 ? rarer(chance) : { kind: 'none' };
  };
}

/** The same shares and nothing else. */
export function lostAnswers(chance: Chance): Weather {
  return () => {
    const drawn = chance.next();
    if (drawn < 0.3) return { kind: 'answer-dropped' };
    return drawn < 0.5 ? { kind: 'answer-late', ms: pastEveryTimeout } : { kind: 'none' };
  };
}

/** Everything else a line and a provider were ever seen to do. */
export function oddAnswers(chance: Chance, share: number): Weather {
  return () => (chance.of(share) ? rarer(chance) : { kind: 'none' });
}

function rarer(chance: Chance): LineFault {
  return chance.pick<() => LineFault>([
    () => ({ kind: 'request-dropped' }),
    () => ({ kind: 'request-late', ms: chance.int(6_000, 20_000) }),
    () => ({ kind: 'answer-twice' }),
    () => ({ kind: 'answer-of-another' }),
    () => ({ kind: 'error-page', status: chance.pick([500, 502, 503]), done: chance.of(0.5) }),
    () => ({ kind: 'garbage', done: chance.of(0.5) }),
    () => ({ kind: 'empty', done: chance.of(0.5) }),
    () => ({ kind: 'slow-bytes', bytes: chance.int(1, 40), gap: chance.int(10, 200) }),
    () => ({ kind: 'request-cut', after: chance.int(0, 400) }),
    () => ({ kind: 'answer-cut', after: chance.int(0, 700) }),
  ])();
}
