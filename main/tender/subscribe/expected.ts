import type { Tiyin } from '../../domain/money.ts';
import type { Booked } from '../../domain/statement.ts';

/** What a receipt must say to be this attempt's; null is not compared. */
export type Expected = { paymentId: string | null; amount: Tiyin; account: Booked['account'] };

/** Why `receipt` is not the one expected, or undefined. Account fields are compared where Payme echoes them. */
export function mismatch(receipt: Booked, expected: Expected): string | undefined {
  if (expected.paymentId !== null && receipt.paymentId !== expected.paymentId) return 'other-receipt';
  if (receipt.amount !== expected.amount) return 'amount-mismatch';
  if (receipt.currency !== 'UZS') return 'currency-mismatch';
  return sameAccount(receipt.account, expected.account) ? undefined : 'account-mismatch';
}

function sameAccount(echoed: Booked['account'], ours: Booked['account']): boolean {
  const names = ['kkmId', 'deviceId', 'document'] as const;
  return names.every((name) => echoed[name] === null || ours[name] === null || echoed[name] === ours[name]);
}
