import type { Language } from '../domain/language.ts';
import type { Thousandths, Tiyin } from '../domain/money.ts';
import type { CheckoutKind } from '../domain/tender.ts';
import type { Charged, Confirmation, ConfirmOutcome, Line, PaymentRef, ProviderBook } from './provider.ts';

/** A line of the sale, for providers that show or fiscalise them; `total` in the sale's minor units, discount taken off. */
export type CheckoutLine = {
  name: string;
  price: Tiyin;
  quantity: Thousandths;
  total: Tiyin;
  vatPercent: number | null;
  ikpu: string;
  packageCode: string;
};

/**
 * A checkout to make. `again`: an earlier try may have reached the provider and its answer was lost. `phone`: 998 and nine digits,
 * where the provider needs one. `lifetimeMs`: how long the customer may take.
 */
export type CheckoutRequest = {
  attemptId: string;
  saleNumber: number;
  amount: Tiyin;
  charged: Charged;
  shopName: string;
  language: Language;
  lines: readonly CheckoutLine[];
  phone: string | null;
  lifetimeMs: number;
  again: boolean;
};

/** A checkout that stands: what it is asked about by, and what the customer's phone reads; null when there is nothing to scan. */
export type Shown = { providerPaymentId: string; qr: string | null };

/**
 * What making a checkout ended in. Nobody can have paid before it was shown. `again`: nothing stands, or the same request finds
 * what stands. `link-lost`: it stands, but the only answer with its link was lost, so that it has to die before another is made.
 */
export type CheckoutOutcome =
  | { kind: 'ready'; shown: Shown }
  | { kind: 'declined'; reason: string; message: string }
  | { kind: 'again'; reason: string }
  | { kind: 'link-lost'; providerPaymentId: string; reason: string };

/** Whether the customer was told of the checkout (a message to their phone). May be repeated freely. */
export type DeliverOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; reason: string; message: string }
  | { kind: 'try-again'; reason: string };

/**
 * Money to give back of a paid attempt. `id` is the refund's own; `key` what it is sent under: the same on every try, another one
 * only after the provider declined it. `amount` in the ledger of the provider, as `Charged`. `refundId` is what the provider
 * called it, once it said so. `baseline`: what `Refunds.before` told when it was first sent. `again`: it may have been heard.
 */
export type RefundRequest = {
  id: string;
  key: string;
  payment: PaymentRef;
  amount: Charged;
  refundId: string | null;
  baseline: number | null;
  again: boolean;
};

/** How much of a payment has gone back, in the ledger of the provider, or why its refund cannot be sent. Nothing was sent. */
export type RefundLook =
  | { kind: 'known'; returned: number }
  | Exclude<RefundOutcome, { kind: 'returned' | 'accepted' }>;

/**
 * What giving back ended in. `accepted`: it is on its way, ask. `refused`: nothing went back; `keySpent` when the provider declined
 * the refund itself, and will say so of this key for ever. `unreachable`: nothing was sent. `unclear`: it may have been heard;
 * what may be done then is `Refunds.repeat`, unless `onlyPerson`: asking once more would tell no more.
 */
export type RefundOutcome =
  | { kind: 'returned'; refundId: string | null }
  | { kind: 'accepted'; refundId: string | null }
  | { kind: 'refused'; reason: string; message: string; keySpent?: boolean }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'unclear'; reason: string; message: string; onlyPerson?: boolean };

/**
 * Giving money back to where it came from. `repeat`: `same-key` providers hear a repeated refund as the same one; `never` ones
 * are asked, or a person looks. `parts`: whether less than the whole can go back. `before` is asked right before a refund is first
 * sent, where a lost answer can be judged by nothing else than how much had gone back; absent where a refund has a name of its own.
 */
export type Refunds = {
  readonly parts: boolean;
  readonly repeat: 'same-key' | 'never';
  readonly before?: (payment: PaymentRef, amount: Charged) => Promise<RefundLook>;
  give(request: RefundRequest): Promise<RefundOutcome>;
  /** What became of a refund the provider has heard of; null where nobody can be asked. */
  readonly ask: ((request: RefundRequest) => Promise<RefundOutcome>) | null;
};

/** Why a checkout of `charged` cannot be made at all, known before anything is stored or sent. */
export type CheckoutFault = 'not-whole-sums' | 'amount-too-small' | 'currency-differs';

/** A provider the customer pays on their own phone, after scanning our QR or reading our message. */
export type CheckoutProvider = {
  readonly tender: CheckoutKind;
  /** Stands on every attempt's row: `flitt`, `payme-link`, `payme-invoice`, `uzqr-fbox`, `smartpay`. */
  readonly name: string;
  /** The line its calls take; null when nothing is called (the Payme link). */
  readonly line: Line | null;
  /** The fiscal `qr_payment_provider` number of the wallet (141 Payme), null where the tax office has none. */
  readonly fiscalProviderCode: number | null;
  readonly needsPhone: boolean;
  /** True where checkouts are called by our attempt's id, so that one whose making was never answered can still be asked about. */
  readonly namedByAttempt?: boolean;
  /** The currency it takes; another one than the sale's makes the cashier type the sum. */
  readonly currency: string;
  /** Payme's terms ask for "Powered by Payme" beside it. */
  readonly poweredByPayme: boolean;
  /** How long (ms) a customer may take to pay. */
  readonly lifetimeMs: number;
  refuses(charged: Charged): CheckoutFault | undefined;
  /** Makes it at the provider; may be called again with `again` after a lost answer. Never throws. */
  create(request: CheckoutRequest): Promise<CheckoutOutcome>;
  /** Tells the customer's phone of it; null where the QR is all there is. */
  readonly deliver: ((to: { providerPaymentId: string; phone: string }) => Promise<DeliverOutcome>) | null;
  /** Hands the fiscal receipt to the wallet; null where there is no such call. */
  readonly confirm: ((confirmation: Confirmation) => Promise<ConfirmOutcome>) | null;
  /** Asking, giving back, taking what was reserved; null leaves everything to a person. */
  readonly book: ProviderBook | null;
  readonly refunds: Refunds | null;
  /** Whether its line stands, without asking it for anything; null when another probe tells. */
  readonly knock: (() => Promise<boolean>) | null;
};
