/** Narrow no-break space: groups of a sum never wrap. */
const narrow = '\u202f';

/**
 * An amount in tiyin as sums: grouped by `separator`, tiyin only when there are any ("12 345,60").
 * A minus sign stands before negative sums.
 */
export function formatSum(amount: number, separator = narrow): string {
  const rest = Math.abs(amount) % 100;
  return `${sign(amount)}${grouped(amount, 100, separator)}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`;
}

/** A quantity in thousandths: "3", "1,234", "0,5", "1 200". */
export function formatQuantity(quantity: number, separator = narrow): string {
  const rest = String(Math.abs(quantity) % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${sign(quantity)}${grouped(quantity, 1000, separator)}${rest === '' ? '' : `,${rest}`}`;
}

/** How many decimals a currency has: none for JPY, two for USD; two where nobody knows it. */
export function decimalsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount in minor units of a foreign currency, grouped as sums are: `1 250 JPY`, `12,50 EUR`. */
export function formatForeign(amount: number, currency: string, separator = narrow): string {
  const places = decimalsOf(currency);
  const unit = 10 ** places;
  const rest = places === 0 ? '' : `,${String(Math.abs(amount) % unit).padStart(places, '0')}`;
  return `${sign(amount)}${grouped(amount, unit, separator)}${rest} ${currency}`;
}

function grouped(value: number, unit: number, separator: string): string {
  return String(Math.trunc(Math.abs(value) / unit)).replaceAll(/\B(?=(\d{3})+$)/g, separator);
}

function sign(value: number): string {
  return value < 0 ? '−' : '';
}
