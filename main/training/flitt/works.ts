import type { Order } from './book.ts';
import { errors, incorrect, type FlittError } from './errors.ts';
import { pageOf } from './page.ts';
import { amountOf, refuse, textOf } from './request.ts';
import type { Shop } from './shop.ts';
import { shownOrder, shownReversal } from './shown.ts';
import { withSignature, type Said } from './signature.ts';

/** What an endpoint answers with. */
export type Reply = { ok: true; said: Said } | { ok: false; error: FlittError };

/** What one endpoint does: it works at once and to the end. `refuseReversal` is a wallet that does not give back. */
export type Work = (shop: Shop, said: Said | undefined, refuseReversal?: boolean) => Reply;

/** The endpoints of this Flitt, by the end of their paths. */
export const endpoints = [
  'checkout/url',
  'checkout/token',
  'checkout/redirect',
  'status/order_id',
  'reverse/order_id',
] as const;
export type Endpoint = (typeof endpoints)[number];

const usualLifetime = 36_000;
const longestLifetime = 69_120_000;

const failed = (error: FlittError): Reply => ({ ok: false, error });

/** Makes an order, once per id. Only Pay by Payme is played here, in its one currency. */
function create(shop: Shop, said: Said | undefined): Order | FlittError {
  const refusal = refuse(said, ['order_id', 'order_desc', 'amount', 'currency'], shop.who);
  if (refusal || !said) return refusal ?? errors.empty;
  const amount = amountOf(said, 'amount');
  if (typeof amount !== 'number') return amount;
  const lifetime = Number(textOf(said, 'lifetime') || usualLifetime);
  if (!Number.isInteger(lifetime) || lifetime < 1 || lifetime > longestLifetime) return incorrect('lifetime');
  const tooLong = ['order_id', 'order_desc'].find((name) => [...textOf(said, name)].length > 1024);
  if (tooLong !== undefined) return incorrect(tooLong);
  if (textOf(said, 'currency') !== 'UZS') return errors.currency;
  const isOurs = ['payment_systems', 'payment_method'].every((name) => textOf(said, name) === 'paybypayme');
  if (!isOurs) return errors.systems;
  const order = shop.orders.create({
    orderId: textOf(said, 'order_id'),
    description: textOf(said, 'order_desc'),
    amount,
    currency: textOf(said, 'currency'),
    callbackUrl: textOf(said, 'server_callback_url') || null,
    merchantData: textOf(said, 'merchant_data'),
    retries: textOf(said, 'delayed') !== 'N',
    lifetimeMs: lifetime * 1000,
  });
  return order ?? errors.duplicate;
}

const url: Work = (shop, said) => {
  const order = create(shop, said);
  if (!('token' in order)) return failed(order);
  const checkoutUrl = pageOf(shop.origin(), shop.who.merchantId, order.token);
  return {
    ok: true,
    said: { checkout_url: checkoutUrl, payment_id: String(order.paymentId), response_status: 'success' },
  };
};

const token: Work = (shop, said) => {
  const order = create(shop, said);
  return 'token' in order ? { ok: true, said: { token: order.token, response_status: 'success' } } : failed(order);
};

const status: Work = (shop, said) => {
  const refusal = refuse(said, ['order_id'], shop.who);
  if (refusal || !said) return failed(refusal ?? errors.empty);
  const order = shop.orders.find(textOf(said, 'order_id'));
  return order ? { ok: true, said: told(shop, order) } : failed(errors.notFound);
};

/** An order as this shop is told of it, signed. */
export function told({ who, orders, testMode }: Shop, order: Order): Said {
  return withSignature(shownOrder(order, who.merchantId, orders.reversedOf(order.orderId)), who.secret, testMode);
}

const reverse: Work = ({ who, orders, testMode }, said, refuseReversal = false) => {
  const refusal = refuse(said, ['order_id', 'amount', 'currency'], who);
  if (refusal || !said) return failed(refusal ?? errors.empty);
  const amount = amountOf(said, 'amount');
  if (typeof amount !== 'number') return failed(amount);
  const order = orders.find(textOf(said, 'order_id'));
  if (!order) return failed(errors.notFound);
  if (textOf(said, 'currency') !== order.currency) return failed(incorrect('currency'));
  const reverseId = textOf(said, 'reverse_id');
  if (reverseId.length > 50) return failed(incorrect('reverse_id'));
  const wanted = { orderId: order.orderId, reverseId: reverseId || null, amount };
  const reversal = orders.reverse(wanted, refuseReversal);
  if (!reversal || reversal.amount !== amount) return failed(incorrect('amount'));
  return { ok: true, said: withSignature(shownReversal(reversal, who.merchantId), who.secret, testMode) };
};

/** What stands behind each endpoint; the redirect makes the same order and is answered by a page. */
export const works: Readonly<Record<Endpoint, Work>> = {
  'checkout/url': url,
  'checkout/token': token,
  'checkout/redirect': url,
  'status/order_id': status,
  'reverse/order_id': reverse,
};
