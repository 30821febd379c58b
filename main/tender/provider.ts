import type { ChargeOutcome } from '../domain/attempt.ts';
import type { Tiyin } from '../domain/money.ts';
import type { TenderKind } from '../domain/tender.ts';

/** May a call be made again when its answer was lost? Declared per call, from each provider's documents. */
export type Repeat = 'freely' | 'same-key' | 'never';

/** One try to take `amount` with a customer's code. The code is a credential: never log, store or echo it. */
export type Charge = { attemptId: string; amount: Tiyin; code: string };

/** Hands the fiscal receipt of a paid attempt to the wallet, so that the customer finds it in the app. */
export type Confirmation = { providerPaymentId: string; receiptUrl: string };

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
  /** The fiscal `qr_payment_provider` number of the wallet (141 Payme). */
  readonly fiscalProviderCode: number;
  readonly repeat: { charge: Repeat; confirm: Repeat };
  /** Why `amount` cannot be charged at all, known before anything is stored or sent. */
  refuses(amount: Tiyin): 'not-whole-sums' | undefined;
  charge(charge: Charge): Promise<ChargeOutcome>;
  confirm(confirmation: Confirmation): Promise<ConfirmOutcome>;
};
