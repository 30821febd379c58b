import type { CheckoutOutcome, CheckoutProvider, CheckoutRequest } from '../checkout.ts';
import type { ProviderBook } from '../provider.ts';
import { refusesOtherThanSums } from '../subscribe/sums-only.ts';
import { paymeLink } from './link.ts';
import type { PaymeLink } from './link.ts';

/**
 * Where the link leads and whose it is. `book` is the till's own memory of what Payme said: Payme calls us about links
 * (Merchant API) and there is no call to ask it by. Without one a person finds out.
 */
export type PaymeLinkSettings = Pick<PaymeLink, 'checkoutUrl' | 'merchantId' | 'accountField'> & {
  language: 'uz' | 'ru' | 'en';
  lifetimeSeconds: number;
  book: ProviderBook | null;
};

/**
 * The Payme link: a QR made here without calling anybody. The attempt's id is the account's value, so a payment names the
 * attempt it is for, and a link is never reused.
 */
export function createPaymeLink(settings: PaymeLinkSettings): CheckoutProvider {
  return {
    tender: 'payme-link',
    name: 'payme-link',
    line: null,
    fiscalProviderCode: 141,
    needsPhone: false,
    currency: 'UZS',
    poweredByPayme: true,
    lifetimeMs: settings.lifetimeSeconds * 1000,
    refuses: refusesOtherThanSums,
    create: async (request) => create(request, settings),
    deliver: null,
    confirm: null,
    book: settings.book,
    refunds: null,
    knock: null,
  };
}

/** The same request makes the same link, so a second call changes nothing; it fails only where a setting cannot stand in a link. */
function create({ attemptId, amount }: CheckoutRequest, settings: PaymeLinkSettings): CheckoutOutcome {
  const link = paymeLink({ ...settings, accountValue: attemptId, amount });
  if (!link.ok) return { kind: 'declined', reason: 'request-refused', message: link.field };
  return { kind: 'ready', shown: { providerPaymentId: attemptId, qr: link.url } };
}
