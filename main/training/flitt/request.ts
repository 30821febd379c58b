import { errors, incorrect, missing, type FlittError } from './errors.ts';
import { sign, type Said } from './signature.ts';

/** Who may ask: the shop's number at Flitt and its payment key. */
export type Credentials = { merchantId: string; secret: string };

/** How a request came, and therefore how it is answered (docs: introduction). */
export type Format = 'json' | 'form';

/** The parameters of a request, or nothing when there are none to read. */
export type Arrived = { format: Format; said: Said | undefined };

/** Reads a body by what it looks like, since Flitt's own libraries name it oddly: `{"request": {…}}`, or a form. */
export function arrive(body: string): Arrived {
  if (!body.trimStart().startsWith('{'))
    return { format: 'form', said: nonEmpty(Object.fromEntries(new URLSearchParams(body))) };
  return { format: 'json', said: flat(parse(body)) };
}

function parse(body: string): unknown {
  try {
    const { request }: { request?: unknown } = JSON.parse(body) ?? {};
    return request;
  } catch {
    return undefined;
  }
}

function flat(request: unknown): Said | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  const said: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(request)) {
    said[name] = typeof value === 'number' || typeof value === 'string' ? value : String(value);
  }
  return nonEmpty(said);
}

function nonEmpty(said: Said): Said | undefined {
  return Object.keys(said).length === 0 ? undefined : said;
}

/** Why a request is not worked on: nobody's, incomplete, or not signed by the shop; undefined when it may be. */
export function refuse(said: Said | undefined, mandatory: readonly string[], who: Credentials): FlittError | undefined {
  if (!said) return errors.empty;
  const absent = ['merchant_id', 'signature', ...mandatory].find((name) => textOf(said, name) === '');
  if (absent !== undefined) return missing(absent);
  if (textOf(said, 'merchant_id') !== who.merchantId) return errors.merchant;
  return textOf(said, 'signature') === sign(said, who.secret) ? undefined : errors.signature;
}

/** A parameter as text; empty when it is not there. */
export function textOf(said: Said, name: string): string {
  return String(said[name] ?? '');
}

/** A whole number of at most 12 digits above zero (docs: order parameters), or the refusal that names it. */
export function amountOf(said: Said, name: string): number | FlittError {
  const text = textOf(said, name);
  return /^[1-9]\d{0,11}$/.test(text) ? Number(text) : incorrect(name);
}
