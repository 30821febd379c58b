import type { Tiyin } from '../../../domain/money.ts';

/** 1 in progress, 2 success, 3 declined (FBOX: UzQR, payment status values). */
export type Status = 1 | 2 | 3;

/** Why an invoice can no longer be paid. */
export type Ended = 'paid' | 'declined' | 'cancelled' | 'expired';

/** An invoice the till asked for; `printed` when the box was asked to print its QR. Times in ms. */
export type Invoice = {
  readonly id: string;
  readonly externalId: string;
  readonly amount: Tiyin;
  readonly qrText: string;
  readonly printed: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
  ended: { why: Ended; at: number } | null;
};

/** Money a customer paid for an invoice. */
export type Payment = Readonly<{
  id: string;
  invoiceId: string;
  amount: Tiyin;
  at: number;
  phone: string;
  cardType: '1' | '2' | '3';
  cardNumber: string;
}>;

/** Money on its way back (1), back (2), or kept after all (3). */
export type Refund = {
  readonly id: string;
  readonly paymentId: string;
  readonly amount: Tiyin;
  readonly at: number;
  status: Status;
};

/** A fiscal receipt's URL handed to UzQR. */
export type Receipt = Readonly<{ paymentId: string; url: string; at: number }>;

/** A customer who could not pay, and why. */
export type TurnedAway = Readonly<{ invoiceId: string; why: Ended; at: number }>;

/** UzQR's own book: what really happened, whatever was answered. */
export type OneQrBook = {
  invoices: Invoice[];
  payments: Payment[];
  refunds: Refund[];
  receipts: Receipt[];
  turnedAway: TurnedAway[];
};

/** The book as others may see it. */
export type OneQrView = Readonly<{ [K in keyof OneQrBook]: readonly Readonly<OneQrBook[K][number]>[] }>;

/** A book nothing stands in yet. */
export function emptyOneQrBook(): OneQrBook {
  return { invoices: [], payments: [], refunds: [], receipts: [], turnedAway: [] };
}

/** The status of an invoice as UzQR says it. */
export function statusOf({ ended }: Readonly<Invoice>): Status {
  if (ended === null) return 1;
  return ended.why === 'paid' ? 2 : 3;
}
