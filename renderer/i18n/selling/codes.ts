import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: scanned goods, lines and sales. */
export type SellingCode = Extract<
  Code,
  | `code-${string}`
  | 'age-check'
  | 'weight-needed'
  | 'line-not-found'
  | 'lines-frozen'
  | `quantity-${string}`
  | 'amount-too-large'
  | 'item-not-fiscal'
  | `sale-${string}`
>;

export type SellingCodeWords = Record<SellingCode, Words>;
