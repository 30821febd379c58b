import { assertNever } from '../../domain/assert-never.ts';
import type { CheckoutOutcome, CheckoutRequest } from '../checkout.ts';
import { providerWords } from '../provider-words.ts';
import { addressOf, askFlitt, signed } from './api.ts';
import type { FlittReply, Parameters } from './api.ts';
import { isNotFound, isPassing, refusalOf, standsAlready } from './errors.ts';
import type { FlittSettings } from './settings.ts';
import { askStatusRaw } from './status.ts';

/** A customer stands there, and the call may be repeated once its order was asked about. */
const createTimeoutMs = 10_000;

/** The longest description of an order (docs.flitt.com: order parameters). */
const longestDescription = 1024;

/**
 * What every way of making a Pay by Payme order sends (docs.flitt.com: Pay by Payme). The order's id is the attempt's: one
 * attempt never has two orders. No `reservation_data`: the shop's own box registers the sale, and Flitt would register it
 * again. No `response_url` either: it is optional, and a customer who paid stays on Flitt's own page.
 */
export function orderParameters(settings: FlittSettings, request: CheckoutRequest): Parameters {
  return {
    order_id: request.attemptId,
    order_desc: [...`${request.shopName} № ${request.saleNumber}`].slice(-longestDescription).join(''),
    amount: request.charged.amount,
    currency: request.charged.currency,
    lifetime: Math.max(1, Math.ceil(request.lifetimeMs / 1000)),
    payment_systems: 'paybypayme',
    payment_method: 'paybypayme',
    server_callback_url: settings.callbackUrl ?? undefined,
  };
}

/**
 * Makes the order and gives the address of its page. After a lost answer the order is asked about first: it is made, under the same
 * id, only when Flitt does not know it (1018); when it stands, its page cannot be learned any more.
 */
export async function createCheckout(settings: FlittSettings, request: CheckoutRequest): Promise<CheckoutOutcome> {
  const known = request.again ? await whatStands(settings, request) : undefined;
  return known ?? (await make(settings, request));
}

async function make(settings: FlittSettings, request: CheckoutRequest): Promise<CheckoutOutcome> {
  const parameters = orderParameters(settings, request);
  const reply = await askFlitt(settings, { path: 'checkout/url', parameters, timeoutMs: createTimeoutMs });
  switch (reply.kind) {
    case 'success':
      return shown(request.attemptId, reply.fields.get('checkout_url') ?? '', settings);
    case 'failure': {
      if (!standsAlready(reply.code)) return refused(reply);
      const stands = await whatStands(settings, request);
      return stands ?? { kind: 'again', reason: `flitt-${reply.code}` };
    }
    case 'nothing-sent':
    case 'unknown':
      return { kind: 'again', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}

/** What asking about the order ends the making in; undefined when there is none, so that it may be made. */
async function whatStands(settings: FlittSettings, request: CheckoutRequest): Promise<CheckoutOutcome | undefined> {
  const reply = await askStatusRaw(settings, request.attemptId);
  if (reply.kind === 'success') return linkLost(request.attemptId, 'answer-lost');
  if (reply.kind !== 'failure') return { kind: 'again', reason: reply.reason };
  return isNotFound(reply.code) ? undefined : refused(reply);
}

/** Nobody can pay what nobody was shown, so a failure ends the attempt unless it may be gone at the next try. */
function refused({ code, message }: Extract<FlittReply, { kind: 'failure' }>): CheckoutOutcome {
  if (isPassing(code)) return { kind: 'again', reason: `flitt-${code}` };
  return { kind: 'declined', reason: refusalOf(code) ?? `flitt-${code}`, message: providerWords(message) };
}

/** A page that is no web address over TLS is not shown to a customer; in training it lies where Flitt does. */
function shown(attemptId: string, page: string, { baseUrl }: FlittSettings): CheckoutOutcome {
  const isSafe = URL.canParse(page) && [new URL(baseUrl).protocol, 'https:'].includes(new URL(page).protocol);
  if (!isSafe) return linkLost(attemptId, 'wrong-shape');
  return { kind: 'ready', shown: { providerPaymentId: attemptId, qr: page } };
}

function linkLost(providerPaymentId: string, reason: string): CheckoutOutcome {
  return { kind: 'link-lost', providerPaymentId, reason };
}

/** What asking for an embedded page ended in; the same rules as for its address hold for making it again. */
export type TokenOutcome =
  | { kind: 'ready'; token: string }
  | { kind: 'failure'; code: string; message: string }
  | { kind: 'again'; reason: string };

/** Makes an order for Flitt's embedded page (/api/checkout/token): the token opens it in a script of Flitt's. */
export async function createToken(settings: FlittSettings, request: CheckoutRequest): Promise<TokenOutcome> {
  const parameters = orderParameters(settings, request);
  const reply = await askFlitt(settings, { path: 'checkout/token', parameters, timeoutMs: createTimeoutMs });
  if (reply.kind === 'failure') return { ...reply, message: providerWords(reply.message) };
  if (reply.kind !== 'success') return { kind: 'again', reason: reply.reason };
  const token = reply.fields.get('token') ?? '';
  return token === '' ? { kind: 'again', reason: 'wrong-shape' } : { kind: 'ready', token };
}

/**
 * The form a browser sends to make the order and be led to its page (/api/checkout/redirect): where to, and every field as
 * text.
 */
export function redirectForm(
  settings: FlittSettings,
  request: CheckoutRequest,
): { action: string; fields: Readonly<Record<string, string>> } {
  const fields = Object.entries(signed(settings, orderParameters(settings, request)));
  return {
    action: addressOf(settings, 'checkout/redirect'),
    fields: Object.fromEntries(fields.map(([name, value]) => [name, String(value)])),
  };
}
