import type { AttemptView, CheckoutQuestion, Intents } from '../../preload/api.ts';
import { decimalsOf } from '../i18n/format.ts';
import { minorEntered } from './entry.ts';
import { phoneDigits, wholePhone } from './phone.ts';

/**
 * How far a checkout is: `making` nobody can pay yet; `shown` a QR stands; `told` a message went, or goes, to the customer's
 * phone; `over` it must not be paid any more and the provider is asked how it ended.
 */
export type CheckoutStage = 'making' | 'shown' | 'told' | 'over';

/** How far the checkout of an attempt is at `now` (the till's clock, ms). */
export function stageOf({ qr, expiresAt, phone }: NonNullable<AttemptView['checkout']>, now: number): CheckoutStage {
  if (expiresAt === null) return 'making';
  if (now >= expiresAt) return 'over';
  if (qr !== null) return 'shown';
  return phone === null ? 'over' : 'told';
}

type Said = Intents['startCheckout']['arg'];

/** What the keyed-in digits say to the question of a checkout; undefined while it is not enough. */
export function answerTo({ kind, needs, currency }: CheckoutQuestion, entry: string): Said | undefined {
  if (needs === 'phone') {
    const phone = wholePhone(phoneDigits(entry));
    return phone === undefined ? undefined : { kind, phone };
  }
  const charged = minorEntered(entry, decimalsOf(currency));
  return charged === undefined || charged === 0 ? undefined : { kind, charged };
}
