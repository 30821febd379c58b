/** What the window is shown: plain data, sums in tiyin, quantities in thousandths, times in ms. */
import type { AttemptState } from '../main/domain/attempt.ts';
import type { Language } from '../main/domain/language.ts';
import type { Thousandths, Tiyin } from '../main/domain/money.ts';
import type { Heap, ShiftFigures } from '../main/domain/shift.ts';
import type { CheckoutKind, TenderKind } from '../main/domain/tender.ts';
import type { VatPercent } from '../main/domain/tax.ts';
import type { Code } from './codes.ts';
import type { BoxLimitView } from './open-items.ts';

export type { Heap } from '../main/domain/shift.ts';
export type { Language } from '../main/domain/language.ts';
export type Role = 'cashier' | 'manager';

/** Facts that a message puts into its words: sums in tiyin, times in ms, names, codes. */
export type Facts = Record<string, string | number>;

export type Fault = { code: Code; facts: Facts };
export type Result<T> = { ok: true; value: T } | { ok: false; error: Fault };

export type StaffView = { id: string; name: string; role: Role; language: Language; lockedUntil: number | null };

export type ShiftView = { id: string; number: number; openedAt: number; float: Tiyin; sales: number; taken: Tiyin };

export type LineView = {
  id: string;
  code: string;
  name: string;
  unit: string;
  price: Tiyin;
  quantity: Thousandths;
  discount: Tiyin;
  total: Tiyin;
  vat: Tiyin;
  vatPercent: VatPercent;
  weighed: boolean;
  minAge: number | null;
};

export type TenderView = { kind: TenderKind; amount: Tiyin; given: Tiyin | null; change: Tiyin };

export type SaleView = {
  id: string;
  number: number;
  state: 'open' | 'tendering';
  lines: LineView[];
  selectedLineId: string | null;
  /** The line the last scan touched, shown large. */
  lastLineId: string | null;
  total: Tiyin;
  discount: Tiyin;
  vat: Tiyin;
  quantity: Thousandths;
};

/** One way to pay as the panel offers it; `refused` says why it cannot be chosen now. */
export type TenderOption = { kind: TenderKind; refused: Code | null };

export type AttemptView = {
  id: string;
  kind: TenderKind;
  state: AttemptState;
  amount: Tiyin;
  /** Why, as a code for the window's words (`refused`, `timeout`, `amount-mismatch`, ...), and the provider's own sentence. */
  reason: string | null;
  message: string | null;
  startedAt: number;
  /** When a queued code dies (ms), for the bar that runs out. */
  codeExpiresAt: number | null;
  /** How often the provider was asked about it and when it is asked next (ms); null when nobody can be asked. */
  asks: { tries: number; nextAt: number | null } | null;
  /** From when (ms) the cashier may take it back and choose another tender; null when that is not possible. */
  cancelFrom: number | null;
  /** True when only a manager can go on. */
  needsManager: boolean;
  /** Whether the goods may leave before the money is sure; null unless the owner allows it. */
  release: ReleaseView | null;
  /** What stands before the customer; null for a scanned code. */
  checkout: CheckoutView | null;
};

/** Goods that may leave before the money is sure: why not now, if anything, and what to think of first. */
export type ReleaseView = {
  refused: Code | null;
  /** Sales whose goods are out without their money, against what the owner allows; null below half of both. */
  out: { count: number; amount: Tiyin; mostCount: number; mostAmount: Tiyin } | null;
  /** Since when (ms) the oldest payment in doubt waits, against how long (ms) it may; null below half. */
  oldest: { since: number; mostAge: number } | null;
};

/** What the customer scans or was sent; `qr` is gone as soon as it must not be paid any more. */
export type CheckoutView = {
  kind: CheckoutKind;
  /** The text of the QR, drawn dark on white; null while it is being made and where there is nothing to scan. */
  qr: string | null;
  /** When (ms) it dies. */
  expiresAt: number | null;
  /** The phone an invoice goes to, and whether it went. */
  phone: string | null;
  delivered: boolean;
  poweredByPayme: boolean;
  /** What the provider takes in a currency other than the sale's, as it was agreed; in that currency's minor units. */
  charged: { amount: number; currency: string } | null;
};

/** What the cashier has to say before a checkout can be made. */
export type CheckoutQuestion = { kind: CheckoutKind; needs: 'phone' | 'foreign-sum'; currency: string };

export type PaymentView = {
  due: Tiyin;
  tenders: TenderOption[];
  /** Which panel is open: choosing a tender, cash, Payme Go waiting for a code, or a wallet code scanned before "pay". */
  step: 'choose' | 'cash' | 'payme-go' | 'confirm-wallet' | CheckoutKind;
  notes: Tiyin[];
  attempt: AttemptView | null;
  /** What is asked at the step of a checkout before it is made; null when it stands, or is being made. */
  question: CheckoutQuestion | null;
};

