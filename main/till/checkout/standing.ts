import { isCheckout } from '../../domain/tender.ts';
import type { AttemptRow } from '../../store/attempts.ts';
import { findCheckout } from '../../store/checkouts.ts';
import type { CheckoutRow } from '../../store/checkouts.ts';
import type { Till } from '../context.ts';
import { isDead } from './rhythm.ts';

/**
 * The checkout of an attempt while the customer may pay it: gone at once when it is paid, given up, refused or dead, so that
 * nobody scans a QR whose sale is over.
 */
export function standing(till: Till, attempt: AttemptRow): CheckoutRow | undefined {
  if (!isCheckout(attempt.kind) || attempt.state !== 'sending' || isDead(till, attempt)) return undefined;
  return findCheckout(till.db, attempt.id);
}
