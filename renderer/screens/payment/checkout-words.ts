import type { AttemptState } from '../../../main/domain/attempt.ts';
import type { AttemptView } from '../../../preload/api.ts';
import { isAsked } from '../../state/doubt.ts';
import type { AttemptWords } from './attempt-words.ts';

type Part = Partial<AttemptWords>;

/** What is said otherwise where the customer pays on their own phone: there was no code, and perhaps nobody has paid. */
const parts: Partial<Record<AttemptState, Part>> = {
  queued: { headline: 'checkout.waits', text: 'checkout.waitsText', code: 'checkout-waits-for-line' },
  sending: { headline: 'checkout.stands', text: 'checkout.standsText' },
  cancelling: { headline: 'checkout.closing', text: 'checkout.closingText' },
  declined: { text: 'checkout.declinedText' },
  expired: { headline: 'checkout.expired', text: 'checkout.againText', code: 'checkout-expired' },
};

/** The words of a payment on the customer's own phone, on top of those of any wallet. */
export function checkoutWords(attempt: AttemptView, words: Record<AttemptState, AttemptWords>): AttemptWords {
  return { ...words[attempt.state], ...parts[attempt.state], ...special(attempt) };
}

/** What the reason tells apart: money was taken after all, nobody ever paid, or nothing stood that could be paid. */
function special(attempt: AttemptView): Part {
  const { state, reason, checkout } = attempt;
  if (state === 'in-doubt') return { text: isAsked(attempt) ? 'checkout.askedText' : 'checkout.doubtText' };
  if (state === 'cancelling' && reason === 'link-lost') return { headline: 'checkout.lost', text: 'checkout.lostText' };
  if (state === 'cancelling' && reason === 'paid-after-cancel') return { headline: 'wallet.cancelling' };
  if (state === 'returned' && (reason === 'never-begun' || reason === 'checkout-expired'))
    return { headline: 'checkout.nobody', text: 'checkout.againText' };
  if (state === 'declined' && checkout?.expiresAt === null)
    return { headline: 'checkout.notMade', code: 'checkout-failed' };
  return {};
}
