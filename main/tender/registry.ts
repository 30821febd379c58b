import type { AmountUnit } from '../domain/money.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { CheckoutKind } from '../domain/tender.ts';
import type { CheckoutProvider } from './checkout.ts';
import { createFboxPaymeGo } from './fbox/payme-go.ts';
import { createFlitt } from './flitt/flitt.ts';
import { createPaymeInvoice } from './payme-invoice/payme-invoice.ts';
import { createPaymeLink } from './payme-link/payme-link.ts';
import type { CodeProvider, Line, ProviderBook } from './provider.ts';
import { createSmartpay } from './smartpay/smartpay.ts';
import { createSubscribePaymeGo } from './subscribe/payme-go.ts';
import type { SentRefunds } from './uzqr/sent-refunds.ts';
import { createUzqrFbox } from './uzqr/uzqr.ts';

/** Where a Payme cashbox is reached, and its key. */
type CashboxSettings = { baseUrl: string; cashboxId: string; key: string };

/** Which provider charges scanned codes, as the provision file says it (`paymeGo`). */
export type CodeProviderSettings =
  | {
      kind: 'fbox';
      baseUrl: string;
      amountUnit: AmountUnit;
      sendRegisterIds: boolean;
      timeoutSeconds: number;
      cashbox?: CashboxSettings | undefined;
    }
  | ({ kind: 'subscribe'; timeoutSeconds: number } & CashboxSettings);

/** What every provider may need of the till; `onlyOrigins` is set in training and refuses any other origin on each line. */
export type ProviderSurroundings = {
  kkmId: string;
  deviceId: string;
  onlyOrigins?: Readonly<Record<Line, string>> | undefined;
};

/** The ways to pay on the customer's own phone, as the provision file says them (`checkout`); secrets in place. */
export type CheckoutSettings = {
  uzqr?: { baseUrl: string; lifetimeSeconds: number } | undefined;
  payme?: PaymeLinkSettings | undefined;
  flitt?: { baseUrl: string; merchantId: string; secret: string; lifetimeSeconds: number } | undefined;
  invoice?: (CashboxSettings & { hold: boolean; lifetimeSeconds: number }) | undefined;
  smartpay?:
    | {
        baseUrl: string;
        secretKey: string;
        currency: string;
        capture: 'automatic' | 'manual';
        returnUrl: string;
        lifetimeSeconds: number;
      }
    | undefined;
};

type PaymeLinkSettings = {
  checkoutUrl: string;
  merchantId: string;
  accountField: string;
  language: 'uz' | 'ru' | 'en';
  lifetimeSeconds: number;
};

/** `callbacks`: the listener's public URL, if providers may call; `link`: what Payme's own calls have told of link payments. */
export type CheckoutSurroundings = {
  callbacks: string | null;
  link: ProviderBook | null;
  /** Which whole refunds have left, kept where it outlives the program. */
  sentRefunds: SentRefunds;
  onlyOrigins?: ProviderSurroundings['onlyOrigins'];
};

/** Every checkout the settings name, in the order of the keys. A new one is one entry here. */
export function checkoutProviders(
  settings: CheckoutSettings,
  { callbacks, link, sentRefunds, onlyOrigins }: CheckoutSurroundings,
): Map<CheckoutKind, CheckoutProvider> {
  const { uzqr, payme, flitt, invoice, smartpay } = settings;
  const invoiceTimeout = { timeoutSeconds: 15, onlyOrigin: onlyOrigins?.payme };
  const callbackUrl = callbacks === null ? null : `${callbacks.replace(/\/+$/, '')}/flitt`;
  const made: (CheckoutProvider | undefined)[] = [
    uzqr && createUzqrFbox({ ...uzqr, onlyOrigin: onlyOrigins?.box }, sentRefunds),
    payme && createPaymeLink({ ...payme, book: link }),
    flitt && createFlitt({ ...flitt, callbackUrl, onlyOrigin: onlyOrigins?.flitt }),
    invoice && createPaymeInvoice({ ...invoice, ...invoiceTimeout }),
    smartpay && createSmartpay({ ...smartpay, ...returnTo(smartpay), onlyOrigin: onlyOrigins?.smartpay }),
  ];
  return new Map(made.filter((provider) => provider !== undefined).map((provider) => [provider.tender, provider]));
}

const returnTo = ({ returnUrl }: { returnUrl: string }) => ({ successUrl: returnUrl, cancelUrl: returnUrl });

/** The provider the settings name. A new one is one line here. */
export function codeProvider(settings: CodeProviderSettings, surroundings: ProviderSurroundings): CodeProvider {
  const { onlyOrigins, ...register } = surroundings;
  switch (settings.kind) {
    case 'fbox': {
      const cashbox = settings.cashbox && { ...settings.cashbox, onlyOrigin: onlyOrigins?.payme };
      return createFboxPaymeGo({ ...settings, ...register, cashbox, onlyOrigin: onlyOrigins?.box });
    }
    case 'subscribe':
      return createSubscribePaymeGo({ ...settings, ...register, onlyOrigin: onlyOrigins?.payme });
    default:
      return assertNever(settings);
  }
}
