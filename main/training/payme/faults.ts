import type { ReceiptState } from '../wallet/book.ts';
import { addsUp, paidAtOnce, type PayPlan, type Step } from '../wallet/plan.ts';
import { createFaults, type Faults, type Rule as RuleOn, type WireFault } from '../wire/faults.ts';
import type { Method } from './methods.ts';

/** What becomes of the answer to a payment that goes its own way: sent at once, lost, or kept back until it is let go. */
export type Told = 'at-once' | 'lost' | 'held';

/**
 * What can go wrong between a till and Payme. The `wrong-` kinds falsify the answer only: another amount, another receipt's
 * id, another register's account, another state, other types, no id of the request. `swap` keeps an answer until the next call
 * of its method that meets no other fault and gives each caller the other's; with `ids: 'kept'` each still carries its own
 * request's id. `states` lets a payment go through `path`, its money taken at the sight of the code unless said otherwise;
 * `charge-late` takes it `ms` later, the receipt being in `state` meanwhile (0 unless said otherwise) and its answer lost.
 */
export type Fault =
  | WireFault
  | { kind: 'wrong-amount' }
  | { kind: 'wrong-id' }
  | { kind: 'wrong-account' }
  | { kind: 'wrong-state'; state: number }
  | { kind: 'wrong-types' }
  | { kind: 'null-id' }
  | { kind: 'swap'; ids?: 'swapped' | 'kept' }
  | { kind: 'states'; path: readonly Step[]; takes?: PayPlan['takes']; told?: Told }
  | { kind: 'charge-late'; ms: number; state?: Extract<ReceiptState, 0 | 1 | 2 | 3>; told?: Told };

/** A fault waiting for a call of a method. */
export type Rule = RuleOn<Method, Fault>;

/** The scripted faults of one Payme; `wait` takes ms. */
export function createPaymeFaults(wait: (ms: number) => Promise<unknown>): Faults<Method, Fault> {
  return createFaults<Method, Fault>(wait, checkRule);
}

/** How the payment goes that `fault` has struck. */
export function planOf(fault: Fault): PayPlan {
  if (fault.kind === 'states') return { path: fault.path, takes: fault.takes ?? 'at-sight' };
  if (fault.kind !== 'charge-late') return paidAtOnce;
  const meanwhile: Step = { state: fault.state ?? 0, afterMs: 0 };
  return { path: [meanwhile, { state: 4, afterMs: fault.ms }], takes: 'at-end' };
}

const plain: ReadonlySet<Method> = new Set<Method>(['receipts.check', 'receipts.send', 'receipts.set_fiscal_data']);

function checkRule({ on, fault }: Rule): void {
  if (!changes(on, fault.kind)) throw new RangeError(`${fault.kind} changes nothing on ${on}`);
  if (!addsUp(planOf(fault))) throw new RangeError('no receipt is paid before its money is taken');
}

function changes(on: Method, kind: Fault['kind']): boolean {
  if (kind === 'states' || kind === 'charge-late') return on === 'receipts.pay';
  if (kind === 'wrong-amount' || kind === 'wrong-id' || kind === 'wrong-account') return !plain.has(on);
  return kind !== 'wrong-state' || (on !== 'receipts.set_fiscal_data' && on !== 'receipts.send');
}
