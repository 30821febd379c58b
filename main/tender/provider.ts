import type { AskOutcome } from '../domain/asking.ts';
import type { ChargeOutcome } from '../domain/attempt.ts';
import type { Tiyin } from '../domain/money.ts';
import type { Booked } from '../domain/statement.ts';
import type { TenderKind } from '../domain/tender.ts';

/** The lines providers' calls take: through the fiscal box in the shop, or through the internet to each of them. */
export const lines = ['box', 'payme', 'flitt', 'smartpay'] as const;
export type Line = (typeof lines)[number];

/**
 * What a provider takes, in its own ledger: minor units of `currency` (UZS tiyin; JPY whole yen). For a sale in the same
 * currency it is the sale's own amount; another currency was agreed with the customer by a person and is never converted here.
 */
export type Charged = { amount: number; currency: string };

/** A payment as the provider knows it, for giving money back. `transactionId` is what was paid, where it has a name of its own. */
export type PaymentRef = {
  attemptId: string;
  providerPaymentId: string;
  transactionId: string | null;
  amount: Tiyin;
  charged: Charged;
};

/** One try to take `amount`, before anything can be charged. */
export type Preparation = { attemptId: string; amount: Tiyin };

/**
 * What making a payment ready ended in. No money can move before `charge`, so `again` may be tried freely while the code
 * lives; `declined` is final.
 */
export type PrepareOutcome =
  | { kind: 'ready'; providerPaymentId: string }
  | { kind: 'declined'; reason: string; message: string }
  | { kind: 'again'; reason: string };

/**
 * One try to take `amount` with a customer's code. The code is a credential: never log, store or echo it.
 * `providerPaymentId` is what `prepare` gave, committed before this call; null when the provider has no such step.
 */
export type Charge = { attemptId: string; amount: Tiyin; code: string; providerPaymentId: string | null };

/** An attempt to ask about. `others` tells what else of this till could be mistaken for it; times in ms. */
export type Enquiry = {
  attemptId: string;
  providerPaymentId: string | null;
  transactionId: string | null;
  amount: Tiyin;
  charged: Charged;
  sentAt: number;
  /** Aborted when the till no longer waits for this answer: a question may take minutes (UzQR), a cashier does not. */
  stop: AbortSignal;
  others: {
    /** Whether this payment id already belongs to another attempt. */
    owns(providerPaymentId: string): boolean;
    /** How many other attempts of the same sum, sent at about the same time, have no payment id yet. */
    alike: number;
  };
};

/**
 * `accepted`: the money goes back, or the unpaid checkout dies by itself; ask until it has. `refused`: the provider will not
 * give it back by itself.
 */
export type CancelOutcome =
  | { kind: 'accepted' }
  | { kind: 'returned' }
  | { kind: 'refused'; reason: string; message: string }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'unclear'; reason: string; message: string };

/** What taking reserved money ended in; whatever is not `done` is asked about and, still reserved, taken again. */
export type TakeOutcome = { kind: 'done' } | { kind: 'not-yet'; reason: string; message: string };

/** One page of the provider's book; `more` when another begins at `offset + rows.length`. */
export type BookPage =
  | { kind: 'page'; rows: Booked[]; more: boolean }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'unclear'; reason: string; message: string };

/**
 * The provider's memory, for whoever may read it: asking, giving back, and the book of a period. All of it may be repeated
 * freely. A provider without it (FBOX alone) leaves its doubts to a person.
 */
export type ProviderBook = {
  /** The line its questions take; null when the till itself knows (the Payme link). */
  readonly line: Line | null;
  ask(enquiry: Enquiry): Promise<AskOutcome>;
  /** Closes what nobody paid, gives back whole what was paid. */
  cancel(payment: PaymentRef): Promise<CancelOutcome>;
  /** Takes money that was only reserved, asked for right before; null where nothing is ever reserved. */
  readonly take: ((payment: PaymentRef) => Promise<TakeOutcome>) | null;
  /** At most 50 rows of the period `from`..`to` (ms), oldest first; null where there is no such book. */
  readonly page: ((period: { from: number; to: number; offset: number }) => Promise<BookPage>) | null;
  /** True where an answer is held back while the customer may still pay (UzQR): such a question must hold up no other one. */
  readonly holdsAnswers?: boolean;
  /** How long (ms) after it closed an unpaid checkout it is still asked whether somebody paid; absent where its word is final. */
  readonly watchClosedMs?: number;
};

/** Hands the fiscal receipt of a paid attempt to the wallet, so that the customer finds it in the app. */
export type Confirmation = {
  providerPaymentId: string;
  transactionId: string | null;
  receiptUrl: string;
  fiscalReceiptId: string;
};

/** `refused` is final; `not-yet` is an answer that is no yes; `try-again` reached nobody, or its answer was lost. */
export type ConfirmOutcome =
  | { kind: 'done' }
  | { kind: 'refused'; reason: string; message: string }
  | { kind: 'not-yet'; reason: string }
  | { kind: 'try-again'; reason: string };

/** A provider that takes money with a code scanned from the customer's phone. */
export type CodeProvider = {
  readonly tender: TenderKind;
  readonly name: string;
  readonly line: Line;
  /** The fiscal `qr_payment_provider` number of the wallet (141 Payme). */
  readonly fiscalProviderCode: number;
  /** Why `amount` cannot be charged at all, known before anything is stored or sent. */
  refuses(amount: Tiyin): 'not-whole-sums' | undefined;
  /**
   * Makes the payment known to the provider without moving money, so it may be repeated freely; null when there is no such
   * step.
   */
  readonly prepare: ((preparation: Preparation) => Promise<PrepareOutcome>) | null;
  /** Never repeated once a byte has left: Payme knows no key against charging twice. Only what is proven unsent goes again. */
  charge(charge: Charge): Promise<ChargeOutcome>;
  /** May be repeated freely: the same receipt of the same payment stays one. */
  confirm(confirmation: Confirmation): Promise<ConfirmOutcome>;
  readonly book: ProviderBook | null;
  /** Whether the provider's line stands, without asking it for anything; null when the fiscal box's own probe tells. */
  readonly knock: (() => Promise<boolean>) | null;
};
