import type { Tiyin } from '../../domain/money.ts';
import type { PaymeReceipt } from './receipt.ts';

/**
 * What a receipt must say to be this attempt's; null is not compared. `account` by the names its fields have at Payme, which
 * differ from cashbox to cashbox.
 */
export type Expected = {
  paymentId: string | null;
  amount: Tiyin;
  account: Readonly<Record<string, string | null>>;
};

/** Why `receipt` is not the one expected, or undefined. Account fields are compared where Payme echoes them. */
export function mismatch(receipt: PaymeReceipt, expected: Expected): string | undefined {
  if (expected.paymentId !== null && receipt.paymentId !== expected.paymentId) return 'other-receipt';
  if (receipt.amount !== expected.amount) return 'amount-mismatch';
  if (receipt.currency !== 'UZS') return 'currency-mismatch';
  return sameAccount(receipt.fields, expected.account) ? undefined : 'account-mismatch';
}

function sameAccount(echoed: PaymeReceipt['fields'], ours: Expected['account']): boolean {
  return Object.entries(ours).every(([name, value]) => value === null || (echoed.get(name) ?? value) === value);
}
