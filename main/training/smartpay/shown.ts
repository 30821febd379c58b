import type { Book, OrderRecord, PaymentRecord, RefundRecord, SessionRecord } from './book.ts';

/** How far references become whole objects: not at all, or (where the reference is silent) one step or all the way down. */
export type Depth = 'ids' | 'one-step' | 'all';

const next: Readonly<Record<Depth, Depth>> = { ids: 'ids', 'one-step': 'ids', all: 'all' };

/** A refund as the API tells it (API reference, the refund object). */
export function shownRefund(refund: RefundRecord, test: boolean): object {
  const { paymentId, reference, ...own } = refund;
  return { ...own, object: 'refund', payment: paymentId, reference, lineItems: [], test, updatedAt: refund.createdAt };
}

/** A payment with its refunds, as ids or whole. */
export function shownPayment(book: Book, payment: PaymentRecord, test: boolean, depth: Depth): object {
  const { orderId, ...own } = payment;
  const mine = book.refunds.filter(({ paymentId }) => paymentId === payment.id);
  const refunds = mine.map((refund) => (depth === 'ids' ? refund.id : shownRefund(refund, test)));
  const head = { ...own, object: 'payment', order: orderId, refunds };
  return { ...head, lineItems: [], status: 'succeeded', test, updatedAt: payment.createdAt };
}

/** An order with its payments, as ids or whole. */
export function shownOrder(book: Book, order: OrderRecord, test: boolean, depth: Depth): object {
  const { items, expiresAt, ...own } = order;
  const mine = book.payments.filter(({ orderId }) => orderId === order.id);
  const payments = mine.map((one) => (depth === 'ids' ? one.id : shownPayment(book, one, test, next[depth])));
  const lineItems = items.map((_item, index) => `li_${test ? 'test' : 'live'}_${order.id.slice(-22, -2)}${index}`);
  return {
    ...own,
    object: 'order',
    payments,
    lineItems,
    discounts: [],
    test,
    ...(expiresAt !== null && { expiresAt }),
  };
}

/** A checkout session with its order, whole at its creation and on request. */
export function shownSession(session: SessionRecord, test: boolean, order: object | string): object {
  const { id, url, payload, successUrl, cancelUrl, createdAt, expiresAt } = session;
  const { customerInfo, reference, metadata = {} } = payload;
  const times = { createdAt, expiresAt, updatedAt: createdAt };
  const head = { id, object: 'checkoutSession', url, order, test, ...times };
  return { ...head, customerInfo, reference, metadata, successUrl, cancelUrl };
}

/** One page of a list (Node SDK, collection); `offset` is what a page token stands for. */
export function collection(all: readonly object[], offset: number, maxResults: number): object {
  const data = all.slice(offset, offset + maxResults);
  const more = offset + data.length < all.length;
  const head = { object: 'collection', pageToken: String(offset), maxResults, results: data.length };
  return { ...head, ...(more && { nextPageToken: String(offset + data.length) }), data };
}
