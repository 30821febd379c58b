import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder; the others stand in the language's own file. */
export type UnsettledCode = Extract<
  Code,
  | `payment-${'cancelled' | 'returned' | 'needs-manager' | 'id-needed' | 'id-known'}`
  | `cancel-${string}`
  | `attempt-${'cancelling' | 'settled'}`
  | `release-${string}`
  | `box-${string}`
  | `refund-${string}`
  | `update-${string}`
  | 'evidence-needed'
  | 'phone-needed'
  | 'nothing-to-retry'
  | 'match-not-possible'
  | 'fiscal-open-refused'
>;

export type UnsettledCodeWords = Record<UnsettledCode, Words>;
