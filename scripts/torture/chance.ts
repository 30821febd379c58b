/** A source of everything random in one run; the same seed gives the same run. */
export type Chance = {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True once in `1 / share` times. */
  of(share: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** A source of its own for `name`: what is drawn there does not move what is drawn here. */
  fork(name: string): Chance;
};

/** Chance from a whole number (mulberry32: 32 bits of state, good enough to be unfair to nobody). */
export function chanceFrom(seed: number): Chance {
  let state = seedOf(seed, 'chance');
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    of: (share) => next() < share,
    pick: (from) => from[int(0, from.length - 1)] ?? from[0],
    fork: (name) => chanceFrom(seedOf(seed, name)),
  };
}

/** A seed from a seed and a name (FNV-1a). */
export function seedOf(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
