import { walletRefusals } from '../wallet-refusals.ts';

/**
 * What the Subscribe API refuses beside the wallet's own refusals. More may stand here than for FBOX, because a refused
 * charge is declined only after receipts.check has shown the receipt unpaid or cancelled.
 *
 * | code | what it says | source |
 * |---|---|---|
 * | -31301 | SMS informing is off, or the card has expired: published clients differ, and neither is a debit | PAYME-PKG, paymego |
 * | -31302, -31303 | balance; not enough money | PAYME-PKG |
 * | -32500 | the token, that is the customer's code, has a wrong form | PAYME-PKG, paymego |
 * | -32504 | the cashbox's id or key is wrong or may not do this | developer help, common errors |
 * | -32600, -32601, -32602, -32700 | the request itself is wrong, so no method ran | developer help, common errors |
 *
 * Absent, therefore in doubt, beside those absent from the wallet's table: -32400 (a fault inside Payme, at any point),
 * and -31050..-31099, -31003, -31008, which the developer help defines for the merchant's answers, not for Payme's.
 * -31001 means "service out of reach" here, and "wrong amount" only in the Merchant API.
 */
const refusals: ReadonlyMap<number, string> = new Map([
  ...walletRefusals,
  [-31301, 'card-refused'],
  [-31302, 'card-refused'],
  [-31303, 'card-refused'],
  [-32500, 'code-refused'],
  [-32504, 'shop-refused'],
  [-32600, 'request-refused'],
  [-32601, 'request-refused'],
  [-32602, 'request-refused'],
  [-32700, 'request-refused'],
]);

/** The reason of a refusal, or undefined when the code proves none. */
export function refusalOf(code: number): string | undefined {
  return refusals.get(code);
}

/** "Receipt not found"; for receipts.pay also "already paid" (PAYME-PKG; FBOX, PAYME GO ERRORS). */
export const receiptNotFound = -31602;

/**
 * Somebody out of reach, works going on, a fault inside: the same question may be answered later. Sources as above and
 * in the wallet's table.
 */
const passing: ReadonlySet<number> = new Set([-31001, -31002, -31100, -31620, -31622, -31623, -31624, -31700, -32400]);

/** True when the error says nothing about the receipt and may be gone at the next try. */
export function isPassing(code: number): boolean {
  return passing.has(code);
}
