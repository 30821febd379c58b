import { knock } from '../../wire/knock.ts';
import type { CheckoutFault, CheckoutProvider } from '../checkout.ts';
import type { Charged } from '../provider.ts';
import { flittBook } from './book.ts';
import { createCheckout } from './create.ts';
import { flittRefunds } from './refunds.ts';
import { flittCurrency } from './settings.ts';
import type { FlittSettings } from './settings.ts';

const knockTimeoutMs = 5_000;

/**
 * Pay by Payme through Flitt: the customer scans the address of Flitt's page and pays in the Payme app. Flitt tells the tax
 * office nothing of its number among wallets, so the receipt names none.
 */
export function createFlitt(settings: FlittSettings): CheckoutProvider {
  return {
    tender: 'flitt',
    name: 'flitt',
    line: 'flitt',
    fiscalProviderCode: null,
    needsPhone: false,
    namedByAttempt: true,
    currency: flittCurrency,
    poweredByPayme: true,
    lifetimeMs: settings.lifetimeSeconds * 1000,
    refuses,
    create: (request) => createCheckout(settings, request),
    deliver: null,
    confirm: null,
    book: flittBook(settings),
    refunds: flittRefunds(settings),
    knock: () => knock(settings.baseUrl, { timeoutMs: knockTimeoutMs, onlyOrigin: settings.onlyOrigin }),
  };
}

function refuses({ amount, currency }: Charged): CheckoutFault | undefined {
  if (currency !== flittCurrency) return 'currency-differs';
  return amount < 1 ? 'amount-too-small' : undefined;
}
