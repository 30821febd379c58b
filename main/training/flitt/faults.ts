import { createFaults, type Faults, type Rule as RuleOn, type WireFault } from '../wire/faults.ts';
import type { Endpoint } from './works.ts';

/**
 * What can go wrong between a till and Flitt. `wrong-signature` and `no-signature` spoil the answer's own; the other `wrong-`
 * kinds are signed well and say another amount (of a reversal: less), order or merchant; `less-paid` says that less was taken
 * than asked for. `no-link` is a success without the page; `reversal-declined` a wallet that does not give back, which it says
 * when the reversal would be done.
 */
export type Fault =
  | WireFault
  | { kind: 'wrong-signature' }
  | { kind: 'no-signature' }
  | { kind: 'wrong-amount' }
  | { kind: 'wrong-order' }
  | { kind: 'wrong-merchant' }
  | { kind: 'less-paid' }
  | { kind: 'no-link' }
  | { kind: 'reversal-declined' };

/** A fault waiting for a call of an endpoint. */
export type Rule = RuleOn<Endpoint, Fault>;

const ofReading: ReadonlySet<Fault['kind']> = new Set<Fault['kind']>([
  'wrong-signature',
  'no-signature',
  'wrong-amount',
  'wrong-order',
  'wrong-merchant',
]);

/** The scripted faults of one Flitt; `wait` takes ms. */
export function createFlittFaults(wait: (ms: number) => Promise<unknown>): Faults<Endpoint, Fault> {
  return createFaults<Endpoint, Fault>(wait, ({ on, fault }) => {
    if (!changes(on, fault.kind)) throw new RangeError(`${fault.kind} changes nothing on ${on}`);
  });
}

function changes(on: Endpoint, kind: Fault['kind']): boolean {
  if (ofReading.has(kind)) return on === 'status/order_id' || on === 'reverse/order_id';
  if (kind === 'less-paid') return on === 'status/order_id';
  if (kind === 'reversal-declined') return on === 'reverse/order_id';
  return kind !== 'no-link' || on === 'checkout/url';
}
