import { createFaults, type Faults, type Rule as RuleOn, type WireFault } from '../wire/faults.ts';
import { routes, type Route } from './routes.ts';

/** What can go wrong between a till and its box. `wrong-amount` and `wrong-ids` falsify the echo of `POST /payment/payme`. */
export type Fault = WireFault | { kind: 'wrong-amount' } | { kind: 'wrong-ids' } | { kind: 'wrong-types' };

/** A fault waiting for a request to an endpoint, named with or without its slash. */
export type Rule = RuleOn<Route | `${Route}/`, Fault>;

/** The scripted faults of one box; `wait` takes ms. */
export function createBoxFaults(wait: (ms: number) => Promise<unknown>): Faults<Rule['on'], Fault> {
  const faults = createFaults<Rule['on'], Fault>(wait, checkRule);
  return { ...faults, script: (rules) => faults.script(rules.map((rule) => ({ ...rule, on: withoutSlash(rule.on) }))) };
}

function withoutSlash(on: Rule['on']): Rule['on'] {
  return routes.find((route) => on === `${route}/`) ?? on;
}

function checkRule({ on, fault }: Rule): void {
  const falsifiesPayment = fault.kind === 'wrong-amount' || fault.kind === 'wrong-ids';
  if (falsifiesPayment && on !== 'POST /payment/payme')
    throw new RangeError(`${fault.kind} has nothing to falsify on ${on}`);
}
