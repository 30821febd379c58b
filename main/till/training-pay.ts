import { assertNever } from '../domain/assert-never.ts';
import type { CheckoutKind } from '../domain/tender.ts';
import { isCheckout } from '../domain/tender.ts';
import { lastAttempt } from '../store/attempts.ts';
import type { AttemptRow } from '../store/attempts.ts';
import { currentSale } from '../store/sales.ts';
import type { Result } from '../../preload/api.ts';
import { standing } from './checkout/standing.ts';
import { ok, refuse, refused } from './context.ts';
import type { Counter, Till } from './context.ts';
import type { TrainingRoom } from './training-room.ts';

/** The customer's part of the checkout that stands, without a second phone: they pay it, or say no. */
export async function trainingPay(
  { till }: Counter,
  { outcome }: { outcome: 'pay' | 'decline' },
): Promise<Result<null>> {
  const { training } = till;
  if (!training) return refused('not-in-training');
  const stands = standingNow(till);
  if (!stands) return refuse(till, 'checkout-not-there');
  await play(training, stands.kind, outcome, stands.reference);
  till.changed();
  return ok(null);
}

/** The page where the customer's part can be played in a browser on this computer; null when nothing stands. */
export function checkoutPage(till: Till): string | null {
  const stands = standingNow(till);
  if (!stands || !till.training) return null;
  if (stands.kind !== 'uzqr') return stands.reference;
  return `${till.training.fboxUrl}/one_qr/${stands.attempt.providerPaymentId ?? ''}`;
}

type Standing = { kind: CheckoutKind; reference: string; attempt: AttemptRow };

/** The checkout on the counter that can be paid; a message to a phone has no QR, so it is known by its own name. */
function standingNow(till: Till): Standing | undefined {
  const sale = currentSale(till.db);
  const attempt = sale && lastAttempt(till.db, sale.id);
  if (!attempt || !isCheckout(attempt.kind)) return undefined;
  const checkout = standing(till, attempt);
  const reference = checkout?.qr ?? attempt.providerPaymentId;
  return checkout && reference !== null ? { kind: attempt.kind, reference, attempt } : undefined;
}

function play(
  { fbox, payme, flitt, smartpay }: TrainingRoom,
  kind: CheckoutKind,
  outcome: 'pay' | 'decline',
  reference: string,
): unknown {
  switch (kind) {
    case 'uzqr':
      return fbox.oneQr[outcome](reference);
    case 'payme-link':
    case 'payme-invoice':
      return payme[outcome](reference);
    case 'flitt':
      return flitt[outcome](reference);
    case 'smartpay':
      return smartpay[outcome](reference);
    default:
      return assertNever(kind);
  }
}
