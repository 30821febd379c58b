import { Buffer } from 'node:buffer';
import { tiyin, type Tiyin } from '../../domain/money.ts';

/** What Payme reads out of a link; `language` is Russian unless said otherwise (sending a receipt by GET and POST). */
export type LinkSaid = {
  merchantId: string;
  account: Readonly<Record<string, string>>;
  amount: Tiyin;
  language: 'ru' | 'uz' | 'en';
  returnUrl: string | null;
};

/**
 * Reads the part of a link behind the address: Base64 of pairs `key=value` between semicolons. Nothing inside is decoded any
 * further, so what is written with percent signs stays as it is. Undefined when it makes no payment.
 */
export function readLink(blob: string): LinkSaid | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(blob)) return undefined;
  const pairs = Buffer.from(blob, 'base64').toString('utf8').split(';').map(pair);
  const said = new Map(pairs);
  const [merchantId, amount] = [said.get('m'), Number(said.get('a'))];
  const account = Object.fromEntries(pairs.filter(([key]) => key.startsWith('ac.')).map(([k, v]) => [k.slice(3), v]));
  if (merchantId === undefined || !Number.isSafeInteger(amount) || amount <= 0) return undefined;
  if (Object.keys(account).length === 0) return undefined;
  return { merchantId, account, amount: tiyin(amount), language: languageOf(said), returnUrl: said.get('c') ?? null };
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function languageOf(said: ReadonlyMap<string, string>): LinkSaid['language'] {
  const language = said.get('l');
  return language === 'uz' || language === 'en' ? language : 'ru';
}
