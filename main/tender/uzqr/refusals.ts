import { faultyFields } from '../../wire/fbox.ts';
import type { FboxError } from '../../wire/fbox.ts';

/** The numbers of UzQR's table (FBOX, UzQR.md) that are acted on by name. */
export const uzqrCodes = {
  externalId: 2003,
  invoiceNotFound: 3001,
  alreadyPaid: 3002,
  paymentNotFound: 4001,
  tooOften: 6001,
  internal: 9001,
} as const;

/**
 * Refusals UzQR gives before it does anything: 1001 and 1002 the shop's key is wrong or blocked, 2001, 2002, 2003 a field is
 * wrong, 2004 the box's own fiscal module number is. Not here: 104 and 105, which FBOX uses for several things, and 9001,
 * which says nothing about how far the work came.
 */
const refusals: ReadonlyMap<number, string> = new Map([
  [1001, 'shop-refused'],
  [1002, 'shop-refused'],
  [2001, 'request-refused'],
  [2002, 'request-refused'],
  [2003, 'request-refused'],
  [2004, 'shop-refused'],
]);

/** The reason of a refusal that proves nothing was done, or undefined; the box checks its own fields before it asks UzQR. */
export function provenRefusal(error: FboxError): string | undefined {
  if (faultyFields(error)) return 'request-refused';
  return error.code === null ? undefined : refusals.get(error.code);
}

/** A refusal as a reason that carries FBOX's or UzQR's own number. */
export function codeOf(error: FboxError): string {
  return `fbox-${error.code ?? 'text'}`;
}
