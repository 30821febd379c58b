import { v4 } from 'uuid';

/** A source of numbers in [0, 1); seeded by whoever wants to replay a run. */
export type Random = () => number;

/** `length` decimal digits; the first may be zero. */
export function digits(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 10)).join('');
}

/** `length` lower-case hex digits. */
export function hex(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** A version 4 UUID drawn from `random`. */
export function uuid(random: Random): string {
  return v4({ random: Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)) });
}
