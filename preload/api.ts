/**
 * The contract between the window and the till: what the window may ask and how answers travel.
 * Types only. The window draws `TillView` and sends intents; it never decides about money.
 */
import type { CheckoutKind, TenderKind } from '../main/domain/tender.ts';
import type { CallersView } from './callers.ts';
import type { PastSale, PastSaleView, RefundLines } from './history.ts';
import type { Approval, OpenItemsView, Verdict } from './open-items.ts';
import type {
  Fault,
  FoundItem,
  Language,
  ProvisionFault,
  ReceiptPreview,
  Result,
  ShiftReport,
  TillView,
  TrainingPaymentFault,
} from './views.ts';

export type * from './callers.ts';
export type * from './codes.ts';
export type * from './customer.ts';
export type * from './history.ts';
export type * from './open-items.ts';
export type * from './views.ts';

/** Every intent: its argument and what it answers. The till parses the argument with zod and checks rights itself. */
export type Intents = {
  view: { arg: undefined; value: TillView };
  startTraining: { arg: undefined; value: null };
  setUp: { arg: { path: string; badRows: 'refuse' | 'skip' }; value: { faults: ProvisionFault[] } };
  signIn: { arg: { staffId: string; pin: string }; value: null };
  signOut: { arg: undefined; value: null };
  setLanguage: { arg: { language: Language }; value: null };
  openShift: { arg: { float: number }; value: null };
  closeShift: { arg: { counted: number }; value: ShiftReport };
  xReport: { arg: undefined; value: ShiftReport };
  scan: { arg: { text: string }; value: null };
  /** How many (thousandths) the next scanned piece goods count for; null takes it back. */
  nextQuantity: { arg: { quantity: number | null }; value: null };
  search: { arg: { text: string }; value: FoundItem[] };
  addItem: { arg: { itemId: number; quantity?: number | undefined }; value: null };
  selectLine: { arg: { lineId: string }; value: null };
  setQuantity: { arg: { lineId: string; quantity: number }; value: null };
  removeLine: { arg: { lineId: string }; value: null };
  voidSale: { arg: undefined; value: null };
  park: { arg: undefined; value: null };
  recall: { arg: { saleId: string }; value: null };
  startPayment: { arg: undefined; value: null };
  chooseTender: { arg: { kind: TenderKind }; value: null };
  /**
   * Makes a checkout for the customer's phone. `phone` where the provider sends a message; `charged` (minor units of the
   * provider's currency) where that is not the sale's, as the cashier agreed it with the customer.
   */
  startCheckout: {
    arg: { kind: CheckoutKind; phone?: string | undefined; charged?: number | undefined };
    value: null;
  };
  /** Prints the QR that stands, for a customer who cannot scan a screen. */
  printCheckout: { arg: { attemptId: string }; value: null };
  /** One step back: from a tender to the choice, from the choice to the lines. Refused while an attempt is in the air. */
  back: { arg: undefined; value: null };
  takeCash: { arg: { given: number }; value: null };
  /** Charge the wallet code that was scanned before "pay" was pressed. */
  confirmWallet: { arg: undefined; value: null };
  newSale: { arg: undefined; value: null };
  reprint: { arg: { saleId?: string | undefined }; value: null };
  /** Sends a parked fiscal document of a sale again, or asks about it again. */
  retryFiscal: { arg: { saleId: string }; value: null };
  /** Gives a completed sale back as it was paid, whole (what is left of it) or the lines named; a manager answers for it. */
  refundSale: {
    arg: { saleId: string; lines?: RefundLines | undefined; approval?: Approval | undefined };
    value: null;
  };
  /** Completed sales, newest first: those whose receipt number, fiscal receipt or goods `text` names, before `before` (ms). */
  pastSales: { arg: { text?: string | undefined; before?: number | undefined }; value: PastSale[] };
  /** Everything that became of one completed sale. */
  pastSale: { arg: { saleId: string }; value: PastSaleView };
  /** A manager settles money that should have gone back and nobody else can tell about. */
  closeRefundPayment: {
    arg: { refundPaymentId: string; evidence: string; approval?: Approval | undefined };
    value: null;
  };
  /** What reached the listener, and what it refused. */
  callers: { arg: undefined; value: CallersView };
  /** Asks the provider about an attempt now instead of at its next turn. */
  checkNow: { arg: { attemptId: string }; value: null };
  /** Takes a payment back whose outcome is not known, so that another tender can be taken; what was charged is returned. */
  cancelAttempt: { arg: { attemptId: string; approval?: Approval | undefined }; value: null };
  /** A manager settles money nobody else can tell about; `evidence` says how they know, `paymentId` what the provider calls it. */
  closeAttempt: {
    arg: {
      attemptId: string;
      verdict: Verdict;
      evidence: string;
      paymentId?: string | undefined;
      approval?: Approval | undefined;
    };
    value: null;
  };
  /** The owner's choice: the goods leave before the money is sure, within limits, with the customer's phone noted. */
  releaseGoods: { arg: { attemptId: string; phone: string; approval?: Approval | undefined }; value: null };
  /** Everything that is not settled; asked for while its screen is open, because it may be long. */
  openItems: { arg: undefined; value: OpenItemsView };
  /** Sends a parked obligation again (a confirmation to the wallet, the box's Z). */
  retryObligation: { arg: { obligationId: number }; value: null };
  /** Makes the daily match of a business day (yyyy-MM-dd) again. */
  runMatch: { arg: { date: string }; value: null };
  /** A manager has looked into a finding of the daily match. */
  settleFinding: {
    arg: { findingId: string; evidence: string; approval?: Approval | undefined };
    value: null;
  };
  /** Whether a new version of the program may be installed now; refused with what has to be finished first. */
  mayUpdate: { arg: undefined; value: null };
  openDrawer: { arg: undefined; value: null };
  receiptPreview: { arg: { saleId: string }; value: ReceiptPreview };
  dismissMessage: { arg: undefined; value: null };
  /** Training only: a code out of the virtual scanner; `wallet` mints a code of a pretended customer. */
  trainingScan: { arg: { what: 'goods' | 'wallet' | 'unknown'; text?: string | undefined }; value: { text: string } };
  /** Training only: the customer's part of the checkout that stands. */
  trainingPay: { arg: { outcome: 'pay' | 'decline' }; value: null };
  /** Training only: cuts or mends the network, or chooses what the next payment meets. */
  trainingFault: {
    arg: { network: 'up' | 'down' } | { nextPayment: TrainingPaymentFault };
    value: null;
  };
};

