import { createHash, timingSafeEqual } from 'node:crypto';
import type { TillSettings } from '../settings.ts';

type MerchantApi = NonNullable<NonNullable<TillSettings['listener']>['merchantApi']>;

/**
 * Whether a call carries the shop's login and key, the live or the test one (Basic authentication; a key may hold a ":"). Login
 * and key are compared as one text, in the same time whatever is wrong; a key that is blank opens nothing.
 */
export function isPayme({ login, key, testKey = '' }: MerchantApi, authorization = ''): boolean {
  const [scheme = '', given = ''] = authorization.split(' ');
  const said = Buffer.from(given, 'base64').toString('utf8');
  const fits = [key, testKey].map((one) => one !== '' && sameText(said, `${login}:${one}`));
  return scheme.toLowerCase() === 'basic' && fits.includes(true);
}

/** Digests have one length, so that the comparison tells nothing about that of the key. */
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
