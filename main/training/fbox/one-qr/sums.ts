import { isTiyin, type Tiyin } from '../../../domain/money.ts';

/**
 * A sum as UzQR takes it ("100.01", "100.00", "1") in tiyin; undefined when it is no such text. Written apart from the till's
 * own reading.
 */
export function readSums(text: string): Tiyin | undefined {
  if (!/^\d+(\.\d\d?)?$/.test(text)) return undefined;
  const [sums = '', rest = ''] = text.split('.');
  const amount = Number(BigInt(sums) * 100n + BigInt(rest.padEnd(2, '0')));
  return isTiyin(amount) ? amount : undefined;
}

/** Tiyin as the sum stands in a QR: "100.01". */
export function writeSums(amount: Tiyin): string {
  const rest = amount % 100;
  return `${(amount - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}
