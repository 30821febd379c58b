/**
 * What can happen to one call on the way between a till and a provider; times in ms of the world. `done` says whether the
 * provider did what was asked before the fault showed.
 */
export type LineFault =
  | { kind: 'none' }
  /** The provider works, its answer never arrives: the line breaks, or nothing is heard until the till gives up. */
  | { kind: 'answer-dropped' }
  | { kind: 'answer-late'; ms: number }
  | { kind: 'request-dropped' }
  /** The provider gets the request when the till has long given up, and works then. */
  | { kind: 'request-late'; ms: number }
  | { kind: 'answer-twice' }
  /** The answer that the call before this one got, of the same kind. */
  | { kind: 'answer-of-another' }
  /** This call and the next one of its kind get each other's answers; it waits `ms` for the other. */
  | { kind: 'answers-swapped'; ms: number }
  /** The provider says no, with these words as its whole answer, and does nothing. */
  | { kind: 'refused'; answer: object }
  | { kind: 'error-page'; status: 500 | 502 | 503; done: boolean }
  | { kind: 'garbage'; done: boolean }
  | { kind: 'empty'; done: boolean }
  | { kind: 'slow-bytes'; bytes: number; gap: number }
  /** The connection is reset after so many bytes of the request, or of the answer. */
  | { kind: 'request-cut'; after: number }
  | { kind: 'answer-cut'; after: number };

export type FaultKind =
  | Exclude<LineFault['kind'], 'none'>
  | 'cable-out'
  | 'charge-late'
  | 'clock-set'
  | 'disk-full'
  | 'same-code'
  | 'second-program';

/** Decides what happens to a call, named by its route ("POST /payment/payme") or JSON-RPC method ("receipts.pay"), of so many bytes. */
export type Weather = (call: string, body: string, bytes: number) => LineFault;

/** Nothing ever happens. */
export const calm: Weather = () => ({ kind: 'none' });