export type IntentName = keyof Intents;

/** The preload lets only these names through; `satisfies` keeps the list and the type in step. */
export const intentNames = [
  'view',
  'startTraining',
  'setUp',
  'signIn',
  'signOut',
  'setLanguage',
  'openShift',
  'closeShift',
  'xReport',
  'scan',
  'nextQuantity',
  'search',
  'addItem',
  'selectLine',
  'setQuantity',
  'removeLine',
  'voidSale',
  'park',
  'recall',
  'startPayment',
  'chooseTender',
  'startCheckout',
  'printCheckout',
  'back',
  'takeCash',
  'confirmWallet',
  'newSale',
  'reprint',
  'retryFiscal',
  'refundSale',
  'pastSales',
  'pastSale',
  'closeRefundPayment',
  'callers',
  'checkNow',
  'cancelAttempt',
  'closeAttempt',
  'releaseGoods',
  'openItems',
  'retryObligation',
  'runMatch',
  'settleFinding',
  'mayUpdate',
  'openDrawer',
  'receiptPreview',
  'dismissMessage',
  'trainingScan',
  'trainingPay',
  'trainingFault',
] as const satisfies readonly IntentName[];

/** Fails to compile when an intent is missing from the list above. */
export type MissingIntents = Exclude<IntentName, (typeof intentNames)[number]>;
export const noIntentMissing: [MissingIntents] extends [never] ? true : MissingIntents = true;

/** What goes over the MessagePort between window and till. */
export type Request = { id: number; method: IntentName; args: unknown };
export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; error: Fault };
export type Event = { event: 'view'; data: TillView };

/** The till as the window sees its process: up, being restarted after a crash, or given up after five in a minute. */
export type TillLife = 'starting' | 'up' | 'restarting' | 'stopped';

/** What the preload puts at `window.kassa`. */
export type KassaBridge = {
  call(method: IntentName, args: unknown): Promise<Result<unknown>>;
  onView(listener: (view: TillView) => void): () => void;
  onLife(listener: (life: TillLife) => void): () => void;
  /** Opens the system's file dialogue for a provision file; null when the person cancelled. */
  chooseFile(): Promise<string | null>;
};
