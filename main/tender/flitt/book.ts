import type { AskOutcome } from '../../domain/asking.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { CancelOutcome, Enquiry, PaymentRef, ProviderBook } from '../provider.ts';
import { paymentOutcome } from './outcome.ts';
import type { FlittExpected } from './payment.ts';
import { reverse } from './reverse.ts';
import type { FlittSettings } from './settings.ts';
import { askStatus } from './status.ts';

/** Flitt's memory of our attempts, by the attempt's own id. It has no book of a period by our key. */
export function flittBook(settings: FlittSettings): ProviderBook {
  return {
    line: 'flitt',
    ask: (enquiry) => ask(settings, enquiry),
    cancel: (payment) => cancel(settings, payment),
    take: null,
    page: null,
  };
}

/** What an order of `orderId` must say to be ours. */
export function expectedOf(
  { merchantId }: Pick<FlittSettings, 'merchantId'>,
  orderId: string,
  charged: { amount: number; currency: string },
): FlittExpected {
  return { orderId, merchantId, amount: charged.amount, currency: charged.currency };
}

/** Without an id no order of this attempt was ever shown to anybody. */
async function ask(settings: FlittSettings, enquiry: Enquiry): Promise<AskOutcome> {
  const { providerPaymentId: orderId, charged, stop } = enquiry;
  if (orderId === null) return { kind: 'not-found' };
  const answer = await askStatus(settings, orderId, stop);
  return answer.kind === 'known' ? paymentOutcome(answer.payment, expectedOf(settings, orderId, charged)) : answer;
}

/**
 * Flitt has no call that closes an unpaid order: it dies by its lifetime and is asked about until then. What was paid is
 * reversed, as much as has not gone back yet, under the attempt's own key.
 */
async function cancel(settings: FlittSettings, payment: PaymentRef): Promise<CancelOutcome> {
  const { attemptId, providerPaymentId: orderId, charged } = payment;
  const answer = await askStatus(settings, orderId);
  if (answer.kind === 'not-found') return { kind: 'unclear', reason: 'not-found', message: '' };
  if (answer.kind !== 'known') return answer;
  const outcome = paymentOutcome(answer.payment, expectedOf(settings, orderId, charged));
  if (outcome.kind !== 'paid') return withoutReversal(outcome);
  const left = charged.amount - answer.payment.reversalAmount;
  return reverse(settings, { orderId, amount: { ...charged, amount: left }, key: attemptId });
}

/** What giving up comes to while there is nothing to reverse. */
function withoutReversal(outcome: Exclude<AskOutcome, { kind: 'paid' }>): CancelOutcome {
  switch (outcome.kind) {
    case 'unpaid':
    case 'moving':
      return { kind: 'accepted' };
    case 'declined':
    case 'returned':
      return { kind: 'returned' };
    case 'unclear':
    case 'unreachable':
      return outcome;
    case 'held':
    case 'returning':
    case 'stuck':
    case 'not-found':
      return { kind: 'unclear', reason: outcome.kind, message: '' };
    default:
      return assertNever(outcome);
  }
}
