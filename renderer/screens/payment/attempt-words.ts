import type { AttemptState } from '../../../main/domain/attempt.ts';
import type { Code } from '../../../preload/api.ts';
import type { Tone } from '../../components/mark.tsx';
import type { uz } from '../../i18n/uz.ts';

type WalletWord = keyof typeof uz.wallet;

/** How an attempt is shown: its tone, its two sentences, and the code of the message it stands for. */
export type AttemptWords = { tone: Tone; headline: WalletWord; text: WalletWord; code: Code | null };

/** Every state of an attempt in plain words; amber only where nobody can say yet where the money is, or it waits. */
export const attemptWords: Record<AttemptState, AttemptWords> = {
  queued: { tone: 'doubt', headline: 'queued', text: 'queuedText', code: 'payment-queued' },
  sending: { tone: 'info', headline: 'sending', text: 'sendingText', code: null },
  'in-doubt': { tone: 'doubt', headline: 'doubt', text: 'doubtText', code: 'payment-in-doubt' },
  cancelling: { tone: 'doubt', headline: 'cancelling', text: 'cancellingText', code: null },
  declined: { tone: 'refused', headline: 'declined', text: 'declinedText', code: 'payment-declined' },
  expired: { tone: 'refused', headline: 'expired', text: 'expiredText', code: 'payment-expired' },
  returned: { tone: 'info', headline: 'returned', text: 'returnedText', code: null },
  abandoned: { tone: 'info', headline: 'abandoned', text: 'abandonedText', code: null },
  'closed-by-manager': { tone: 'info', headline: 'closed', text: 'closedText', code: null },
  paid: { tone: 'sure', headline: 'paid', text: 'paidText', code: null },
};
