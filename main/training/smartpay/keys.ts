import type { Said } from './works.ts';

type Kept = { request: string; said: Said; at: number };

/** The answers already given, by the key of their request. */
export type Keys = {
  /** What was answered to this key: the same again, `other` when it came with another request, undefined when it is new. */
  find: (key: string, request: string) => Said | 'other' | undefined;
  keep: (key: string, request: string, said: Said) => void;
};

/**
 * Keys that live `livesMs` (Smartpay: six hours from when it first saw one, API reference on idempotency). What another request
 * under the same key is answered with is not documented.
 */
export function createKeys(now: () => number, livesMs: number): Keys {
  const kept = new Map<string, Kept>();
  return {
    find(key, request) {
      const before = kept.get(key);
      if (!before || now() - before.at >= livesMs) return undefined;
      return before.request === request ? before.said : 'other';
    },
    keep(key, request, said) {
      kept.set(key, { request, said, at: now() });
    },
  };
}
