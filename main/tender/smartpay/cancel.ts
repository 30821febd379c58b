import type { CancelOutcome, PaymentRef, TakeOutcome } from '../provider.ts';
import { outcomeOf, returnedOf } from './ask.ts';
import { askSmartpay, withoutAnswer } from './api.ts';
import { findOrder } from './known.ts';
import type { KnownPayment } from './known.ts';
import { readOrder } from './objects.ts';
import { giveBackOf, withKey } from './refund.ts';
import type { SmartpaySettings } from './settings.ts';

/**
 * Closes an order nobody has paid, lets go of a reserve, gives a payment back whole. The order is asked first, because a
 * cancelled one keeps what was captured (API guide, cancel an order): the customer who paid in that very second gets a refund.
 */
export async function cancel(payment: PaymentRef, settings: SmartpaySettings): Promise<CancelOutcome> {
  const { providerPaymentId: orderId, charged } = payment;
  const found = await findOrder(settings, { orderId, charged });
  if (found.kind === 'not-found') return { kind: 'unclear', reason: 'not-found', message: '' };
  if (found.kind !== 'found') return found;
  const outcome = outcomeOf(orderId, found.value, charged.amount, settings.capture);
  switch (outcome.kind) {
    case 'unpaid':
    case 'held':
    case 'moving':
      return closeOrder(payment, settings);
    case 'paid':
      return returnWhole(payment, found.value.payments, settings);
    case 'declined':
    case 'returned':
      return { kind: 'returned' };
    case 'stuck':
      return { kind: 'refused', reason: outcome.reason, message: '' };
    case 'unclear':
      return outcome;
    case 'returning':
    case 'not-found':
    case 'unreachable':
      return { kind: 'unclear', reason: outcome.kind, message: '' };
  }
}

/** A refusal means that the order is no longer what it was a moment ago, so it is asked about again, not given up. */
async function closeOrder(payment: PaymentRef, settings: SmartpaySettings): Promise<CancelOutcome> {
  const { providerPaymentId: orderId, attemptId } = payment;
  const path = `/orders/${encodeURIComponent(orderId)}/cancellation`;
  const reply = await askSmartpay(settings, { method: 'PUT', path, key: `${attemptId}:cancel` });
  if (reply.kind !== 'success') return withoutAnswer(reply);
  const order = readOrder(reply.value);
  if (!order) return { kind: 'unclear', reason: 'wrong-shape', message: '' };
  if (order.id !== orderId) return { kind: 'unclear', reason: 'other-order', message: '' };
  if (order.status === 'canceled' && (order.payments ?? []).length === 0) return { kind: 'returned' };
  return { kind: 'unclear', reason: 'not-cancelled', message: order.status.slice(0, 60) };
}

async function returnWhole(
  { attemptId, charged }: PaymentRef,
  [payment]: readonly KnownPayment[],
  settings: SmartpaySettings,
): Promise<CancelOutcome> {
  if (!payment) return { kind: 'unclear', reason: 'payment-not-found', message: '' };
  const key = `${attemptId}:return`;
  const amount = withKey(payment, key)?.amount ?? payment.amount - returnedOf(payment);
  const outcome = await giveBackOf(settings, payment, { key, amount, currency: charged.currency });
  if (outcome.kind === 'returned' || outcome.kind === 'accepted') return { kind: outcome.kind };
  return outcome;
}

/**
 * Takes what was reserved, whole. After the six hours a key lives, a second try meets an order with nothing left to capture,
 * which Smartpay refuses, so that no age of a retry takes the money twice.
 */
export async function take(payment: PaymentRef, settings: SmartpaySettings): Promise<TakeOutcome> {
  const { providerPaymentId: order, attemptId, charged } = payment;
  const body = { order, amount: charged.amount, currency: charged.currency, cancelRemainder: 'automatic' };
  const key = `${attemptId}:capture`;
  const reply = await askSmartpay(settings, { method: 'POST', path: '/payments', key, body });
  if (reply.kind === 'success') return { kind: 'done' };
  const { reason, message } = { message: '', ...withoutAnswer(reply) };
  return { kind: 'not-yet', reason, message };
}
