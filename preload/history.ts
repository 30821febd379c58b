/** What became of completed sales: sums in tiyin, quantities in thousandths, times in ms. */
import type { AttemptState } from '../main/domain/attempt.ts';
import type { Thousandths, Tiyin } from '../main/domain/money.ts';
import type { RefundPaymentState } from '../main/domain/refund-payment.ts';
import type { TenderKind } from '../main/domain/tender.ts';
export type { RefundPaymentState } from '../main/domain/refund-payment.ts';
import type { FiscalState, PrintState } from './views.ts';

/** A completed sale in the list, newest first. */
export type PastSale = {
  id: string;
  number: number;
  at: number;
  total: Tiyin;
  lines: number;
  tenders: TenderKind[];
  cashier: string;
  refunded: Tiyin;
};

/** A line of a completed sale and how much of it can still be given back. */
export type PastLine = {
  id: string;
  name: string;
  code: string;
  unit: string;
  weighed: boolean;
  price: Tiyin;
  quantity: Thousandths;
  total: Tiyin;
  left: Thousandths;
};

/** Money in a provider's own ledger (minor units), where that counts in another currency than the sale; null where it does not. */
export type Foreign = { amount: number; currency: string } | null;

/** Money of a refund that goes back through the provider that took it. */
export type RefundPaymentView = {
  id: string;
  kind: TenderKind;
  amount: Tiyin;
  charged: Foreign;
  state: RefundPaymentState;
  reason: string | null;
  message: string | null;
  needsManager: boolean;
};

/** A refund: what was given back, by whom, how, and how far its money and its document are. */
export type PastRefund = {
  id: string;
  at: number;
  amount: Tiyin;
  cash: Tiyin;
  cashier: string;
  approvedBy: string;
  lines: { name: string; quantity: Thousandths; amount: Tiyin }[];
  payments: RefundPaymentView[];
  fiscal: { state: FiscalState; url: string | null; reason: string | null } | null;
};

/** One step in the life of a sale, oldest first: what, the state it came to, about which money, why, when. */
export type HistoryStep = { at: number; kind: TenderKind | null; amount: Tiyin | null; reason: string | null } & (
  | { of: 'sale' | 'refund'; state: 'completed' }
  | { of: 'attempt'; state: AttemptState }
  | { of: 'refund-payment'; state: RefundPaymentState }
  | { of: 'fiscal'; state: FiscalState }
  | { of: 'receipt'; state: PrintState }
);

/** Whether what is left of a sale can go back the way it was paid: all of it, and in parts. */
export type RefundRule = { whole: boolean; parts: boolean };

/** One completed sale with everything that became of it; `state` of a tender is its attempt's, `print` of its own receipt. */
export type PastSaleView = {
  sale: PastSale;
  lines: PastLine[];
  tenders: { kind: TenderKind; amount: Tiyin; charged: Foreign; state: AttemptState | null }[];
  refunds: PastRefund[];
  steps: HistoryStep[];
  print: PrintState | null;
  mayRefund: RefundRule;
};

/** What of a line is given back, in thousandths; without lines the whole of what is left. */
export type RefundLines = { lineId: string; quantity: number }[];
