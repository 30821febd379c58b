import { knock } from '../../wire/knock.ts';
import type { CheckoutProvider } from '../checkout.ts';
import { ask } from './ask.ts';
import { cancel, take } from './cancel.ts';
import { createSession, refuses } from './create.ts';
import { giveBack } from './refund.ts';
import type { SmartpaySettings } from './settings.ts';

const knockTimeoutMs = 5_000;

/**
 * Smartpay (smartpay.co, Japan): the customer opens our checkout's link on their phone and agrees there. Its yen are a ledger of
 * their own: what is asked for was agreed by a person, and nothing is converted. Every call that changes something carries
 * a key made of the attempt's or the refund's id, which is stored before the first byte leaves.
 */
export function createSmartpay(settings: SmartpaySettings): CheckoutProvider {
  return {
    tender: 'smartpay',
    name: 'smartpay',
    line: 'smartpay',
    fiscalProviderCode: null,
    needsPhone: false,
    currency: settings.currency,
    poweredByPayme: false,
    lifetimeMs: settings.lifetimeSeconds * 1000,
    refuses: (charged) => refuses(charged, settings),
    create: (request) => createSession(request, settings),
    deliver: null,
    confirm: null,
    book: {
      line: 'smartpay',
      ask: (enquiry) => ask(enquiry, settings),
      cancel: (payment) => cancel(payment, settings),
      take: (payment) => take(payment, settings),
      page: null,
    },
    refunds: { parts: true, repeat: 'same-key', give: (request) => giveBack(request, settings), ask: null },
    knock: () => knock(settings.baseUrl, { timeoutMs: knockTimeoutMs, onlyOrigin: settings.onlyOrigin }),
  };
}
