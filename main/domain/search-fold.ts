/** Cyrillic letters as Uzbek Latin writes them; hard and soft signs are silent. */
const latinOf: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'j',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    қ: 'q',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ў: 'o',
    ф: 'f',
    х: 'x',
    ҳ: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sh',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
    ӯ: 'o',
    ı: 'i',
  }),
);

/** The marks people type for the Uzbek oʻ, gʻ and the tutuq sign: all of them are silent in a search. */
const apostrophes = /['`´‘’‚‛ʻʼʽˈ′＇]/gu;

/** What may stand at the end of a half-typed word without being heard. */
const silent = /['`´‘’‚‛ʻʼʽˈ′＇ъь]+$/iu;

/**
 * The form in which names and queries meet: lower-case Latin words with one space between them.
 * "goʻsht", "go'sht", "гўшт" and "gosht" fold to one string; so do ё, е, "yo" and "ye", қ, q and k, ҳ, х, h and x,
 * and doubled letters, because cashiers type them interchangeably. Digits are never changed.
 * Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  const letters = [...withoutMarks(withoutMarks(text).normalize('NFKC')).toLowerCase().normalize('NFC')];
  const latin = letters.map((letter) => latinOf.get(letter) ?? bare(letter)).join('');
  return unite(latin.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim());
}

/** Taken away before and after the letters are normalised: some marks fall apart by it (´), some letters grow one (ŉ). */
function withoutMarks(text: string): string {
  return text.replace(apostrophes, '');
}

/** A letter Uzbek and Russian do not have, without its accents: é as e, Kazakh and Tajik letters as their nearest. */
function bare(letter: string): string {
  const base = [...letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')];
  return base.map((part) => latinOf.get(part) ?? part).join('');
}

/** Brings spellings of one sound together; the order matters, and every step works on Latin letters only. */
function unite(latin: string): string {
  const sounds = latin.replaceAll('q', 'k').replaceAll('x', 'h').replaceAll('w', 'v');
  const soft = single(sounds.replaceAll(/y+[eo]/g, 'e'));
  const hard = soft.replaceAll(/c(?!h)/g, 'k');
  return single(hard.replaceAll(/(?<=[bcdfghjklmnprstvz])y(?![aeiou])/g, 'i'));
}

/** One letter for two or more of the same; digits stay. */
function single(latin: string): string {
  return latin.replaceAll(/([a-z])\1+/g, '$1');
}

/** The folded words of a text, in its order. */
export function words(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '');
}

/**
 * What a name may begin with, in folded form, when `typed` is its beginning so far: "y" may become "yo" (folded "e"),
 * "c" may become "ch". At least one of the forms is a beginning of the folded name.
 */
export function prefixForms(typed: string): string[] {
  const spoken = typed.replace(silent, '');
  const forms = [fold(spoken)];
  if (/[yй]$/iu.test(spoken)) forms.push(fold(`${spoken}a`).slice(0, -1), fold(`${spoken}o`));
  if (/c$/i.test(spoken)) forms.push(fold(`${spoken}h`));
  return [...new Set(forms)].filter((form) => form !== '');
}

/** The words of a text being typed, each as the forms a name's word may begin with (`prefixForms`). */
export function typedWords(text: string): string[][] {
  const typed = text.replace(apostrophes, '').split(/[^\p{L}\p{N}\p{M}]+/u);
  return typed.map(prefixForms).filter((forms) => forms.length > 0);
}
