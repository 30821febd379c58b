import type { Fault } from './faults.ts';
import { pathText, valueAt } from './json-path.ts';

/** What ways to pay need of each other, and secrets that cannot be what they are meant to be; they are never named. */
export function checkoutFaults(raw: unknown): Fault[] {
  return [...linkFaults(raw), ...smartpayFaults(raw)];
}

/** A till is set up once, and a mistyped key would refuse every customer: its shape is known (Smartpay's Node SDK). */
function smartpayFaults(raw: unknown): Fault[] {
  const shapes = [
    { path: ['checkout', 'smartpay', 'secretKey'], shape: /^sk_(test|live)_[0-9a-zA-Z]+$/ },
    { path: ['checkout', 'smartpay', 'webhook', 'secret'], shape: /^[0-9a-zA-Z]+$/ },
  ];
  return shapes.flatMap(({ path, shape }) => {
    const secret = valueAt(raw, path);
    const wrong = typeof secret === 'string' && secret !== '' && !shape.test(secret);
    return wrong ? [{ where: pathText(path), code: 'wrong-form' as const, facts: {} }] : [];
  });
}

/**
 * A Payme link is heard of only through Payme's own calls: without the Merchant API a customer's money would arrive and nobody here
 * would know.
 */
function linkFaults(raw: unknown): Fault[] {
  const link = valueAt(raw, ['checkout', 'payme']) !== undefined;
  const heard = valueAt(raw, ['listener', 'merchantApi']) !== undefined;
  return link && !heard ? [{ where: 'checkout.payme', code: 'needs-merchant-api', facts: {} }] : [];
}
