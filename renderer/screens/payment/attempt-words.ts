import type { AttemptState } from '../../../main/domain/attempt.ts';
import { isCheckout } from '../../../main/domain/tender.ts';
import type { AttemptView, Code } from '../../../preload/api.ts';
import type { Tone } from '../../components/mark.tsx';
import type { uz } from '../../i18n/uz.ts';
import { isAsked } from '../../state/doubt.ts';
import { checkoutWords } from './checkout-words.ts';

export type Word =
  | `wallet.${keyof typeof uz.wallet}`
  | `checkout.${keyof typeof uz.checkout}`
  | `doubt.${'manager' | 'managerText' | 'askedText'}`;

/** How an attempt is shown: its tone, its two sentences, and the code of the message it stands for. */
export type AttemptWords = { tone: Tone; headline: Word; text: Word; code: Code | null };

/** Every state of an attempt in plain words; amber only where nobody can say yet where the money is, or it waits. */
const attemptWords: Record<AttemptState, AttemptWords> = {
  queued: { tone: 'doubt', headline: 'wallet.queued', text: 'wallet.queuedText', code: 'payment-queued' },
  sending: { tone: 'info', headline: 'wallet.sending', text: 'wallet.sendingText', code: null },
  'in-doubt': { tone: 'doubt', headline: 'wallet.doubt', text: 'wallet.doubtText', code: 'payment-in-doubt' },
  cancelling: { tone: 'doubt', headline: 'wallet.cancelling', text: 'wallet.cancellingText', code: null },
  declined: { tone: 'refused', headline: 'wallet.declined', text: 'wallet.declinedText', code: 'payment-declined' },
  expired: { tone: 'refused', headline: 'wallet.expired', text: 'wallet.expiredText', code: 'payment-expired' },
  returned: { tone: 'info', headline: 'wallet.returned', text: 'wallet.returnedText', code: null },
  abandoned: { tone: 'info', headline: 'wallet.abandoned', text: 'wallet.abandonedText', code: null },
  'closed-by-manager': { tone: 'info', headline: 'wallet.closed', text: 'wallet.closedText', code: null },
  paid: { tone: 'sure', headline: 'wallet.paid', text: 'wallet.paidText', code: null },
};

/** The words of an attempt; in doubt it matters who finds out, and at its end whether there was any money to go back. */
export function wordsOf(attempt: AttemptView): AttemptWords {
  const words = isCheckout(attempt.kind) ? checkoutWords(attempt, attemptWords) : walletWords(attempt);
  const open = attempt.state === 'in-doubt' || attempt.state === 'cancelling';
  if (!open || !attempt.needsManager) return words;
  return { ...words, headline: 'doubt.manager', text: 'doubt.managerText', code: 'payment-needs-manager' };
}

function walletWords(attempt: AttemptView): AttemptWords {
  const words = attemptWords[attempt.state];
  if (attempt.state === 'returned' && attempt.reason === 'never-begun')
    return { ...words, headline: 'wallet.neverBegun' };
  return attempt.state === 'in-doubt' && isAsked(attempt) ? { ...words, text: 'doubt.askedText' } : words;
}
