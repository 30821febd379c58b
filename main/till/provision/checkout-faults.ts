import type { Fault } from './faults.ts';
import { valueAt } from './json-path.ts';

/**
 * What ways to pay need of each other. A Payme link is heard of only through Payme's own calls: without the Merchant API a
 * customer's money would arrive and nobody here would know.
 */
export function checkoutFaults(raw: unknown): Fault[] {
  const link = valueAt(raw, ['checkout', 'payme']) !== undefined;
  const heard = valueAt(raw, ['listener', 'merchantApi']) !== undefined;
  return link && !heard ? [{ where: 'checkout.payme', code: 'needs-merchant-api', facts: {} }] : [];
}
