/** A display as far as its choice goes; positions and sizes in the system's own pixels. */
export type Place = { id: number; bounds: { x: number; y: number; width: number; height: number } };

/** All displays, and those that are not for the customer: the primary one, and where the register's window stands. */
export type Displays = { all: readonly Place[]; primaryId: number; registerId: number };

/**
 * The display of the customer's screen: the one it had before, known again by its id and, where the system gives new ids, by its
 * place; else the leftmost of the others. Null when there is no other, or when it only repeats the picture of the register.
 */
export const customerPlace = ({ all, primaryId, registerId }: Displays, kept: Place | null): Place | null => {
  const taken = all.filter(({ id }) => id === primaryId || id === registerId);
  const free = all.filter((one) => !taken.includes(one) && !taken.some((other) => overlap(one, other)));
  const before = kept && (free.find(({ id }) => id === kept.id) ?? free.find((one) => sameBounds(one, kept)));
  return before ?? free.toSorted((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y)[0] ?? null;
};

/**
 * What to remember after `chosen` was used: a display that is away for a while is not forgotten for the one that stands in.
 */
export const keptPlace = (chosen: Place | null, kept: Place | null): Place | null => {
  if (chosen === null) return kept;
  return kept === null || kept.id === chosen.id || sameBounds(kept, chosen) ? chosen : kept;
};

/** Whether a display is where it was, to the pixel. */
export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a === b || (a !== null && b !== null && a.id === b.id && sameBounds(a, b));

const sameBounds = ({ bounds: a }: Place, { bounds: b }: Place): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Displays that show the same part of the desktop are mirrors of each other. */
const overlap = ({ bounds: a }: Place, { bounds: b }: Place): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
