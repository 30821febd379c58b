/** Narrow no-break space: groups of a sum never wrap. */
const groupSeparator = '\u202f';

/**
 * An amount in tiyin as sums: grouped by `separator`, tiyin only when there are any ("12 345,60").
 * A minus sign stands before negative sums.
 */
export function formatSum(amount: number, separator = groupSeparator): string {
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = Math.abs(amount) % 100;
  const grouped = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, separator);
  return `${amount < 0 ? '−' : ''}${grouped}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`;
}

/** A quantity in thousandths: "3", "1,234", "0,5". */
export function formatQuantity(quantity: number): string {
  const rest = Math.abs(quantity) % 1000;
  const whole = String(Math.trunc(quantity / 1000));
  return rest === 0 ? whole : `${whole},${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}
