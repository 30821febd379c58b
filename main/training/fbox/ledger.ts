import type { Tiyin } from '../../domain/money.ts';
import type { PayRefusal } from '../wallet/book.ts';
import type { Fault } from './faults.ts';

/** Money taken from a customer's wallet. */
export type Charge = Readonly<{
  code: string;
  amount: Tiyin;
  at: number;
  paymentId: string;
  transactionId: string;
  kkmId: string;
  deviceId: string;
}>;

/** A payment the wallet refused; no money moved. */
export type Refusal = Readonly<{ code: string; amount: Tiyin; at: number; reason: PayRefusal }>;

/** A receipt the fiscal module registered. Prepaid and credit receipts carry neither sign nor URL (FBOX: Order). */
export type Receipt = Readonly<{
  seq: number;
  shift: number;
  operation: 'sale' | 'refund';
  kind: 'order' | 'prepaid' | 'credit';
  cash: Tiyin;
  card: Tiyin;
  vat: Tiyin;
  at: number;
  dateTime: string;
  fiscalSign: string | null;
  url: string | null;
  uuid: string | null;
  paymentId: string | null;
  originalSeq: number | null;
  order: Readonly<Record<string, unknown>>;
}>;

/** A fiscal receipt's URL handed to the wallet. */
export type Confirm = Readonly<{ paymentId: string; url: string; at: number }>;

/** A request as it arrived, before any fault or rule touched it. */
export type RequestRecord = Readonly<{
  method: string;
  path: string;
  body: string;
  at: number;
  fault: Fault['kind'] | null;
}>;

/** A shift the box closed. */
export type ZReport = Readonly<{
  number: number;
  openedAt: number;
  closedAt: number;
  receipts: readonly Receipt[];
}>;

/** The box's own book: what really happened, whatever was answered. The judge of every fault campaign. */
export type Ledger = {
  charges: Charge[];
  refusals: Refusal[];
  receipts: Receipt[];
  confirms: Confirm[];
  requests: RequestRecord[];
  zReports: ZReport[];
  drawerOpenings: number[];
  reprints: number[];
};

/** The book as others may see it. */
export type LedgerView = Readonly<{ [K in keyof Ledger]: readonly Ledger[K][number][] }>;

/** An empty book. */
export function emptyLedger(): Ledger {
  return {
    charges: [],
    refusals: [],
    receipts: [],
    confirms: [],
    requests: [],
    zReports: [],
    drawerOpenings: [],
    reprints: [],
  };
}
