import type { BookView } from '../wallet/book.ts';
import type { Fault } from './faults.ts';
import type { Method } from './methods.ts';

/** A request as it arrived, without its code: `method` is null when there is none such, `receiptId` when none was named. */
export type RequestRecord = Readonly<{
  method: Method | null;
  receiptId: string | null;
  at: number;
  fault: Fault['kind'] | null;
}>;

/** Payme's own book and what the till asked. Codes stand in the charges and holds only. */
export type Ledger = BookView & { readonly requests: readonly RequestRecord[] };

/** The ledger as plain JSON, with the scripted faults that have not struck yet, for a test in another process. */
export type Snapshot = Ledger & { readonly faultsLeft: number };
