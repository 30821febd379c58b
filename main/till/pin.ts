import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/** N = 2^14 takes about 40 ms on a shop's machine: a PIN feels instant, ten thousand of them do not. */
const cost = { N: 16_384, r: 8, p: 1 };

/** A PIN as it is kept: `scrypt$N$salt$hash`, salted per person. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, 32, cost);
  return ['scrypt', cost.N, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** True when `pin` is the one behind `kept`; compares in constant time. */
export async function pinMatches(pin: string, kept: string): Promise<boolean> {
  const [, n, salt, hash] = kept.split('$');
  if (!n || !salt || !hash) return false;
  const given = await derive(pin, Buffer.from(salt, 'base64'), 32, { ...cost, N: Number(n) });
  return timingSafeEqual(given, Buffer.from(hash, 'base64'));
}
