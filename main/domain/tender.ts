import { addUp, tiyin, zero } from './money.ts';
import type { Tiyin } from './money.ts';

/** Every kind of tender, in the order of the keys that choose them. */
export const tenderKinds = [
  'cash',
  'card',
  'payme-go',
  'uzqr',
  'payme-link',
  'flitt',
  'payme-invoice',
  'smartpay',
] as const;

/** How a part of a sale is paid. */
export type TenderKind = (typeof tenderKinds)[number];

/** The kinds a customer pays on their own phone, after a QR or a message of ours. */
export const checkoutKinds = [
  'uzqr',
  'payme-link',
  'flitt',
  'payme-invoice',
  'smartpay',
] as const satisfies TenderKind[];

export type CheckoutKind = (typeof checkoutKinds)[number];

/** True for the kinds of tender whose customer pays on their own phone. */
export function isCheckout(kind: TenderKind): kind is CheckoutKind {
  return (checkoutKinds as readonly TenderKind[]).includes(kind);
}

/** Money that counts towards a sale: for cash, `given` is what the customer handed over and `change` what went back. */
export type Tender = { kind: TenderKind; amount: Tiyin; given: Tiyin | null; change: Tiyin; attemptId: string | null };

/** From 1 April 2026 a sale above 25 million sums, or one with such goods, may not be paid in cash. */
export const cashLimit = tiyin(2_500_000_000);

export type CashFault = 'cash-not-enough' | 'cash-not-allowed-goods' | 'cash-above-limit';
export type CashResult = { ok: true; tender: Tender } | { ok: false; code: CashFault };

/** The cash tender for `due` tiyin when the customer gives `given`: the change, or why cash cannot be taken. */
export function takeCash(due: Tiyin, given: Tiyin, sale: { total: Tiyin; cashlessOnly: boolean }): CashResult {
  const fault = cashFault(sale);
  if (fault) return { ok: false, code: fault };
  if (given < due) return { ok: false, code: 'cash-not-enough' };
  return { ok: true, tender: { kind: 'cash', amount: due, given, change: tiyin(given - due), attemptId: null } };
}

/** Why this sale may not be paid in cash at all (law of 2026), or undefined. */
export function cashFault(sale: { total: Tiyin; cashlessOnly: boolean }): CashFault | undefined {
  if (sale.cashlessOnly) return 'cash-not-allowed-goods';
  return sale.total > cashLimit ? 'cash-above-limit' : undefined;
}

/** What is still to be paid, in tiyin; never negative because change is kept apart from the amount. */
export function stillDue(total: Tiyin, tenders: readonly Pick<Tender, 'amount'>[]): Tiyin {
  return tiyin(Math.max(zero, total - addUp(tenders.map((tender) => tender.amount))));
}

/** Notes in circulation (Central Bank of Uzbekistan), in tiyin, largest first. */
export const notes: readonly Tiyin[] = [
  20_000_000, 10_000_000, 5_000_000, 2_000_000, 1_000_000, 500_000, 200_000, 100_000,
].map(tiyin);

/**
 * Up to four sums a customer is likely to hand over for `due`: each is `due` rounded up to a note.
 * The exact sum is not among them; it has a key of its own.
 */
export function likelyGiven(due: Tiyin): Tiyin[] {
  const roundedUp = notes.map((note) => Math.ceil(due / note) * note);
  return [...new Set(roundedUp)]
    .filter((given) => given > due)
    .toSorted((a, b) => a - b)
    .slice(0, 4)
    .map(tiyin);
}

/** The attempt behind a wallet tender of a sale, if one paid it. */
export function walletAttemptOf(tenders: readonly Pick<Tender, 'attemptId'>[]): string | undefined {
  return tenders.find((tender) => tender.attemptId !== null)?.attemptId ?? undefined;
}
