/** Five wrong PINs in a row lock a person out. */
const triesBeforeLock = 5;

const firstLock = 60_000;
const longestLock = 15 * 60_000;

/** True while a person is locked out; a clock that went back cannot make a lock longer than the longest. */
export function isLockedOut(lockedUntil: number | null, now: number): boolean {
  return lockedUntil !== null && now < lockedUntil && lockedUntil - now <= longestLock;
}

/**
 * How long (ms) a person is locked out after `failures` wrong PINs in a row: nothing before the fifth,
 * then a minute, doubling with each further one up to a quarter of an hour.
 */
export function lockFor(failures: number): number {
  if (failures < triesBeforeLock) return 0;
  return Math.min(longestLock, firstLock * 2 ** (failures - triesBeforeLock));
}
