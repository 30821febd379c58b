import type { FboxAddress } from '../../wire/fbox.ts';
import type { CheckoutFault, CheckoutProvider } from '../checkout.ts';
import type { Charged, ProviderBook } from '../provider.ts';
import { cancelInvoice } from './cancel.ts';
import { createInvoice } from './create.ts';
import { handReceiptOver } from './receipt.ts';
import { askRefund, giveBack } from './refund.ts';
import { rememberRefunds } from './sent-refunds.ts';
import type { SentRefunds } from './sent-refunds.ts';
import { askInvoice } from './status.ts';

/**
 * UzQR publishes neither how long an invoice lives nor what becomes of a customer who is paying while it is closed. A quarter of
 * an hour (ms) is a guess on the safe side, and costs some thirty short questions.
 */
const watchClosedMs = 900_000;

/** `baseUrl` is the fiscal box's own address; UzQR publishes no life of an invoice, so the shop sets how long its customer may take. */
export type UzqrSettings = { baseUrl: string; lifetimeSeconds: number; onlyOrigin?: string | undefined };

/**
 * UzQR through the fiscal box: a QR of one invoice that any bank's app pays (FBOX, UzQR.md). Amounts are texts in sums, so every
 * tiyin can be taken. The tax office's provider number of UzQR is not published (Payme 141, Click 64, Uzum 161, Anor 187 are),
 * so none is sent. `sent` remembers which payments were asked to go back; give one that outlives the till.
 */
export function createUzqrFbox(settings: UzqrSettings, sent: SentRefunds = rememberRefunds()): CheckoutProvider {
  return {
    tender: 'uzqr',
    name: 'uzqr-fbox',
    line: 'box',
    fiscalProviderCode: null,
    needsPhone: false,
    currency: 'UZS',
    poweredByPayme: false,
    lifetimeMs: settings.lifetimeSeconds * 1000,
    refuses,
    create: (request) => createInvoice(settings, request),
    deliver: null,
    confirm: (confirmation) => handReceiptOver(settings, confirmation),
    book: book(settings, sent),
    refunds: {
      parts: true,
      repeat: 'never',
      give: (request) => giveBack(settings, request),
      ask: (request) => askRefund(settings, request.refundId),
    },
    knock: null,
  };
}

/** UzQR publishes no smallest or largest sum. */
function refuses({ amount, currency }: Charged): CheckoutFault | undefined {
  if (currency !== 'UZS') return 'currency-differs';
  return amount < 1 ? 'amount-too-small' : undefined;
}

function book(box: FboxAddress, sent: SentRefunds): ProviderBook {
  return {
    line: 'box',
    ask: async ({ providerPaymentId, stop }) =>
      providerPaymentId === null ? { kind: 'not-found' } : askInvoice(box, providerPaymentId, stop),
    cancel: (payment) => cancelInvoice(box, sent, payment),
    take: null,
    page: null,
    holdsAnswers: true,
    watchClosedMs,
  };
}
