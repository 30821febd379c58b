import type { PaymentRef } from '../provider.ts';
import { askSmartpay, withoutAnswer } from './api.ts';
import type { SmartpayReply, Unanswered } from './api.ts';
import { readOrder, readPayment, readRefund } from './objects.ts';
import type { Order, Payment, Refund } from './objects.ts';
import { modeOfId, modeOfKey, otherMode } from './settings.ts';
import type { Mode, Named, SmartpaySettings } from './settings.ts';

/** A payment with everything that went back of it. */
export type KnownPayment = { id: string; amount: number; refunds: Refund[] };

/** An order that is the attempt's own: its id, mode, amount and currency have been compared. */
export type KnownOrder = { status: string; payments: KnownPayment[] };

/** What of an attempt its order is compared with. */
export type Expected = Pick<PaymentRef, 'charged'> & { orderId: string };

type Found<T> = { kind: 'found'; value: T } | { kind: 'not-found' } | Unanswered;

/** An order with its payments and their refunds, or why it cannot be told. Asks once, or again for what came as ids only. */
export async function findOrder(
  settings: SmartpaySettings,
  expected: Expected,
  signal?: AbortSignal,
): Promise<Found<KnownOrder>> {
  const asked = await get(settings, `/orders/${encodeURIComponent(expected.orderId)}`, signal);
  if (asked.kind === 'error' && asked.code === 'order.not-found') return { kind: 'not-found' };
  if (asked.kind !== 'success') return withoutAnswer(asked);
  const order = readOrder(asked.value);
  if (!order) return unclear('wrong-shape');
  const reason = orderMismatch(order, expected, settings);
  if (reason) return unclear(reason, evidence(order));
  const payments: KnownPayment[] = [];
  for (const said of order.payments ?? []) {
    const payment = await completePayment(settings, said, { ...expected, paymentId: null }, signal);
    if (payment.kind !== 'found') return payment.kind === 'not-found' ? unclear('payment-not-found') : payment;
    payments.push(payment.value);
  }
  return { kind: 'found', value: { status: order.status, payments } };
}

/** One payment with its refunds, or why it cannot be told. */
export async function findPayment(
  settings: SmartpaySettings,
  expected: Expected & { paymentId: string },
): Promise<Found<KnownPayment>> {
  return completePayment(settings, expected.paymentId, expected);
}

async function completePayment(
  settings: SmartpaySettings,
  said: string | Payment,
  expected: Expected & { paymentId: string | null },
  signal?: AbortSignal,
): Promise<Found<KnownPayment>> {
  const id = typeof said === 'string' ? said : said.id;
  const asked = typeof said === 'string' ? await get(settings, `/payments/${encodeURIComponent(id)}`, signal) : null;
  if (asked?.kind === 'error' && asked.code === 'payment.not-found') return { kind: 'not-found' };
  if (asked && asked.kind !== 'success') return withoutAnswer(asked);
  const payment = asked ? readPayment(asked.value) : said;
  if (!payment || typeof payment === 'string') return unclear('wrong-shape');
  const reason = payment.id === id ? paymentMismatch(payment, expected, settings) : 'other-payment';
  if (reason) return unclear(reason, evidence(payment));
  const refunds: Refund[] = [];
  for (const one of payment.refunds ?? []) {
    const refund = await completeRefund(settings, one, payment, signal);
    if (refund.kind !== 'found') return refund.kind === 'not-found' ? unclear('refund-not-found') : refund;
    refunds.push(refund.value);
  }
  return { kind: 'found', value: { id, amount: payment.amount, refunds } };
}

async function completeRefund(
  settings: SmartpaySettings,
  said: string | Refund,
  payment: Payment,
  signal?: AbortSignal,
): Promise<Found<Refund>> {
  const asked = typeof said === 'string' ? await get(settings, `/refunds/${encodeURIComponent(said)}`, signal) : null;
  if (asked && asked.kind !== 'success') return withoutAnswer(asked);
  const refund = asked ? readRefund(asked.value) : said;
  if (!refund || typeof refund === 'string') return unclear('wrong-shape');
  if (refund.payment !== payment.id || refund.currency !== payment.currency) return unclear('other-refund');
  const mode = modeMismatch('refund', refund, modeOfKey(settings.secretKey));
  return mode ? unclear(mode) : { kind: 'found', value: refund };
}

/** `expand=all` asks for whole objects where only ids would stand (Smartpay's Node SDK, reference). */
function get(settings: SmartpaySettings, path: string, signal?: AbortSignal): Promise<SmartpayReply> {
  return askSmartpay(settings, { method: 'GET', path: `${path}?expand=all`, ...(signal && { signal }) });
}

function orderMismatch(order: Order, expected: Expected, settings: SmartpaySettings): string | undefined {
  if (order.id !== expected.orderId) return 'other-order';
  const ours = modeOfKey(settings.secretKey);
  const mode = modeMismatch('order', order, ours);
  if (mode) return mode;
  if (order.amount !== expected.charged.amount) return 'amount-mismatch';
  return order.currency === expected.charged.currency ? undefined : 'currency-mismatch';
}

function paymentMismatch(payment: Payment, expected: Expected, settings: SmartpaySettings): string | undefined {
  const mode = modeMismatch('payment', payment, modeOfKey(settings.secretKey));
  if (mode) return mode;
  if (payment.order !== expected.orderId) return 'other-order';
  return payment.currency === expected.charged.currency ? undefined : 'currency-mismatch';
}

/** Why something with an id and a word about testing is not of our mode, or undefined when it is. */
export function modeMismatch(
  named: Named,
  said: { id: string; test?: boolean | null | undefined },
  ours: Mode | undefined,
): string | undefined {
  if (ours === undefined) return 'key-unreadable';
  const mode = modeOfId(named, said.id);
  if (mode === undefined) return 'id-unreadable';
  const sameWord = (said.test ?? mode === 'test') === (mode === 'test');
  return mode === ours && sameWord ? undefined : otherMode(ours);
}

function evidence({ id, amount, currency }: { id: string; amount: number; currency: string }): string {
  return `${id} ${amount} ${currency}`.slice(0, 120);
}

function unclear(reason: string, message = ''): { kind: 'unclear'; reason: string; message: string } {
  return { kind: 'unclear', reason, message };
}
