import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { PaymeError, PaymeReply } from '../../wire/payme.ts';
import type { DeliverOutcome } from '../checkout.ts';
import { providerWords } from '../provider-words.ts';
import { isPassing } from '../subscribe/refusals.ts';

const accepted = z.object({ success: z.literal(true) });

/**
 * What an answer to receipts.send means. An error that cannot pass is final: the same number and receipt would meet it again.
 * After everything else the message may be sent again.
 */
export function deliverOutcome(reply: PaymeReply): DeliverOutcome {
  switch (reply.kind) {
    case 'success':
      return accepted.safeParse(reply.result).success
        ? { kind: 'done' }
        : { kind: 'try-again', reason: 'not-delivered' };
    case 'error':
      return refusedOrAgain(reply.error);
    case 'nothing-sent':
    case 'unknown':
      return { kind: 'try-again', reason: reply.reason };
    default:
      return assertNever(reply);
  }
}

function refusedOrAgain({ code, message }: PaymeError): DeliverOutcome {
  const reason = `payme-${code}`;
  return isPassing(code) ? { kind: 'try-again', reason } : { kind: 'refused', reason, message: providerWords(message) };
}
