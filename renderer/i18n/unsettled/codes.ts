import type { Code } from '../../../preload/api.ts';
import type { Words } from '../words.ts';

/** The codes whose words stand in this folder: money in doubt, giving back, releasing goods, the box's limits. */
export type UnsettledCode = Extract<
  Code,
  | `payment-${'cancelled' | 'returned' | 'never-begun' | 'needs-manager' | 'id-needed' | 'id-known'}`
  | `cancel-${string}`
  | `attempt-${'cancelling' | 'settled'}`
  | `release-${string}`
  | `box-${string}`
  | `refund-${'no-cash' | 'not-registered' | 'wallet-by-hand' | 'done-before'}`
  | `update-${string}`
  | 'evidence-needed'
  | 'phone-needed'
  | 'nothing-to-retry'
  | `match-${string}`
  | 'finding-settled'
  | 'fiscal-open-refused'
>;

export type UnsettledCodeWords = Record<UnsettledCode, Words>;
