import { addUp, multiply, tiyin, zero } from './money.ts';
import type { Thousandths, Tiyin } from './money.ts';
import { vatInside } from './tax.ts';
import type { VatPercent } from './tax.ts';

/** `open`: goods are scanned; `tendering`: the total is frozen while money is taken; the last two are final. */
export type SaleState = 'open' | 'tendering' | 'completed' | 'voided';

/** What a line keeps of the item at the moment it was sold, so that a later price change cannot touch it. */
export type LineItem = {
  code: string;
  name: string;
  unit: string;
  unitCode: string | null;
  ikpu: string | null;
  packageCode: string | null;
  vatPercent: VatPercent;
  price: Tiyin;
  weighed: boolean;
  minAge: number | null;
  cashlessOnly: boolean;
};

/** One line of a sale: an item, its quantity, and the discount in tiyin off the whole line. */
export type Line = LineItem & { id: string; quantity: Thousandths; discount: Tiyin };

export type SaleTotals = { total: Tiyin; discount: Tiyin; vat: Tiyin; quantity: Thousandths };

/** What the customer pays for a line, in tiyin: price × quantity − discount. */
export function lineTotal(line: Pick<Line, 'price' | 'quantity' | 'discount'>): Tiyin {
  return tiyin(multiply(line.price, line.quantity) - line.discount);
}

/** The VAT inside a line, in tiyin. */
export function lineVat(line: Pick<Line, 'price' | 'quantity' | 'discount' | 'vatPercent'>): Tiyin {
  return vatInside(lineTotal(line), line.vatPercent);
}

/** The sums of a sale; the total is by construction the sum of its lines. */
export function saleTotals(lines: readonly Line[]): SaleTotals {
  return {
    total: addUp(lines.map(lineTotal)),
    discount: addUp(lines.map((line) => line.discount)),
    vat: addUp(lines.map(lineVat)),
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0) as Thousandths,
  };
}

export type LineFault = 'quantity-not-positive' | 'quantity-not-whole' | 'quantity-too-large' | 'amount-too-large';

/** 99,999.999 of anything on one line is a typing mistake, and keeps products far inside the safe range. */
const largestQuantity = 99_999_999;

/** One line may cost at most ten billion sums; above it the fiscal module's fields overflow long before ours. */
const largestLine = 1_000_000_000_000;

/** Why `quantity` cannot stand on a line with this item, or undefined when it can. */
export function quantityFault(quantity: Thousandths, item: Pick<LineItem, 'price' | 'weighed'>): LineFault | undefined {
  if (quantity <= 0) return 'quantity-not-positive';
  if (!item.weighed && quantity % 1000 !== 0) return 'quantity-not-whole';
  if (quantity > largestQuantity) return 'quantity-too-large';
  return multiply(item.price, quantity) > largestLine ? 'amount-too-large' : undefined;
}

/** Where a second scan of the same piece goods is added instead of opening a new line. */
export function lineToGrow(lines: readonly Line[], item: LineItem): Line | undefined {
  const last = lines.at(-1);
  const grows = last && !last.weighed && last.discount === zero && sameGoods(last, item);
  return grows ? last : undefined;
}

/** Everything the tax office reads must agree: goods without a code share an empty one. */
function sameGoods(a: LineItem, b: LineItem): boolean {
  const keys = ['code', 'name', 'price', 'unit', 'ikpu', 'packageCode', 'vatPercent'] as const;
  return keys.every((key) => a[key] === b[key]);
}
