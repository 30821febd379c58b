import { deferred } from '../wire/deferred.ts';
import type { Freed } from '../wire/faults.ts';
import type { Envelope } from './envelope.ts';
import type { Method } from './methods.ts';

type Waiting = { answer: Envelope; ids: 'swapped' | 'kept'; take: (other: Envelope) => void };

/** The answers kept back until another call of the same method comes. */
export type Swaps = {
  /** Keeps `answer` back; gives the other caller's, its own when it is let go first, nothing when all is switched off. */
  keep: (
    method: Method,
    answer: Envelope,
    ids: 'swapped' | 'kept',
    freed: Promise<Freed>,
  ) => Promise<Envelope | undefined>;
  /** The answer kept back for `method` in exchange for `answer`; `answer` itself when there is none. */
  exchange: (method: Method, answer: Envelope) => Envelope;
};

/** Swaps with nothing kept back. */
export function createSwaps(): Swaps {
  const waiting = new Map<Method, Waiting>();
  const exchange: Swaps['exchange'] = (method, answer) => {
    const kept = waiting.get(method);
    if (!kept) return answer;
    waiting.delete(method);
    kept.take(addressed(answer, kept.answer, kept.ids));
    return addressed(kept.answer, answer, kept.ids);
  };
  return {
    exchange,
    async keep(method, answer, ids, freed) {
      if (waiting.has(method)) return exchange(method, answer);
      const other = deferred<Envelope>();
      const mine: Waiting = { answer, ids, take: other.resolve };
      waiting.set(method, mine);
      const end = await Promise.race([other.promise, freed]);
      if (typeof end !== 'string') return end;
      if (waiting.get(method) === mine) waiting.delete(method);
      return end === 'free' ? answer : undefined;
    },
  };
}

function addressed(answer: Envelope, own: Envelope, ids: 'swapped' | 'kept'): Envelope {
  return ids === 'kept' ? { ...answer, id: own.id } : answer;
}
