import { assertNever } from '../../domain/assert-never.ts';
import type { CheckoutFault, CheckoutOutcome, CheckoutRequest } from '../checkout.ts';
import type { Charged } from '../provider.ts';
import { askSmartpay } from './api.ts';
import type { SmartpayReply } from './api.ts';
import { readSession } from './objects.ts';
import type { Session } from './objects.ts';
import { modeOfId, modeOfKey, otherMode } from './settings.ts';
import type { Mode, SmartpaySettings } from './settings.ts';

/** The largest amount the SDK's schema lets through (uint32). */
const largest = 4_294_967_295;

const longestDescription = 80;
const longestReference = 40;

/** Why `charged` cannot be asked for: another currency's money is never turned into this one here. */
export function refuses(charged: Charged, { currency }: SmartpaySettings): CheckoutFault | undefined {
  if (charged.currency !== currency) return 'currency-differs';
  return charged.amount < 1 ? 'amount-too-small' : undefined;
}

/**
 * Makes a checkout session with the attempt's id as its key, so that a repeated request finds the session whose answer was
 * lost. Smartpay has no lifetime of ours to be told: the till itself cancels the order when its time is over.
 */
export async function createSession(request: CheckoutRequest, settings: SmartpaySettings): Promise<CheckoutOutcome> {
  const { charged, attemptId } = request;
  const mode = modeOfKey(settings.secretKey);
  if (mode === undefined) return declined('key-unreadable');
  if (charged.currency !== settings.currency) return declined('currency-differs');
  if (!Number.isInteger(charged.amount) || charged.amount < 1) return declined('amount-not-whole');
  if (charged.amount > largest) return declined('amount-too-large');
  const body = payload(request, settings);
  const reply = await askSmartpay(settings, { method: 'POST', path: '/checkout-sessions', key: attemptId, body });
  return sessionOutcome(reply, charged, mode);
}

/**
 * Says the same at every try, because a key belongs to one request. There is one item with the whole amount: the sale's lines
 * have prices in sums, and what they are in yen was agreed by a person for the sale as a whole. The page speaks English: `locale`
 * is "en" or "ja" (Node SDK), and no till here speaks Japanese.
 */
export function payload(request: CheckoutRequest, settings: SmartpaySettings): object {
  const { charged, attemptId, saleNumber, shopName } = request;
  const name = cut(`${shopName} № ${saleNumber}`, longestDescription);
  return {
    amount: charged.amount,
    currency: charged.currency,
    items: [{ name, amount: charged.amount, currency: charged.currency, quantity: 1 }],
    customerInfo: {},
    shippingInfo: { address: settings.shopAddress ?? overTheCounter(shopName), addressType: 'store' },
    captureMethod: settings.capture,
    locale: 'en',
    successUrl: settings.successUrl,
    cancelUrl: settings.cancelUrl,
    description: name,
    reference: cut(attemptId, longestReference),
    metadata: { attempt: attemptId, sale: String(saleNumber) },
  };
}

/** The schema wants an address to send goods to; these were handed over in the shop. */
function overTheCounter(shopName: string): NonNullable<SmartpaySettings['shopAddress']> {
  return { line1: cut(shopName, longestDescription), locality: 'in store', postalCode: '-', country: 'UZ' };
}

/** At most `longest` UTF-16 units, no character cut in two, and never nothing, which the schema refuses. */
function cut(text: string, longest: number): string {
  const start = text.trim().slice(0, longest);
  return start.replace(/[\uD800-\uDBFF]$/, '').trim() || '-';
}

/** What an answer to POST /checkout-sessions means. Nobody has seen the link yet, so what is refused here costs nobody anything. */
function sessionOutcome(reply: SmartpayReply, charged: Charged, ours: Mode): CheckoutOutcome {
  switch (reply.kind) {
    case 'success': {
      const session = readSession(reply.value);
      return session ? judge(session, charged, ours) : { kind: 'again', reason: 'wrong-shape' };
    }
    case 'error':
      return { kind: 'declined', reason: `smartpay-${reply.code}`, message: reply.message };
    case 'nothing-sent':
    case 'unknown':
      return { kind: 'again', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}

function judge(session: Session, charged: Charged, ours: Mode): CheckoutOutcome {
  const order = typeof session.order === 'string' ? { id: session.order } : session.order;
  const modes = [modeOfId('checkout', session.id), modeOfId('order', order.id)];
  if (modes.includes(undefined)) return declined('id-unreadable');
  if (modes.some((mode) => mode !== ours) || (session.test ?? ours === 'test') !== (ours === 'test')) {
    return declined(otherMode(ours));
  }
  if ((order.amount ?? charged.amount) !== charged.amount) return declined('amount-mismatch');
  if ((order.currency ?? charged.currency) !== charged.currency) return declined('currency-mismatch');
  if (!mayBeShown(session.url)) return declined('link-unsafe');
  return { kind: 'ready', shown: { providerPaymentId: order.id, qr: session.url } };
}

/** A customer is sent to https only; to plain http on this computer alone, where training lives. */
function mayBeShown(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { protocol, hostname } = new URL(link);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

function declined(reason: string): CheckoutOutcome {
  return { kind: 'declined', reason, message: '' };
}
