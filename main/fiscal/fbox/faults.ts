import { faultyFields, moduleCode } from '../../wire/fbox.ts';
import type { FboxError } from '../../wire/fbox.ts';

/** `settled`: the box refused before anything was registered; otherwise it may have registered and failed after. */
export type FboxFault = { code: string; settled: boolean; message: string };

/**
 * Faults the till acts on. The name is looked at before the number, because the numbers of the fiscal modules collide:
 * 0x9030 is "already open" in the older ones FBOX documents and "time in the past" in module 0400. FBOX's own 104 is
 * a wrong clock only when its text says so. Capitals here, whatever the box writes.
 */
const names: ReadonlyArray<readonly [name: string, code: string]> = [
  ['ZREPORT_IS_NOT_OPEN', 'shift-not-open'],
  ['ZREPORT_IS_ALREADY_OPEN', 'shift-already-open'],
  ['ZREPORT_ALREADY_OPEN', 'shift-already-open'],
  ['ZREPORT_ALREADY_CLOSE', 'shift-already-closed'],
  ['CURRENT_ZREPORT_IS_EMPTY', 'shift-empty'],
  ['TIME_PAST', 'time-past'],
  ['INVALID TIME', 'clock-off'],
  ['RECEIPT_INDEX_OUT_OF_BOUNDS', 'no-receipt'],
  ['RECEIPT_NOT_FOUND', 'no-receipt'],
  ['RECEIPT_COUNT_ZERO', 'no-receipt'],
];

/** FBOX's Errors.md and ZReport.md; 369xx are the module's 0x90xx. */
const numbers: ReadonlyMap<number, string> = new Map([
  [36909, 'shift-not-open'],
  [36912, 'shift-already-open'],
  [9327, 'shift-already-open'],
  [9326, 'shift-already-closed'],
  [36907, 'shift-empty'],
  [36888, 'time-past'],
  [36897, 'time-past'],
  [36916, 'time-past'],
  [36871, 'no-receipt'],
  [36872, 'no-receipt'],
  [36870, 'no-receipt'],
]);

/** FBOX refuses these on sight: no module, bad argument or clock, subscription, IKPU, package or marking code, address. */
const refusedOnSight = new Set([102, 104, 333, 401, 402, 444]);

/**
 * What an error of a fiscal call says. Settled are the module's own refusals (0x90xx), the fiscal service's (65274 to
 * 65534), those FBOX makes on sight, and a map of field faults. Not settled are printer 101, internal 103, saving 303 and whatever is not
 * documented: those may strike after the module has signed.
 */
export function fboxFault(error: FboxError): FboxFault {
  const number = moduleCode(error);
  const text = `${error.message} ${typeof error.data === 'string' ? error.data : ''}`.toUpperCase();
  const named = names.find(([name]) => text.includes(name))?.[1] ?? (number === null ? undefined : numbers.get(number));
  const known = named !== undefined || (number !== null && isRefusal(number));
  const settled = known || faultyFields(error) !== null;
  return { code: named ?? String(number ?? 'text'), settled, message: error.message };
}

function isRefusal(number: number): boolean {
  const module = number > 0x9000 && number <= 0x90ff;
  const service = number >= 65274 && number <= 65534;
  return module || service || refusedOnSight.has(number);
}
