import { createFaults, type Done, type Faults, type Rule as RuleOn, type WireFault } from '../wire/faults.ts';
import type { Endpoint } from './endpoints.ts';

/**
 * What can go wrong between a till and Smartpay. `unavailable` is a 503. The others falsify the answer only: one yen more,
 * another currency, the id of another order, ids of the other mode, numbers as text. `refund-declined` is Smartpay's own "no" to a
 * refund, kept for its key as every refusal is.
 */
export type Fault =
  | WireFault
  | { kind: 'unavailable'; work?: Done }
  | { kind: 'wrong-amount' }
  | { kind: 'wrong-currency' }
  | { kind: 'other-order' }
  | { kind: 'other-mode' }
  | { kind: 'wrong-types' }
  | { kind: 'refund-declined' };

/** A fault waiting for a call of an endpoint. */
export type Rule = RuleOn<Endpoint, Fault>;

/** The scripted faults of one Smartpay; `wait` takes ms. */
export function createSmartpayFaults(wait: (ms: number) => Promise<unknown>): Faults<Endpoint, Fault> {
  return createFaults<Endpoint, Fault>(wait, () => {});
}
