import { assertNever } from '../../domain/assert-never.ts';
import { findAttempt } from '../../store/attempts.ts';
import { findCheckout, setDelivered } from '../../store/checkouts.ts';
import type { Obligation } from '../../store/outbox.ts';
import { noteOnAttempt } from '../attempts.ts';
import { play, say } from '../context.ts';
import type { Equipment, Till } from '../context.ts';
import type { Worked } from '../outbox.ts';
import { checkoutOf } from '../providers.ts';
import { atomically } from '../../store/statement.ts';

/**
 * Tells the customer's phone of an invoice. It may be repeated: the same invoice stays one, and a customer who reads of it twice
 * pays it once. One that is over is told no more.
 */
export async function deliverCheckout(till: Till, equipment: Equipment, { subject }: Obligation): Promise<Worked> {
  const attempt = findAttempt(till.db, subject);
  const phone = findCheckout(till.db, subject)?.phone;
  const deliver = attempt && checkoutOf(equipment, attempt.kind)?.deliver;
  if (attempt?.state !== 'sending' || !deliver || !phone || attempt.providerPaymentId === null) return { kind: 'done' };
  const outcome = await deliver({ providerPaymentId: attempt.providerPaymentId, phone });
  switch (outcome.kind) {
    case 'done':
      setDelivered(till.db, subject, till.world.now());
      return { kind: 'done' };
    case 'try-again':
      return { kind: 'later', reason: outcome.reason };
    case 'refused':
      if (findAttempt(till.db, subject)?.state !== 'sending') return { kind: 'done' };
      atomically(till.db, () =>
        noteOnAttempt(till, subject, { reason: 'not-delivered', message: outcome.message || null }),
      );
      say(till, 'checkout-not-delivered', 'refused', { message: outcome.message });
      play(till, 'refused');
      return { kind: 'done' };
    default:
      return assertNever(outcome);
  }
}
