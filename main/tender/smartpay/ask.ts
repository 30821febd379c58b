import type { AskOutcome } from '../../domain/asking.ts';
import type { Enquiry } from '../provider.ts';
import { findOrder } from './known.ts';
import type { KnownOrder, KnownPayment } from './known.ts';
import type { SmartpaySettings } from './settings.ts';

/** Asks about an attempt by its order. Without an order's id nothing was ever shown, so nobody can have paid. */
export async function ask(enquiry: Enquiry, settings: SmartpaySettings): Promise<AskOutcome> {
  const { providerPaymentId: orderId, charged, stop } = enquiry;
  if (orderId === null) return { kind: 'not-found' };
  const found = await findOrder(settings, { orderId, charged }, stop);
  return found.kind === 'found' ? outcomeOf(orderId, found.value, charged.amount, settings.capture) : found;
}

/**
 * What an order's status means for its attempt (API reference, the order object; `failed` from the Node SDK). Only money that
 * was captured is paid: an order that merely succeeded without a payment is held, or on its way to one.
 */
export function outcomeOf(
  orderId: string,
  { status, payments }: KnownOrder,
  amount: number,
  capture: SmartpaySettings['capture'],
): AskOutcome {
  switch (status) {
    case 'requires_authorization':
      return payments.length === 0 ? { kind: 'unpaid' } : { kind: 'stuck', reason: 'paid-without-consent' };
    case 'requires_capture':
      return payments.length === 0 ? { kind: 'held' } : settled(orderId, payments, amount);
    case 'succeeded':
      if (payments.length > 0) return settled(orderId, payments, amount);
      return capture === 'manual' ? { kind: 'held' } : { kind: 'moving', reason: 'payment-not-yet' };
    case 'canceled':
    case 'rejected':
    case 'failed':
      return payments.length === 0
        ? { kind: 'declined', reason: `order-${status}`, message: '' }
        : settled(orderId, payments, amount);
    default:
      return { kind: 'unclear', reason: 'status-unknown', message: status.slice(0, 60) };
  }
}

/** Money moved. The till takes and returns an order in one piece; what somebody else split is for a person. */
function settled(orderId: string, payments: readonly KnownPayment[], amount: number): AskOutcome {
  const [payment, ...others] = payments;
  if (!payment || others.length > 0) return { kind: 'stuck', reason: 'several-payments' };
  if (payment.amount !== amount) return { kind: 'stuck', reason: 'captured-in-part' };
  if (returnedOf(payment) >= amount) return { kind: 'returned' };
  const names = { providerPaymentId: orderId, transactionId: payment.id };
  return { kind: 'paid', facts: { ...names, kkmId: null, deviceId: null, clientPhone: null } };
}

/** How much of `payment` has gone back, in its own currency's smallest unit. */
export function returnedOf({ refunds }: KnownPayment): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}
