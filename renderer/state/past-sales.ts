import type { PastSale } from '../../preload/api.ts';

/** The list with an older page behind it; a sale that is in both is shown once. */
export function withOlder(sales: readonly PastSale[], older: readonly PastSale[]): readonly PastSale[] {
  const known = new Set(sales.map(({ id }) => id));
  const fresh = older.filter(({ id }) => !known.has(id));
  return fresh.length === 0 ? sales : [...sales, ...fresh];
}

/** The list with one sale as it is now; the very list when nothing about that sale has changed. */
export function withChanged(sales: readonly PastSale[], now: PastSale): readonly PastSale[] {
  const at = sales.findIndex(({ id }) => id === now.id);
  return at < 0 || sales[at]?.refunded === now.refunded ? sales : sales.with(at, now);
}

/** The sale `by` places further down the list, staying inside it; the first when none is chosen. */
export function moved(sales: readonly PastSale[], chosen: string | null, by: number): string | null {
  const at = sales.findIndex(({ id }) => id === chosen);
  return sales[at < 0 ? 0 : Math.min(Math.max(at + by, 0), sales.length - 1)]?.id ?? null;
}
