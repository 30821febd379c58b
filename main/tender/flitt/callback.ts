import { bodyFields } from './fields.ts';
import { paymentMismatch, readPayment } from './payment.ts';
import type { FlittExpected, FlittPayment } from './payment.ts';

/** What came in from outside: a payment signed with the shop's key, or why it is none. */
export type FlittCallback = ({ ok: true } & FlittPayment) | { ok: false; reason: string };

/**
 * Reads the raw body of a call to `server_callback_url` (docs.flitt.com: callbacks; JSON or a form). A signature covers the values
 * in the order of their names, not the names: whoever holds a signed message can rename fields between which the order stays.
 * So even a callback that fits is only a reason to ask Flitt at once, and never settles a sale by itself.
 */
export function readFlittCallback(
  body: Uint8Array,
  contentType: string,
  { secret }: { secret: string },
): FlittCallback {
  const read = bodyFields(body, contentType);
  if (!read.ok) return read;
  const payment = readPayment(read.fields, secret);
  return payment.ok ? { ok: true, ...payment.payment } : payment;
}

/** Why a callback is not about the attempt it names, field by field; undefined when it fits. */
export function callbackMismatch(callback: FlittPayment, expected: FlittExpected): string | undefined {
  return paymentMismatch(callback, expected);
}
