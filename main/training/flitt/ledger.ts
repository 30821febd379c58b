import type { BookView } from './book.ts';
import type { Fault } from './faults.ts';
import type { Endpoint } from './works.ts';

/** A request as it arrived; `orderId` is null when none was named. */
export type RequestRecord = Readonly<{
  endpoint: Endpoint;
  orderId: string | null;
  at: number;
  fault: Fault['kind'] | null;
}>;

/** Flitt's own book and what the till asked. */
export type Ledger = BookView & { readonly requests: readonly RequestRecord[] };

/** The ledger as plain JSON, with the scripted faults that have not struck yet, for a test in another process. */
export type Snapshot = Ledger & { readonly faultsLeft: number };
