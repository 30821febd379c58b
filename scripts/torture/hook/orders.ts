/**
 * What the campaign tells the module loaded into the till, at its start in the environment and later over the process
 * channel. Plain data, so that it crosses both.
 */

/** Which boundaries count: before and after a write, around the bytes of a call, or both. */
export type BoundaryKind = 'write' | 'call';

/** Die with SIGKILL at the boundary that has `after` others before it; with `near`, only places with these words count; `whole` takes the process group along. */
export type DieOrder = { of: BoundaryKind | 'any'; after: number; near?: string; whole?: boolean };

/** Deliberate damage that proves the campaign honest. */
export type Sabotage = 'send-twice' | 'forget-write-ahead';

/**
 * The till's clock: `speed` times as fast as ours since `origin` (ms), and `ahead` ms off the true time of that world.
 * Timers and the steady clock keep to the speed and do not notice when `ahead` changes.
 */
export type ClockOrder = { origin: number; speed: number; ahead: number };

/**
 * `roomPages`: how many more pages the database may grow by before the disk is full; null is a disk with room. `codeKey`
 * (base64) replaces the shell's own; `wordsFile` takes the last words where stderr goes to a log.
 */
export type Orders = {
  clock: ClockOrder;
  die: DieOrder | null;
  sabotage: Sabotage | null;
  roomPages: number | null;
  codeKey?: string;
  wordsFile?: string;
};

/** Parts of the orders that may change while the till runs; `count` asks for the boundaries passed so far. */
export type LaterOrders = { torture: Partial<Pick<Orders, 'clock' | 'die' | 'roomPages'>> & { count?: true } };

/** How many boundaries of each kind have been passed since the last order to die. */
export type Counted = Record<BoundaryKind, number>;

/** The environment variable that carries the first orders as JSON. */
export const ordersVariable = 'KASSA_TORTURE';

/** What the module writes to stderr as its last words, followed by the place. */
export const lastWords = 'torture: died at ';
