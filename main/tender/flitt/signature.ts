import { createHash, timingSafeEqual } from 'node:crypto';

/** Parameters by name, in any order. There is no null: Flitt's own library would sign it as an empty segment. */
export type Signable = Iterable<readonly [name: string, value: string | number | undefined]>;

/** What never enters a signature: itself, and what it was made of, which test mode tells. */
const unsigned: ReadonlySet<string> = new Set(['signature', 'response_signature_string']);

/**
 * The signature of `parameters` (docs.flitt.com: building the signature): the key and the values, ordered by the code units of
 * their names, joined with "|", as lower-case SHA-1. What is absent or empty has no separator either.
 */
export function signatureOf(parameters: Signable, secret: string): string {
  return createHash('sha1').update(signedText(parameters, secret), 'utf8').digest('hex');
}

function signedText(parameters: Signable, secret: string): string {
  const values = [...parameters]
    .filter(([name, value]) => !unsigned.has(name) && value !== undefined && value !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => String(value));
  return [secret, ...values].join('|');
}

/** Whether `signature` is that of `parameters`, compared in constant time. */
export function isSignature(signature: string, parameters: Signable, secret: string): boolean {
  const ours = Buffer.from(signatureOf(parameters, secret), 'utf8');
  const theirs = Buffer.from(signature, 'utf8');
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