export type FiscalState = 'waiting' | 'sending' | 'registered' | 'in-doubt' | 'refused';
export type PrintState = 'waiting' | 'printing' | 'printed' | 'sent' | 'uncertain' | 'failed';

/** The sale just completed, until the next one starts. */
export type DoneView = {
  saleId: string;
  number: number;
  total: Tiyin;
  tenders: TenderView[];
  change: Tiyin;
  fiscal: { state: FiscalState; url: string | null; reason: string | null };
  print: { state: PrintState; reason: string | null };
  confirm: 'none' | 'waiting' | 'done' | 'refused';
  /** How far the sale was given back, as its last refund says: its document, and its money when that goes back through a wallet. */
  refund: { fiscal: FiscalState; money: 'returned' | 'going-back' | 'by-hand'; amount: Tiyin; whole: boolean } | null;
};

export type ParkedView = {
  id: string;
  number: number;
  total: Tiyin;
  lines: number;
  since: number;
  attempt: AttemptState | null;
  /** True while a checkout of it can still be paid: nothing is in doubt about it. */
  standing: boolean;
  /** True when the goods left before the money was sure. */
  released: boolean;
};

export type QuickKeyView = {
  itemId: number;
  name: string;
  price: Tiyin;
  unit: string;
  weighed: boolean;
  group: string | null;
};
export type FoundItem = { itemId: number; name: string; code: string; price: Tiyin; unit: string; weighed: boolean };

/** The status strip; a green line never hides a non-empty queue. */
export type StripView = {
  line: 'up' | 'down' | 'unknown';
  queued: Heap;
  inDoubt: Heap;
  unsentFiscal: { count: number; oldestAt: number | null };
  notPrinted: { count: number };
  /** How many open items wait for a person. */
  needsPerson: number;
  /** Limits of the fiscal box that are near. */
  box: BoxLimitView[];
  printer: 'ready' | 'unknown' | 'trouble' | 'none';
  scanner: 'connected' | 'absent' | 'no-permission' | 'none';
  secretsUnprotected: boolean;
};

/** A sentence for the cashier: what happened to the money, what to do, a short code. `at` in ms makes repeats visible. */
export type MessageView = { code: Code; facts: Facts; tone: 'info' | 'refused' | 'doubt' | 'sure'; at: number };

/** A sound the window plays once; `at` tells one from the next. */
export type SoundView = {
  kind: 'accepted' | 'wallet' | 'refused' | 'attention' | 'paid' | 'doubt' | 'trouble';
  at: number;
};

export type TrainingView = {
  paper: { png: string; at: number } | null;
  drawerOpenings: number;
  /** What the trainee switched on: the network as it is now, and what will happen to the next payment. */
  faults: { network: 'up' | 'down'; nextPayment: TrainingPaymentFault };
  /** A page on this computer where the customer's part of the checkout that stands can be played; null when none stands. */
  checkoutPage: string | null;
};

/** What the next payment in training meets: nothing, a lost answer, or money that is taken late. */
export type TrainingPaymentFault = 'none' | 'answer-lost' | 'charged-late' | 'declined';

export type TillView = {
  revision: number;
  mode: 'first-start' | 'training' | 'live';
  now: number;
  shop: {
    name: string;
    tin: string;
    address: string;
    currency: string;
    timezone: string;
    receiptLanguage: Language;
  } | null;
  register: { name: string } | null;
  staff: StaffView[];
  signedIn: StaffView | null;
  shift: ShiftView | null;
  sale: SaleView | null;
  /** What the next scanned piece goods count for, typed before the scan; null is one piece. */
  nextQuantity: Thousandths | null;
  payment: PaymentView | null;
  done: DoneView | null;
  parked: ParkedView[];
  quickKeys: QuickKeyView[];
  strip: StripView;
  /** True when there is a last receipt to print again. */
  canReprint: boolean;
  message: MessageView | null;
  sound: SoundView | null;
  /** The Z report of the shift closed last, while no other is open; it goes on telling what the fiscal box says. */
  closedShift: ShiftReport | null;
  training: TrainingView | null;
};

/** An X report (so far) or a Z report (at closing) of one shift, with what the fiscal box has said about it. */
export type ShiftReport = ShiftFigures & {
  fiscal: { zNumber: number | null; terminalId: string | null; state: 'closed' | 'waiting' | 'none' };
};

export type ReceiptPreview = { png: string; fiscalUrl: string | null; text: string };

export type ProvisionFault = { where: string; code: string; facts: Facts };
