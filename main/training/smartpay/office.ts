import type { Random } from '../wire/random.ts';
import { capturedOf, refundedOf, type Book } from './book.ts';
import type { OrderRecord, PaymentRecord, RefundRecord, SessionRecord } from './book.ts';
import { errors, type Failure } from './errors.ts';
import { freshId, letterDigits, type Mode } from './ids.ts';
import type { CaptureRequest, RefundRequest, SessionRequest } from './requests.ts';
import type { EventType } from './webhooks.ts';

/** What Smartpay works with at its desk; `tell` is called after every change somebody may want to hear of. Times in ms. */
export type Office = {
  book: Book;
  mode: Mode;
  now: () => number;
  random: Random;
  origin: () => string;
  sessionLivesMs: number;
  tell: (type: EventType, id: string) => void;
};

/** What the office was asked to do, or why it was not done. */
export type Done<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** An authorised order waits seven days to be captured (API guide, manual capture). */
const captureWithinMs = 7 * 24 * 3_600_000;

/** A new checkout with its order. */
export function openSession(office: Office, request: SessionRequest): SessionRecord {
  const { book, mode, now, random } = office;
  const at = now();
  const { amount, currency, captureMethod, items, metadata, description = null, reference = null } = request;
  const orderId = freshId('order', mode, random);
  const asked = { id: orderId, amount, currency, captureMethod, items, metadata, description, reference };
  const status = 'requires_authorization';
  book.orders.push({ ...asked, status, createdAt: at, updatedAt: at, expiresAt: null });
  const id = freshId('checkout', mode, random);
  const url = `${office.origin()}/checkout/${id}.${letterDigits(random, 24)}`;
  const { successUrl, cancelUrl } = request;
  const times = { createdAt: at, expiresAt: at + office.sessionLivesMs };
  const session = { id, orderId, url, payload: request, successUrl, cancelUrl, ...times };
  book.sessions.push(session);
  return session;
}

/** The customer agrees on their phone; true when that was still possible. An order is agreed to once, in whatever window. */
export function agree(office: Office, orderId: string): boolean {
  const { book, now, tell } = office;
  const order = orderOf(office, orderId);
  const session = book.sessions.find((one) => one.orderId === orderId);
  if (order?.status !== 'requires_authorization' || !session || now() >= session.expiresAt) return false;
  order.expiresAt = now() + captureWithinMs;
  setStatus(office, order, order.captureMethod === 'manual' ? 'requires_capture' : 'succeeded');
  const payment =
    order.captureMethod === 'automatic'
      ? addPayment(office, order, order.amount, { reference: null, metadata: {} })
      : undefined;
  tell('order.authorized', order.id);
  if (payment) tell('payment.created', payment.id);
  return true;
}

/** The customer says no (`canceled`), or Smartpay does not trust them (`rejected`); true when that was still possible. */
export function refuse(office: Office, orderId: string, status: 'canceled' | 'rejected' | 'failed'): boolean {
  const order = orderOf(office, orderId);
  if (order?.status !== 'requires_authorization') return false;
  setStatus(office, order, status);
  office.tell(status === 'canceled' ? 'order.canceled' : 'order.rejected', order.id);
  return true;
}

/** The shop takes its order back: only what was not captured goes (API guide, cancel an order). */
export function cancelOrder(office: Office, id: string): Done<OrderRecord> {
  const order = orderOf(office, id);
  if (!order) return failed(errors.orderNotFound);
  if (order.status !== 'requires_authorization' && order.status !== 'requires_capture') {
    return failed(errors.cannotCancel(order.status));
  }
  setStatus(office, order, 'canceled');
  office.tell('order.canceled', order.id);
  return { ok: true, value: order };
}

/** The shop takes what was reserved, whole or a part; the rest is let go unless it says `manual`. */
export function capture(office: Office, request: CaptureRequest): Done<PaymentRecord> {
  const { order: id, amount, currency, cancelRemainder, reference = null, metadata } = request;
  const order = orderOf(office, id);
  if (!order) return failed(errors.orderNotFound);
  if (order.status !== 'requires_capture') return failed(errors.cannotCapture(order.status));
  const left = order.amount - capturedOf(office.book, id);
  if (amount > left) return failed(errors.excessive);
  if (currency !== order.currency) return failed(errors.invalid('currency'));
  const payment = addPayment(office, order, amount, { reference, metadata });
  if (amount === left || cancelRemainder === 'automatic') setStatus(office, order, 'succeeded');
  office.tell('payment.created', payment.id);
  return { ok: true, value: payment };
}

/** The shop gives back of a payment, never more than is left on it. */
export function giveBack(office: Office, request: RefundRequest): Done<RefundRecord> {
  const { payment: paymentId, amount, currency, reason, reference = null, metadata } = request;
  const { book, mode, now, random } = office;
  const payment = book.payments.find(({ id }) => id === paymentId);
  if (!payment) return failed(errors.paymentNotFound);
  if (currency !== payment.currency) return failed(errors.invalid('currency'));
  if (amount > payment.amount - refundedOf(book, paymentId)) return failed(errors.insufficient);
  const id = freshId('refund', mode, random);
  const record = { id, paymentId, amount, currency, reason, reference, metadata, createdAt: now() };
  book.refunds.push(record);
  office.tell('refund.created', id);
  return { ok: true, value: record };
}

/** A reserve nobody took in time is let go (API guide, manual capture); to be called before anybody looks. */
export function letGo(office: Office): void {
  for (const order of office.book.orders) {
    if (order.status !== 'requires_capture' || order.expiresAt === null || office.now() < order.expiresAt) continue;
    setStatus(office, order, 'canceled');
  }
}

function orderOf({ book }: Office, id: string): OrderRecord | undefined {
  return book.orders.find((order) => order.id === id);
}

function setStatus({ now }: Office, order: OrderRecord, status: OrderRecord['status']): void {
  order.status = status;
  order.updatedAt = now();
}

function addPayment(
  { book, mode, now, random }: Office,
  { id: orderId, currency }: OrderRecord,
  amount: number,
  words: Pick<PaymentRecord, 'reference' | 'metadata'>,
): PaymentRecord {
  const id = freshId('payment', mode, random);
  const payment = { id, orderId, amount, currency, ...words, createdAt: now() };
  book.payments.push(payment);
  return payment;
}

function failed(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
