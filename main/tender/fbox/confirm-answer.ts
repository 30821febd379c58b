import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import { faultyFields } from '../../wire/fbox.ts';
import type { FboxReply } from '../../wire/fbox.ts';
import { isUnreadable } from '../../wire/reasons.ts';
import type { ConfirmOutcome } from '../provider.ts';

/** A success carries Payme's own answer, whose `error` is "always null on success" (FBOX, Payme Go.md). */
const confirmed = z.union([z.null(), z.object({ error: z.null().optional() })]);

/**
 * What an answer to a confirmation means. Only a validation error is final, since the same bytes would meet it again;
 * the receipt id in the answer is not compared, because FBOX's own example answers with another one.
 */
export function confirmOutcome(reply: FboxReply): ConfirmOutcome {
  switch (reply.kind) {
    case 'success':
      return confirmed.safeParse(reply.data).success ? { kind: 'done' } : { kind: 'not-yet', reason: 'wallet-error' };
    case 'error':
      return faultyFields(reply.error)
        ? { kind: 'refused', reason: 'request-refused', message: reply.error.message }
        : { kind: 'not-yet', reason: `fbox-${reply.error.code ?? 'text'}` };
    case 'nothing-sent':
      return { kind: 'try-again', reason: reply.reason };
    case 'unknown':
      return { kind: isUnreadable(reply.reason) ? 'not-yet' : 'try-again', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}
