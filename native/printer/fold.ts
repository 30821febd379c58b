import { clean } from './clean.ts';
import { similar, typographic } from './similar-letters.ts';

/** Tells whether a code page has a character. */
export type Has = (letter: string) => boolean;

/**
 * Replaces apostrophes, quotes, dashes and signs a code page lacks by what it has, so that Uzbek Latin prints on any page
 * (no page has U+02BB). A character with no such replacement stays. Pure.
 */
export function foldSigns(text: string, has: Has): string {
  return each(text, (letter) => (has(letter) ? letter : (pick(typographic.get(letter), has) ?? letter)));
}

/** True when every character can be printed from the page as it is. */
export function fits(text: string, has: Has): boolean {
  return Array.from(text).every((letter) => isSpace(letter) || has(letter));
}

/** Last resort: writes what the page lacks with similar letters; a character without any becomes `_`, never `?`. Pure. */
export function transliterate(text: string, has: Has): string {
  return each(foldSigns(text, has), (letter) => {
    if (isSpace(letter) || has(letter)) return letter;
    return pick(similar(letter), has) ?? '_';
  });
}

function each(text: string, change: (letter: string) => string): string {
  return Array.from(clean(text), change).join('');
}

/** Line feeds and no-break spaces are the layout's business, whatever the page says. */
function isSpace(letter: string): boolean {
  return letter === '\n' || letter === '\u00a0';
}

function pick(candidates: readonly string[] | undefined, has: Has): string | undefined {
  return candidates?.find((candidate) => Array.from(candidate).every(has));
}
