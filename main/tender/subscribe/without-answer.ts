import { assertNever } from '../../domain/assert-never.ts';
import type { PaymeReply } from '../../wire/payme.ts';
import { isUnreadable } from '../../wire/reasons.ts';
import { providerWords } from '../provider-words.ts';

/** A question that taught nothing: nobody was reached, or what came back can be acted on by nobody. */
export type Unanswered = { kind: 'unreachable'; reason: string } | { kind: 'unclear'; reason: string; message: string };

/** Names a reply that is no success, for questions that may be repeated freely. */
export function withoutAnswer(reply: Exclude<PaymeReply, { kind: 'success' }>): Unanswered {
  switch (reply.kind) {
    case 'error':
      return { kind: 'unclear', reason: `payme-${reply.error.code}`, message: providerWords(reply.error.message) };
    case 'nothing-sent':
      return { kind: 'unreachable', reason: reply.reason };
    case 'unknown':
      return isUnreadable(reply.reason)
        ? { kind: 'unclear', reason: reply.reason, message: '' }
        : { kind: 'unreachable', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}
