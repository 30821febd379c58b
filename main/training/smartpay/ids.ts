import type { Random } from '../wire/random.ts';

/** Play money or money, as the secret key says. */
export type Mode = 'test' | 'live';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `length` letters and digits. */
export function letterDigits(random: Random, length: number): string {
  return Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join('');
}

/** A fresh id of a kind: "order_test_..." (shapes of the Node SDK, lengths of the API reference's examples). */
export function freshId(kind: 'checkout' | 'order' | 'payment' | 'refund' | 'evt', mode: Mode, random: Random): string {
  return `${kind}_${mode}_${letterDigits(random, 22)}`;
}

/** The mode of a secret key; throws at what is none, because a simulator without a mode would prove nothing. */
export function modeOf(secretKey: string): Mode {
  const mode = /^sk_(test|live)_[0-9a-zA-Z]+$/.exec(secretKey)?.[1];
  if (mode !== 'test' && mode !== 'live') throw new RangeError('not a secret key of Smartpay');
  return mode;
}
