import type { BoxFacts } from '../domain/box-limits.ts';
import type { Thousandths, Tiyin } from '../domain/money.ts';
import type { VatPercent } from '../domain/tax.ts';

/** The fiscal module's word for one receipt: its four values and the URL, printed exactly as returned. */
export type FiscalReceipt = {
  terminalId: string;
  receiptSeq: string;
  dateTime: string;
  fiscalSign: string;
  url: string;
};

export type FiscalLine = {
  name: string;
  code: string;
  price: Tiyin;
  quantity: Thousandths;
  total: Tiyin;
  discount: Tiyin;
  vat: Tiyin;
  vatPercent: VatPercent;
  unit: string;
  ikpu: string;
  packageCode: string;
};

/** A sale as the fiscal module wants it. Cash is what stays in the drawer: change is already taken off. */
export type FiscalSale = {
  /** Our own id, sent as `uuid` and echoed by `/order/last/`. */
  documentId: string;
  number: number;
  at: number;
  cashier: string;
  lines: FiscalLine[];
  cash: Tiyin;
  card: Tiyin;
  change: Tiyin;
  wallet: { paymentId: string; providerCode: number; clientPhone: string | null } | null;
};

/**
 * What of a sale is given back: its lines and kinds of money, and the receipt the module gave when it was sold. Parts of a weighed
 * line add up to the line, so one of them may lie two tiyin beside its price times its quantity.
 */
export type FiscalRefund = FiscalSale & { original: FiscalReceipt };

/** What a fiscal document says happened; the module counts the two apart. */
export type FiscalOperation = 'sale' | 'refund';

/**
 * What one fiscal call ended in; `in-doubt` is asked about with `find`, never repeated blindly.
 * `refused` proves that nothing was registered. Three codes mean the same for every service: `shift-not-open` (open the
 * shift, then register again), `time-past` (wait a second, then register again with a new `at`) and `clock-off` (the
 * till's clock is too far from the module's: register again when it was set right); other codes are the service's own,
 * for the screen and the journal.
 */
export type RegisterOutcome =
  | { kind: 'registered'; receipt: FiscalReceipt }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'nothing-sent'; reason: string }
  | { kind: 'in-doubt'; reason: string };

/**
 * `found`: this document is the module's last; `other`: its last is another one; both are the module's own word.
 * `unnamed`: the module has a last receipt and does not say whose it is.
 * `unreadable`: the last is this document, but its receipt cannot be taken, so it must not be registered again; also one
 * that the module calls a refund when it was a sale, or the other way round.
 * `unreachable`: nothing can be said, because no answer came or it cannot be read.
 */
export type FindOutcome =
  | { kind: 'found'; receipt: FiscalReceipt }
  | { kind: 'other' }
  | { kind: 'unnamed' }
  | { kind: 'unreadable'; reason: string }
  | { kind: 'unreachable'; reason: string };

/** The shift of the fiscal module; the counts are documents since it was opened. */
export type ZState = { number: number; open: boolean; saleCount: number; refundCount: number };
/** `already`: the shift was open (or closed) before this call; `in-doubt` is asked about with `shiftState`. */
export type ZOutcome =
  | { kind: 'done'; state: ZState }
  | { kind: 'already' }
  | { kind: 'refused'; code: string; message: string }
  | { kind: 'nothing-sent'; reason: string }
  | { kind: 'in-doubt'; reason: string };

/** Who the module is, and how near its limits are. */
export type BoxInfo = BoxFacts & { terminalId: string };

/** The fiscal port; every service (FBOX first) is one folder implementing it. */
export type FiscalService = {
  readonly name: string;
  /** Registers a sale; never repeated blindly. */
  register(sale: FiscalSale): Promise<RegisterOutcome>;
  /** Registers the refund of a sale that this module registered, or of a part of it; never repeated blindly. */
  refund(refund: FiscalRefund): Promise<RegisterOutcome>;
  /** The lost-answer probe of both: safe to repeat. */
  find(documentId: string, operation: FiscalOperation): Promise<FindOutcome>;
  openShift(at: number): Promise<ZOutcome>;
  closeShift(at: number): Promise<ZOutcome>;
  shiftState(): Promise<ZState | { kind: 'unreachable'; reason: string }>;
  info(): Promise<BoxInfo | { kind: 'unreachable'; reason: string }>;
};
