import { isCheckout } from '../domain/tender.ts';
import type { CheckoutKind, TenderKind } from '../domain/tender.ts';
import type { AttemptRow } from '../store/attempts.ts';
import type { CheckoutProvider } from '../tender/checkout.ts';
import type { Charged, CodeProvider, Line, PaymentRef, ProviderBook } from '../tender/provider.ts';
import type { Equipment } from './context.ts';

/** A provider of either kind, as whoever asks, confirms or gives back sees it. */
export type AnyProvider = CodeProvider | CheckoutProvider;

/** Every provider this shop has, the one that takes scanned codes first. */
export function providersOf({ payme, checkouts }: Equipment): AnyProvider[] {
  return payme ? [payme, ...checkouts.values()] : [...checkouts.values()];
}

/** The provider an attempt was made with; undefined when the shop does not have it any more. */
export function providerOf(equipment: Equipment, { provider }: Pick<AttemptRow, 'provider'>): AnyProvider | undefined {
  return providersOf(equipment).find(({ name }) => name === provider);
}

/** The provider of a kind of checkout, if the shop has one. */
export function checkoutOf({ checkouts }: Equipment, kind: TenderKind): CheckoutProvider | undefined {
  return isCheckout(kind) ? checkouts.get(kind) : undefined;
}

/** The memory an attempt can be asked from; undefined when only a person can find out. */
export function bookOf(equipment: Equipment, attempt: Pick<AttemptRow, 'provider'>): ProviderBook | undefined {
  return providerOf(equipment, attempt)?.book ?? undefined;
}

/** Every line this shop's money and receipts take. */
export function linesOfShop(equipment: Equipment | null): Line[] {
  const used = equipment ? providersOf(equipment).flatMap(({ line, book }) => [line, book?.line ?? null]) : [];
  return [...new Set<Line>(['box', ...used.filter((line) => line !== null)])];
}

/** What the provider takes for an attempt, in its own ledger. */
export function chargedOf({ amount, currency, chargedAmount, chargedCurrency }: AttemptRow): Charged {
  return { amount: chargedAmount ?? amount, currency: chargedCurrency ?? currency };
}

/** The same, told only where it is another currency than the sale's: a person looks for this sum at the provider. */
export function foreignOf({ chargedAmount: amount, chargedCurrency: currency }: AttemptRow): Charged | null {
  return amount === null || currency === null ? null : { amount, currency };
}

/** An attempt as its provider knows it; undefined while it has no name there. */
export function paymentRef(attempt: AttemptRow): PaymentRef | undefined {
  const { id: attemptId, providerPaymentId, transactionId, amount } = attempt;
  if (providerPaymentId === null) return undefined;
  return { attemptId, providerPaymentId, transactionId, amount, charged: chargedOf(attempt) };
}

/** Which kinds of checkout this shop has, in the order of the keys. */
export type Checkouts = ReadonlyMap<CheckoutKind, CheckoutProvider>;
