import { Buffer } from 'node:buffer';
import type { Tiyin } from '../../domain/money.ts';

/**
 * What a Payme link says. `accountField` is named in the shop's Payme cabinet; the page is Russian where no language is given;
 * `returnUrl` is where it leads afterwards.
 */
export type PaymeLink = {
  checkoutUrl: string;
  merchantId: string;
  accountField: string;
  accountValue: string;
  amount: Tiyin;
  language?: 'uz' | 'ru' | 'en' | undefined;
  returnUrl?: string | undefined;
};

export type LinkResult = { ok: true; url: string } | { ok: false; code: 'link-misread'; field: string };

/** Payme cuts a value at a `;` without a word and decodes no percent signs, so nothing but these can be meant. */
const plain = /^[A-Za-z0-9_-]+$/;

/** Printable ASCII without a space or a `;`; an address may well hold `=` behind the first one of its pair. */
const unbroken = /^[!-:<-~]+$/;

/**
 * The link a customer pays by: the address of the checkout and, in Base64, `m=...;ac.<field>=...;a=<tiyin>;l=...;c=...`
 * (developer help, "Отправка чека по методу GET"). Nothing is called. `ct` stays out, as its documented default makes no
 * sense; so does `cr`, since no example shows it and the sum is the only currency.
 */
export function paymeLink(link: PaymeLink): LinkResult {
  const { merchantId, accountField, accountValue, amount, language, returnUrl } = link;
  const field = misread(link);
  if (field !== undefined) return { ok: false, code: 'link-misread', field };
  const pairs = [`m=${merchantId}`, `ac.${accountField}=${accountValue}`, `a=${amount}`];
  if (language !== undefined) pairs.push(`l=${language}`);
  if (returnUrl !== undefined) pairs.push(`c=${returnUrl}`);
  const blob = Buffer.from(pairs.join(';'), 'ascii').toString('base64');
  return { ok: true, url: `${link.checkoutUrl.replace(/\/+$/, '')}/${blob}` };
}

/** The first part of the link that would not arrive as it was meant. */
function misread({ merchantId, accountField, accountValue, amount, returnUrl }: PaymeLink): string | undefined {
  if (!plain.test(merchantId)) return 'm';
  if (!plain.test(accountField)) return 'ac';
  if (!plain.test(accountValue)) return `ac.${accountField}`;
  if (!Number.isSafeInteger(amount) || amount <= 0) return 'a';
  return returnUrl === undefined || isAddress(returnUrl) ? undefined : 'c';
}

function isAddress(url: string): boolean {
  return unbroken.test(url) && /^https?:/i.test(url) && URL.canParse(url);
}
