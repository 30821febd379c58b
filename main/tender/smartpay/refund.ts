import type { RefundOutcome, RefundRequest } from '../checkout.ts';
import { askSmartpay } from './api.ts';
import type { SmartpayReply } from './api.ts';
import { findOrder, findPayment, modeMismatch } from './known.ts';
import type { Expected, KnownPayment } from './known.ts';
import { readRefund } from './objects.ts';
import type { Refund } from './objects.ts';
import { modeOfKey } from './settings.ts';
import type { SmartpaySettings } from './settings.ts';

/**
 * Gives money of a payment back (POST /refunds is on a payment, not on an order). Smartpay remembers a key for six hours only
 * (API reference, idempotency), and an obligation may wait longer than that: so the payment's refunds are looked through
 * first for the one that carries our mark, and no age of a retry gives the money back twice. The mark is the refund's own id: the
 * key changes after a refusal, which Smartpay keeps for it, and a refund made under an earlier key is found all the same.
 */
export async function giveBack(request: RefundRequest, settings: SmartpaySettings): Promise<RefundOutcome> {
  const { payment, amount, key, id } = request;
  const orderId = payment.providerPaymentId;
  if (amount.currency !== payment.charged.currency) return refused('currency-differs');
  if (!Number.isInteger(amount.amount) || amount.amount < 1) return refused('amount-not-whole');
  const found = await paymentOf(settings, { orderId, charged: payment.charged }, payment.transactionId);
  if (found.kind !== 'found') return found;
  return giveBackOf(settings, found.value, { key, ...amount }, id);
}

type ToGive = { key: string; amount: number; currency: string };
type Looked = { kind: 'found'; value: KnownPayment } | Exclude<RefundOutcome, { kind: 'returned' | 'accepted' }>;

async function paymentOf(settings: SmartpaySettings, expected: Expected, paymentId: string | null): Promise<Looked> {
  if (paymentId !== null) {
    const found = await findPayment(settings, { ...expected, paymentId });
    return found.kind === 'not-found' ? refused('smartpay-payment.not-found') : found;
  }
  const order = await findOrder(settings, expected);
  if (order.kind === 'not-found') return refused('smartpay-order.not-found');
  if (order.kind !== 'found') return order;
  const [payment, ...others] = order.value.payments;
  if (!payment) return refused('not-paid');
  return others.length > 0 ? refused('several-payments') : { kind: 'found', value: payment };
}

/** Gives `amount` of a payment back whose refunds are known; a refund that carries `mark` already is the answer. */
export async function giveBackOf(
  settings: SmartpaySettings,
  payment: KnownPayment,
  give: ToGive,
  mark = give.key,
): Promise<RefundOutcome> {
  const done = withKey(payment, mark);
  if (done) return judge(done, payment, give, settings);
  const body = {
    payment: payment.id,
    amount: give.amount,
    currency: give.currency,
    reason: 'requested_by_customer',
    metadata: { refund: mark },
  };
  const reply = await askSmartpay(settings, { method: 'POST', path: '/refunds', key: give.key, body });
  return refundOutcome(reply, payment, give, settings);
}

/** The refund of a payment that carries `mark`; Smartpay echoes the metadata it was sent. */
export function withKey(payment: KnownPayment, mark: string): Refund | undefined {
  return payment.refunds.find(({ metadata }) => metadata?.['refund'] === mark);
}

/** Smartpay's documented words for a refund it looked at and will not make (API reference, create a refund). */
const declines: ReadonlySet<string> = new Set(['payment.not-found', 'amount.insufficient']);

function refundOutcome(
  reply: SmartpayReply,
  payment: KnownPayment,
  give: ToGive,
  settings: SmartpaySettings,
): RefundOutcome {
  switch (reply.kind) {
    case 'success': {
      const refund = readRefund(reply.value);
      return refund ? judge(refund, payment, give, settings) : unclear('wrong-shape');
    }
    case 'error':
      return { ...refused(`smartpay-${reply.code}`, reply.message), keySpent: declines.has(reply.code) };
    case 'nothing-sent':
      return { kind: 'unreachable', reason: reply.reason };
    case 'unknown':
      return unclear(reply.reason);
  }
}

function judge(refund: Refund, payment: KnownPayment, give: ToGive, settings: SmartpaySettings): RefundOutcome {
  const mode = modeMismatch('refund', refund, modeOfKey(settings.secretKey));
  if (mode) return unclear(mode);
  if (refund.payment !== payment.id) return unclear('other-payment');
  if (refund.amount !== give.amount || refund.currency !== give.currency) return unclear('amount-mismatch');
  return { kind: 'returned', refundId: refund.id };
}

function refused(reason: string, message = ''): { kind: 'refused'; reason: string; message: string } {
  return { kind: 'refused', reason, message };
}

function unclear(reason: string): { kind: 'unclear'; reason: string; message: string } {
  return { kind: 'unclear', reason, message: '' };
}
