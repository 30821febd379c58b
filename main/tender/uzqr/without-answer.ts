import { assertNever } from '../../domain/assert-never.ts';
import type { FboxReply } from '../../wire/fbox.ts';
import { isUnreadable } from '../../wire/reasons.ts';
import { providerWords } from '../provider-words.ts';
import { codeOf } from './refusals.ts';

/** A call that taught nothing: nobody was reached, or what came back can be acted on by nobody. */
export type Unanswered = { kind: 'unreachable'; reason: string } | { kind: 'unclear'; reason: string; message: string };

/** Names a reply that is no success, for calls that may be repeated freely. */
export function withoutAnswer(reply: Exclude<FboxReply, { kind: 'success' }>): Unanswered {
  switch (reply.kind) {
    case 'error':
      return { kind: 'unclear', reason: codeOf(reply.error), message: providerWords(reply.error.message) };
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
