import type { AmountUnit, Tiyin } from '../../domain/money.ts';
import { tiyin, zero } from '../../domain/money.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { Random } from '../wire/random.ts';
import type { Envelope } from './envelope.ts';
import type { Ledger, Receipt } from './ledger.ts';
import type { OneQrOffice } from './one-qr/office.ts';

/** Who the box is and where it takes time and chance from. `now` in ms. */
export type Identity = {
  now: () => number;
  random: Random;
  amountUnit: AmountUnit;
  kkmId: string;
  deviceId: string;
  terminalId: string;
  inn: string;
  companyName: string;
};

/** One running total of the module, tiyin, over its whole life. */
export type Accumulator = { sale: Tiyin; refund: Tiyin };

/** The open shift: its number, when it was opened (ms) and what it registered. */
export type Shift = { number: number; openedAt: number; receipts: Receipt[] };

/** The fiscal module inside the box. */
export type FiscalModule = {
  seq: number;
  lastOperationAt: number | undefined;
  shift: Shift | undefined;
  accumulators: { cash: Accumulator; card: Accumulator; vat: Accumulator };
  taxOffice: 'reachable' | 'unreachable';
  unsent: Receipt[];
};

/** Everything a handler may touch. */
export type Box = { who: Identity; ledger: Ledger; wallet: Wallet; oneQr: OneQrOffice; module: FiscalModule };

/** A request after the border: its JSON body (undefined without one) and its query. */
export type Call = { body: unknown; query: Readonly<Record<string, unknown>> };

/** What one endpoint does: it works at once and to the end, so that no fault can leave it half done. */
export type Work = (box: Box, call: Call) => Envelope;

/** The limits of one module: unsent receipts, Z reports in a lifetime, days unsent (FBOX: Info; module 0300). */
export const limits = { unsentReceipts: 858, zReports: 832, unsentMs: 2 * 24 * 3_600_000 } as const;

/** The applet the answers name; the error numbers of this box are those of the 03xx applets. */
export const appletVersion = '0323';

/** A module that has registered nothing yet. */
export function newModule(): FiscalModule {
  const accumulator = (): Accumulator => ({ sale: zero, refund: zero });
  return {
    seq: 0,
    lastOperationAt: undefined,
    shift: undefined,
    accumulators: { cash: accumulator(), card: accumulator(), vat: accumulator() },
    taxOffice: 'reachable',
    unsent: [],
  };
}

/** `left` plus `right`, both tiyin. */
export function plus(left: Tiyin, right: Tiyin): Tiyin {
  return tiyin(left + right);
}
