import { languages } from '../../main/domain/language.ts';
import type { Language } from '../../main/domain/language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uzCyrl } from './uz-cyrl.ts';
import { uz } from './uz.ts';
import type { Messages } from './words.ts';

/** Each language by its own name, in the order of the menu. */
export const languageNames: Record<Language, string> = {
  uz: 'Oʻzbekcha',
  'uz-Cyrl': 'Ўзбекча',
  ru: 'Русский',
  en: 'English',
};

export const messages: Record<Language, Messages> = { uz, 'uz-Cyrl': uzCyrl, ru, en };

/** Narrows a stored or reported string to one of our languages. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
