import type { TFunction } from 'i18next';
import { isCode, reasonCodes, shortCodes } from '../../i18n/short-codes.ts';
import { isReason } from '../../i18n/unsettled/explain.ts';

/** One code of the list: what is read out over the telephone, what it says, what to do about it. */
export type CodeEntry = { short: string; said: string; todo: string };

/** Every code and every reason in the language of the screen, in the order of their short codes. */
export function codeList(t: TFunction): CodeEntry[] {
  const codes = Object.keys(shortCodes)
    .filter(isCode)
    .map((code) => ({ short: shortCodes[code], said: t(`codes.${code}.money`), todo: t(`codes.${code}.todo`) }));
  const reasons = Object.keys(reasonCodes)
    .filter(isReason)
    .map((key) => ({ short: reasonCodes[key], said: t(`reasons.${key}.said`), todo: t(`reasons.${key}.todo`) }));
  return [...codes, ...reasons].toSorted((a, b) => (a.short < b.short ? -1 : 1));
}

/** The marks of the Uzbek alphabet are not on every keyboard, and nobody looks for capitals. */
const folded = (text: string): string => text.toLowerCase().replaceAll(/[ʻʼ‘’'`]/g, '');

/** The codes that hold every word of `text`, those whose short code begins with it first. */
export function codesLike(text: string, list: readonly CodeEntry[]): CodeEntry[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  const found = list.filter(({ short, said, todo }) => {
    const all = folded(`${short} ${said} ${todo}`);
    return words.every((word) => all.includes(word));
  });
  const first = ({ short }: CodeEntry) => (short.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1);
  return found.toSorted((a, b) => first(a) - first(b));
}
