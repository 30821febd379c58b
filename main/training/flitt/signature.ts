import { createHash } from 'node:crypto';

/** What Flitt says or is told, by name; numbers stay numbers on the wire. */
export type Said = Readonly<Record<string, string | number>>;

/** The text Flitt signs: key and values by the order of their names, nothing for what is empty (docs: building the signature). */
export function signedText(said: Said, secret: string): string {
  const names = Object.keys(said).filter((name) => name !== 'signature' && name !== 'response_signature_string');
  const values = names.toSorted().map((name) => String(said[name]));
  return [secret, ...values.filter((value) => value !== '')].join('|');
}

/** SHA-1 of that text, in lower-case hex. */
export function sign(said: Said, secret: string): string {
  return createHash('sha1').update(signedText(said, secret)).digest('hex');
}

/** `said` with its signature; in test mode also the text behind it, every occurrence of the key masked (docs: introduction). */
export function withSignature(said: Said, secret: string, testMode: boolean): Said {
  const signed = { ...said, signature: sign(said, secret) };
  const masked = signedText(said, secret).replaceAll(secret, '*'.repeat(10));
  return testMode ? { ...signed, response_signature_string: masked } : signed;
}
