import { addUp, type Tiyin } from '../../domain/money.ts';
import type { Box, FiscalModule } from './box.ts';
import type { Charge, Receipt } from './ledger.ts';

/** The box at a glance, for the training panel: plain data, money in tiyin. */
export type Snapshot = {
  terminalId: string;
  companyName: string;
  shift: { number: number; openedAt: number; receipts: number } | null;
  zReports: number;
  receipts: number;
  lastReceipt: Receipt | null;
  accumulators: FiscalModule['accumulators'];
  unsent: number;
  taxOffice: FiscalModule['taxOffice'];
  charged: { count: number; amount: Tiyin };
  lastCharge: Charge | null;
  confirmed: number;
  faultsLeft: number;
};

/** What `box` holds now; `faultsLeft` are the scripted faults that have not struck yet. */
export function takeSnapshot({ who, ledger, module }: Box, faultsLeft: number): Snapshot {
  const { shift } = module;
  return {
    terminalId: who.terminalId,
    companyName: who.companyName,
    shift: shift ? { number: shift.number, openedAt: shift.openedAt, receipts: shift.receipts.length } : null,
    zReports: ledger.zReports.length,
    receipts: ledger.receipts.length,
    lastReceipt: ledger.receipts.at(-1) ?? null,
    accumulators: structuredClone(module.accumulators),
    unsent: module.unsent.length,
    taxOffice: module.taxOffice,
    charged: { count: ledger.charges.length, amount: addUp(ledger.charges.map((one) => one.amount)) },
    lastCharge: ledger.charges.at(-1) ?? null,
    confirmed: ledger.confirms.length,
    faultsLeft,
  };
}
