import { changeLanguage, use as withPlugin } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { languages } from '../../main/domain/language.ts';
import type { Language } from '../../main/domain/language.ts';
import { messages } from './languages.ts';
import { usualWallet } from './wallet-names.ts';

const resources = Object.fromEntries(languages.map((language) => [language, { translation: messages[language] }]));

/** Starts i18next with all four languages in memory, so that a switch needs no loading. */
export function startI18n(language: Language): void {
  void withPlugin(initReactI18next).init({
    resources,
    lng: language,
    supportedLngs: [...languages],
    load: 'currentOnly',
    fallbackLng: false,
    interpolation: { escapeValue: false, defaultVariables: { wallet: usualWallet } },
    react: { useSuspense: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
}

/** Switches the words on screen at once; figures and places do not move. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  void changeLanguage(language);
}
