import { z } from 'zod';
import { faultyFields } from '../../wire/fbox.ts';
import type { FboxError } from '../../wire/fbox.ts';
import { walletRefusals } from '../wallet-refusals.ts';

/** Payme's own error travels inside FBOX's message as JSON text, bare or as a JSON-RPC answer. */
const walletError = z.union([
  z.object({ code: z.int() }).transform((bare) => bare.code),
  z.object({ error: z.object({ code: z.int() }) }).transform((answer) => answer.error.code),
]);

/**
 * The reason of a proven refusal, or undefined when this error proves nothing. Beside Payme's own refusals, one thing is
 * proof: a validation error that names only fields of `sent`, because FBOX checks its input before it asks the wallet.
 * No code of FBOX itself is: 104 to 106 are used for several things, the rest say nothing about how far the payment came.
 */
export function provenRefusal(error: FboxError, sent: readonly string[]): string | undefined {
  const fields = faultyFields(error);
  if (fields) return fields.every((field) => sent.includes(field)) ? 'request-refused' : undefined;
  const inner = walletError.safeParse(error.details);
  const code = inner.success ? inner.data : error.code;
  return code === null ? undefined : walletRefusals.get(code);
}
