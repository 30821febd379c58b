import { divideHalfAway, tiyin, zero } from './money.ts';
import type { Tiyin } from './money.ts';

/** A VAT rate in whole percent; null is "without VAT", which the tax office keeps apart from 0 %. */
export type VatPercent = number | null;

/**
 * The VAT contained in a net line of `net` tiyin: round(net × rate / (100 + rate)).
 * VAT is inside the price (FBOX and FiscalDriveService samples with discounts confirm the net line).
 */
export function vatInside(net: Tiyin, percent: VatPercent): Tiyin {
  if (percent === null || percent === 0) return zero;
  return tiyin(Number(divideHalfAway(BigInt(net) * BigInt(percent), BigInt(100 + percent))));
}
