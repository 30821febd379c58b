import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { Charged } from '../provider.ts';
import { providerWords } from '../provider-words.ts';
import { askFlitt } from './api.ts';
import type { FlittReply } from './api.ts';
import { isNotFound, refusalOf } from './errors.ts';
import type { Fields } from './fields.ts';
import type { FlittSettings } from './settings.ts';
import { isSignature } from './signature.ts';
import { withoutAnswer } from './status.ts';
import type { Unanswered } from './status.ts';

/**
 * What reversing ended in; whatever is neither `accepted`, `returned` nor `refused` may be sent again under the same key. `keySpent`:
 * Flitt carried it out and the wallet declined it, which is what a repeated `reverse_id` is answered with for ever; every other
 * refusal is of the request.
 */
export type ReverseOutcome =
  | { kind: 'returned' }
  | { kind: 'accepted' }
  | { kind: 'refused'; reason: string; message: string; keySpent?: boolean }
  | Unanswered;

/** Money to reverse: `key` is the same on every try. */
export type Reversal = { orderId: string; amount: Charged; key: string };

/** Banks are slow to take money back, and nobody at the counter waits for it. */
const reverseTimeoutMs = 30_000;

/** The longest `reverse_id` (docs.flitt.com: reversal parameters); a cut one would be another refund's. */
const longestKey = 50;

/** Asks Flitt to give money back; `reverse_id` makes a repeated try the same reversal. */
export async function reverse(settings: FlittSettings, { orderId, amount, key }: Reversal): Promise<ReverseOutcome> {
  if (key === '' || key.length > longestKey) return { kind: 'refused', reason: 'request-refused', message: '' };
  const parameters = { order_id: orderId, amount: amount.amount, currency: amount.currency, reverse_id: key };
  const reply = await askFlitt(settings, { path: 'reverse/order_id', parameters, timeoutMs: reverseTimeoutMs });
  return reverseOutcome(reply, { orderId, amount: amount.amount, settings });
}

type Asked = { orderId: string; amount: number; settings: FlittSettings };

/** An error is a refusal only where its number proves that nothing was reversed. */
function reverseOutcome(reply: FlittReply, asked: Asked): ReverseOutcome {
  switch (reply.kind) {
    case 'success':
      return reversed(reply.fields, asked);
    case 'failure': {
      const reason = isNotFound(reply.code) ? 'not-found' : refusalOf(reply.code);
      return reason ? { kind: 'refused', reason, message: providerWords(reply.message) } : withoutAnswer(reply);
    }
    case 'nothing-sent':
      return withoutAnswer(reply);
    case 'unknown':
      return { kind: 'unclear', reason: reply.reason, message: '' };
    default:
      return assertNever(reply);
  }
}

const digits = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const shape = z.object({
  order_id: z.string(),
  merchant_id: z.string(),
  reverse_status: z.enum(['created', 'processing', 'declined', 'approved']),
  reversal_amount: digits.optional(),
});

/** `reversal_amount` counts this reversal, perhaps with earlier ones: less than was asked for is never it. */
function reversed(fields: Fields, { orderId, amount, settings }: Asked): ReverseOutcome {
  const unclear = (reason: string): ReverseOutcome => ({ kind: 'unclear', reason, message: '' });
  if (!isSignature(fields.get('signature') ?? '', fields, settings.secret)) return unclear('signature-wrong');
  const { data } = shape.safeParse(Object.fromEntries(fields));
  if (!data) return unclear('wrong-shape');
  if (data.order_id !== orderId) return unclear('other-attempt');
  if (data.merchant_id !== settings.merchantId) return unclear('other-merchant');
  switch (data.reverse_status) {
    case 'created':
    case 'processing':
      return { kind: 'accepted' };
    case 'declined':
      return {
        kind: 'refused',
        reason: 'return-refused',
        message: providerWords(fields.get('response_description') ?? ''),
        keySpent: true,
      };
    case 'approved':
      return (data.reversal_amount ?? amount) < amount ? unclear('amount-mismatch') : { kind: 'returned' };
    default:
      return assertNever(data.reverse_status);
  }
}
